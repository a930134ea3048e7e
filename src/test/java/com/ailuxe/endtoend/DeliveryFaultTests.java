package com.ailuxe.endtoend;

import static com.ailuxe.endtoend.Crowd.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ailuxe.local.LocalBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.dao.DataAccessException;

/**
 * Contacts write while all that the app depends on, and its two replicas, are killed in turn, every
 * webhook comes three times at once, some of them late, and the messengers are slow, refuse, fail
 * or take a message and do not say so. {@code mvn -Pnightly verify} does it at length.
 */
@Tag("nightly")
@Isolated("Its load, and what it kills, would make tests beside it late")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class DeliveryFaultTests {
  private static final int MESSAGES = Integer.getInteger("faults.messages", 60);
  private static final int KILLS = Integer.getInteger("faults.kills", 2);
  private static final boolean WITH_OPERATE = Boolean.getBoolean("faults.operate");
  private static final int PHONES = 10;
  private static final Duration DEAD_FOR = Duration.ofSeconds(2);
  private static final Duration BETWEEN_FAULTS = Duration.ofSeconds(2);

  /** One at a time, in turn at both messengers. */
  private static final List<Map<String, Object>> FAULTS =
      List.of(
          Map.of("kind", "TOO_MANY_REQUESTS", "times", 1, "retryAfterSeconds", 1),
          Map.of("kind", "SERVER_ERROR", "times", 1, "code", 500),
          Map.of("kind", "SLOW", "times", 1, "delay", "PT2S"),
          Map.of("kind", "NO_ANSWER", "times", 1, "delay", "PT8S"),
          Map.of("kind", "LATE_WEBHOOK", "times", 2, "delay", "PT3S"));

  private final List<String> kills = new ArrayList<>();
  private LocalBroker engine;
  private Installation installation;
  private Crowd crowd;

  @BeforeAll
  void start() {
    engine = WITH_OPERATE ? LocalBroker.withOperate() : LocalBroker.forTests();
    installation = Installation.start("delivery", 2, engine.grpcAddress(), engine.restAddress());
    crowd = new Crowd(installation, PHONES);
  }

  @AfterAll
  void stop() {
    crowd.close();
    installation.close();
    engine.close();
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
    installation.misbehave(
        Map.of("kind", "NO_ANSWER", "channel", "whatsapp", "times", PHONES, "delay", "PT1M"));
    crowd.says("Good evening");
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

    installation.behave();
    victim.restart();
    crowd.awaitRest();
    crowd.verify(crowd.audit());
  }

  @Test
  @Order(2)
  void nothingIsLostAndNothingComesTwiceWhateverIsKilled() {
    var before = crowd.audit().said();
    installation.misbehave(Map.of("kind", "DUPLICATE_WEBHOOK", "copies", 3));
    var trouble = Thread.ofVirtual().start(this::causeTrouble);
    crowd.chat();
    killInTurn();
    crowd.endChats(MESSAGES);
    trouble.interrupt();
    crowd.awaitRest();

    var audit = crowd.audit();
    System.out.println(table(audit));
    assertThat(audit.said() - before).isEqualTo(crowd.written());
    assertThat(kills).hasSize(KILLS);
    crowd.verify(audit);
  }

  private void causeTrouble() {
    for (var number = 0; !Thread.currentThread().isInterrupted(); number++) {
      var fault = new LinkedHashMap<>(FAULTS.get(number % FAULTS.size()));
      fault.put("channel", number / FAULTS.size() % 2 == 0 ? "whatsapp" : "telegram");
      installation.misbehave(fault);
      LockSupport.parkNanos(BETWEEN_FAULTS.toNanos());
    }
  }

  private record Victim(String name, Runnable kill, Runnable restart) {}

  private List<Victim> victims() {
    var replicas = installation.replicas();
    var victims = new ArrayList<Victim>();
    victims.add(new Victim("engine", engine::kill, engine::restart));
    victims.add(
        new Victim("PostgreSQL", installation::killDatabase, installation::restartDatabase));
    victims.add(new Victim("replica 1", replicas.getFirst()::kill, replicas.getFirst()::restart));
    victims.add(new Victim("replica 2", replicas.getLast()::kill, replicas.getLast()::restart));
    if (WITH_OPERATE) {
      victims.add(new Victim("OpenSearch", engine::killSearch, engine::restartSearch));
    }
    return victims;
  }

  private void killInTurn() {
    var victims = victims();
    for (var number = 0; number < KILLS; number++) {
      var due = (number + 1) * MESSAGES / (KILLS + 1);
      await().atMost(PATIENCE).until(() -> crowd.written() >= due);
      var victim = victims.get(number % victims.size());
      var killed = Instant.now();
      victim.kill.run();
      LockSupport.parkNanos(DEAD_FOR.toNanos());
      victim.restart.run();
      var restarted = Instant.now();
      await()
          .atMost(PATIENCE)
          .ignoreExceptionsInstanceOf(DataAccessException.class)
          .until(() -> crowd.isAnsweredSince(restarted));
      kills.add(
          "| %-10s | %6.1f s | %17.1f s |"
              .formatted(victim.name, seconds(killed, restarted), seconds(killed, Instant.now())));
    }
  }

  /** The replica that polls Telegram, as it calls itself. */
  private String poller() {
    return installation
        .database()
        .sql("select replica_id from replica_duty where name like 'telegram-poll/%'")
        .query(String.class)
        .single();
  }

  private int sendingOf(String replica) {
    return installation
        .database()
        .sql("select count(*) from outbox where state = 'SENDING' and claimed_by = ?::uuid")
        .param(replica)
        .query(Integer.class)
        .single();
  }

  private String table(DeliveryAudit audit) {
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
            crowd.written(),
            PHONES,
            kills.size(),
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
