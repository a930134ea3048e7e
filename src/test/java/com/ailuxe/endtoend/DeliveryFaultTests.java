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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.dao.DataAccessException;

/**
 * Clients write while all that the app depends on, and its two replicas, are killed in turn, every
 * webhook comes three times at once, some of them late, and the messengers are slow, refuse, fail
 * or take a message and do not say so. {@code mvn -Pfaults verify} does it at length.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class DeliveryFaultTests {
  private static final int MESSAGES = Integer.getInteger("faults.messages", 120);
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
  private Http simulator;

  @BeforeAll
  void start() {
    installation =
        WITH_OPERATE ? Installation.withOperate("delivery", 2) : Installation.of("delivery", 2);
    simulator = installation.simulator();
    for (var number = 0; number < PHONES / 2; number++) {
      phones.add(Phone.withWhatsApp(simulator, "Wanda " + number, "4915200000" + (100 + number)));
      phones.add(Phone.withTelegram(simulator, "Theo " + number, 800_000L + number));
    }
  }

  @AfterAll
  void stop() {
    installation.close();
  }

  @Test
  @Order(1)
  void whatAKilledReplicaWasDoingTheOtherOneDoes() {
    var poller = poller();
    var victim =
        installation.replicas().stream()
            .filter(replica -> replica.id().equals(poller))
            .findFirst()
            .orElseThrow();
    misbehave(Map.of("kind", "NO_ANSWER", "channel", "whatsapp", "times", PHONES, "delay", "PT1M"));
    phones.forEach(phone -> phone.says("Good evening"));
    await().atMost(PATIENCE).until(() -> sendingOf(poller) > 0);

    victim.kill();
    var killed = Instant.now();
    await().atMost(PATIENCE).until(() -> sendingOf(poller) == 0);
    var goesOn = Instant.now();
    await().atMost(PATIENCE).until(() -> !poller().equals(poller));
    System.out.printf(
        "A replica was killed: its conversations went on after %.1f s, Telegram was polled again"
            + " after %.1f s%n",
        seconds(killed, goesOn), seconds(killed, Instant.now()));

    simulator.put("/simulator/api/misbehaviour", Map.of("faults", List.of()));
    victim.restart();
    awaitRest();
    verify(new DeliveryAudit(phones, installation.database()));
  }

  @Test
  @Order(2)
  void nothingIsLostAndNothingComesTwiceWhateverIsKilled() {
    var before = new DeliveryAudit(phones, installation.database()).said();
    misbehave(Map.of("kind", "DUPLICATE_WEBHOOK", "copies", 3));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var chats = phones.stream().map(phone -> threads.submit(() -> chat(phone))).toList();
      var trouble = threads.submit(this::causeTrouble);
      killInTurn();
      for (var chat : chats) {
        await().atMost(PATIENCE.multipliedBy(4)).until(chat::isDone);
      }
      trouble.cancel(true);
    }
    awaitRest();

    var audit = new DeliveryAudit(phones, installation.database());
    System.out.println(table(audit, audit.said() - before));
    assertThat(audit.said() - before).isEqualTo(MESSAGES / PHONES * PHONES);
    assertThat(kills).hasSize(KILLS);
    verify(audit);
  }

  private void verify(DeliveryAudit audit) {
    assertThat(audit.lost()).as("lost").isEmpty();
    assertThat(audit.repeated()).as("twice").isEmpty();
    assertThat(audit.overtaken()).as("not in order").isEmpty();
    assertThat(audit.wrongStatus()).as("statuses that were not merged").isEmpty();
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

  private void causeTrouble() {
    for (var number = 0; !Thread.currentThread().isInterrupted(); number++) {
      var fault = new LinkedHashMap<>(FAULTS.get(number % FAULTS.size()));
      fault.put("channel", number / FAULTS.size() % 2 == 0 ? "whatsapp" : "telegram");
      misbehave(fault);
      LockSupport.parkNanos(BETWEEN_FAULTS.toNanos());
    }
  }

  private void misbehave(Map<String, Object> fault) {
    simulator.post("/simulator/api/misbehaviour", fault);
  }

  private record Victim(String name, Runnable kill, Runnable restart) {}

  private void killInTurn() {
    var engine = installation.engine();
    var replicas = installation.replicas();
    var victims = new ArrayList<Victim>();
    victims.add(new Victim("replica 1", replicas.getFirst()::kill, replicas.getFirst()::restart));
    victims.add(new Victim("engine", engine::kill, engine::restart));
    victims.add(
        new Victim("PostgreSQL", installation::killDatabase, installation::restartDatabase));
    victims.add(new Victim("replica 2", replicas.getLast()::kill, replicas.getLast()::restart));
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
          "| %-10s | %6.1f s | %17.1f s |"
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

  private String poller() {
    return installation
        .database()
        .sql("select replica_id from replica_duty where name like 'telegram-poll/%'")
        .query(String.class)
        .single();
  }

  private int sendingOf(String replica) {
    return count(
        "select count(*) from outbox where state = 'SENDING' and claimed_by = '%s'"
            .formatted(replica));
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
              assertThat(simulator.get("/simulator/api/webhooks?state=pending").size())
                  .as("webhooks under way")
                  .isZero();
            });
  }

  private int count(String sql) {
    return installation.database().sql(sql).query(Integer.class).single();
  }

  private String table(DeliveryAudit audit, int written) {
    return """

        Nothing lost, nothing twice: %d messages from %d phones, %d kills, a fault every %d s

        | written | in the inbox | taken by a messenger | unknown | lost | twice | not in order | status not merged |
        | ------- | ------------ | -------------------- | ------- | ---- | ----- | ------------ | ----------------- |
        | %d | %s | %d | %d | %d | %d | %d | %d |

        | killed     | up again | answers again after |
        | ---------- | -------- | ------------------- |
        %s
        """
        .formatted(
            written,
            PHONES,
            KILLS,
            BETWEEN_FAULTS.toSeconds(),
            audit.said(),
            audit.settled(),
            audit.taken(),
            audit.unknown(),
            audit.lost().size(),
            audit.repeated().size(),
            audit.overtaken().size(),
            audit.wrongStatus().size(),
            String.join("\n", kills));
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }
}
