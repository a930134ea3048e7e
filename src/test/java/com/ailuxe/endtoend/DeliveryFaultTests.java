package com.ailuxe.endtoend;

import static com.ailuxe.LedgerAssert.assertThatTheLedgerBalances;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/**
 * Clients write while all that the app depends on, and the app itself, are killed in turn, every
 * webhook comes three times at once, some of them late, and the messengers are slow, refuse, fail
 * or take a message and do not say so. {@code mvn -Pfaults verify} does it at length.
 */
class DeliveryFaultTests {
  private static final int MESSAGES = Integer.getInteger("faults.messages", 160);
  private static final int KILLS = Integer.getInteger("faults.kills", 3);
  private static final boolean WITH_OPERATE = Boolean.getBoolean("faults.operate");
  private static final int PHONES = 20;
  private static final List<String> WORDS = List.of("Good evening", "What do you offer?");

  private static final Duration DEAD_FOR = Duration.ofSeconds(2);
  private static final Duration BETWEEN_FAULTS = Duration.ofSeconds(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(700);
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(40);
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** One at a time, in turn at both messengers. */
  private static final List<Map<String, Object>> FAULTS =
      List.of(
          Map.of("kind", "TOO_MANY_REQUESTS", "times", 1, "retryAfterSeconds", 1),
          Map.of("kind", "SERVER_ERROR", "times", 1, "code", 500),
          Map.of("kind", "SLOW", "times", 1, "delay", "PT2S"),
          Map.of("kind", "NO_ANSWER", "times", 1, "delay", "PT8S"),
          Map.of("kind", "LATE_WEBHOOK", "times", 2, "delay", "PT3S"));

  private final List<Phone> phones = new ArrayList<>();
  private final AtomicInteger said = new AtomicInteger();
  private final List<String> kills = new ArrayList<>();
  private Installation installation;

  @AfterEach
  void stop() {
    installation.close();
  }

  @Test
  void nothingIsLostAndNothingComesTwiceWhateverIsKilled() {
    installation =
        WITH_OPERATE ? Installation.withOperate("delivery", 1) : Installation.of("delivery", 1);
    var simulator = installation.simulator();
    for (var number = 0; number < PHONES / 2; number++) {
      phones.add(Phone.withWhatsApp(simulator, "Wanda " + number, "4915200000" + (100 + number)));
      phones.add(Phone.withTelegram(simulator, "Theo " + number, 800_000L + number));
    }
    simulator.post("/simulator/api/misbehaviour", Map.of("kind", "DUPLICATE_WEBHOOK", "copies", 3));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var chats = phones.stream().map(phone -> threads.submit(() -> chat(phone))).toList();
      var trouble = threads.submit(() -> causeTrouble(simulator));
      killInTurn();
      for (var chat : chats) {
        await().atMost(PATIENCE.multipliedBy(4)).until(chat::isDone);
      }
      trouble.cancel(true);
    }
    awaitRest();

    var audit = new DeliveryAudit(phones, installation.database());
    System.out.println(table(audit));
    assertThat(audit.said()).isEqualTo(MESSAGES / PHONES * PHONES);
    assertThat(audit.lost()).as("lost").isEmpty();
    assertThat(audit.repeated()).as("twice").isEmpty();
    assertThat(audit.wrongStatus()).as("statuses that were not merged").isEmpty();
    assertThat(kills).hasSize(KILLS);
    assertThatTheLedgerBalances(installation.database());
  }

  /**
   * One message after the other, each when the one before is answered; or is not, because the app
   * does not know whether Telegram took the answer.
   */
  private void chat(Phone phone) {
    for (var number = 0; number < MESSAGES / PHONES; number++) {
      var before = phone.received().size();
      phone.says(WORDS.get(number % WORDS.size()));
      said.incrementAndGet();
      var giveUp = System.nanoTime() + ANSWERED_WITHIN.toNanos();
      while (phone.received().size() == before && System.nanoTime() < giveUp) {
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
    }
  }

  private void causeTrouble(Http simulator) {
    for (var number = 0; !Thread.currentThread().isInterrupted(); number++) {
      var fault = new LinkedHashMap<>(FAULTS.get(number % FAULTS.size()));
      fault.put("channel", number / FAULTS.size() % 2 == 0 ? "whatsapp" : "telegram");
      simulator.post("/simulator/api/misbehaviour", fault);
      LockSupport.parkNanos(BETWEEN_FAULTS.toNanos());
    }
  }

  private record Victim(String name, Runnable kill, Runnable restart) {}

  private void killInTurn() {
    var engine = installation.engine();
    var victims = new ArrayList<Victim>();
    victims.add(new Victim("app", installation.replica(0)::kill, installation.replica(0)::restart));
    victims.add(new Victim("engine", engine::kill, engine::restart));
    victims.add(
        new Victim("PostgreSQL", installation::killDatabase, installation::restartDatabase));
    if (WITH_OPERATE) {
      victims.add(new Victim("OpenSearch", engine::killSearch, engine::restartSearch));
    }
    for (var number = 0; number < KILLS; number++) {
      var due = (number + 1) * MESSAGES / (KILLS + 1);
      await().atMost(PATIENCE).until(() -> said.get() >= due);
      var victim = victims.get(number % victims.size());
      var killed = Instant.now();
      victim.kill.run();
      LockSupport.parkNanos(DEAD_FOR.toNanos());
      victim.restart.run();
      var restarted = Instant.now();
      await()
          .atMost(PATIENCE)
          .ignoreExceptionsInstanceOf(DataAccessException.class)
          .until(() -> hasAnsweredSince(restarted));
      kills.add(
          "| %-10s | %4.1f s | %4.1f s |"
              .formatted(victim.name, seconds(killed, restarted), seconds(killed, Instant.now())));
    }
  }

  private boolean hasAnsweredSince(Instant instant) {
    return installation
        .database()
        .sql("select exists (select from turn where answered_at > ?)")
        .param(Timestamp.from(instant))
        .query(Boolean.class)
        .single();
  }

  private void awaitRest() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              assertThat(count("select count(*) from inbox where state = 'OPEN'"))
                  .as("open in the inbox")
                  .isZero();
              assertThat(count("select count(*) from outbox where state in ('QUEUED', 'SENDING')"))
                  .as("on their way out")
                  .isZero();
              assertThat(
                      installation.simulator().get("/simulator/api/webhooks?state=pending").size())
                  .as("webhooks under way")
                  .isZero();
            });
  }

  private int count(String sql) {
    return installation.database().sql(sql).query(Integer.class).single();
  }

  private String table(DeliveryAudit audit) {
    return """

        Nothing lost, nothing twice: %d messages from %d phones, %d kills, a fault every %d s

        | said | in the inbox | taken by a messenger | unknown | lost | twice | status not merged |
        | ---- | ------------ | -------------------- | ------- | ---- | ----- | ----------------- |
        | %d | %s | %d | %d | %d | %d | %d |

        | killed     | up again | answers again after |
        | ---------- | -------- | ------------------- |
        %s
        """
        .formatted(
            MESSAGES,
            PHONES,
            KILLS,
            BETWEEN_FAULTS.toSeconds(),
            audit.said(),
            audit.settled(),
            audit.taken(),
            audit.unknown(),
            audit.lost().size(),
            audit.repeated().size(),
            audit.wrongStatus().size(),
            String.join("\n", kills));
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }
}
