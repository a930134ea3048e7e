package com.ailuxe.endtoend;

import static com.ailuxe.LedgerAssert.assertThatTheLedgerBalances;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contacts on both messengers who write at the same time, and what has become of it. */
final class Crowd implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final Duration LONG_PATIENCE = Duration.ofMinutes(30);
  private static final List<String> WORDS = List.of("Good evening", "What do you offer?");

  /** A pause, so that what was killed has room to start again on a small machine. */
  private static final Duration THINKS_FOR = Duration.ofSeconds(4);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(700);
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(40);

  private final List<Phone> phones = new ArrayList<>();
  private final Http simulator;
  private final JdbcClient database;
  private final AtomicInteger written = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> chats = new ArrayList<>();
  private volatile boolean ending;

  /**
   * @param size an even number of phones, one half for each messenger
   */
  Crowd(Installation installation, int size) {
    simulator = installation.simulator();
    database = installation.database();
    for (var number = 0; number < size / 2; number++) {
      phones.add(Phone.withWhatsApp(simulator, "Wanda " + number, "447912000" + (100 + number)));
      phones.add(Phone.withTelegram(simulator, "Theo " + number, 800_000L + number));
    }
  }

  /** Each phone writes one message now. */
  void says(String text) {
    phones.forEach(phone -> phone.says(text));
  }

  /** Each phone writes in the background, the next message when it has an answer, until the end. */
  void chat() {
    phones.forEach(phone -> chats.add(threads.submit(() -> chat(phone))));
  }

  /**
   * An answer may not come, because the app does not know whether Telegram took it, and so does not
   * repeat it.
   */
  private void chat(Phone phone) {
    for (var number = 0; !ending; number++) {
      var before = phone.received().size();
      phone.says(WORDS.get(number % WORDS.size()));
      written.incrementAndGet();
      var giveUp = System.nanoTime() + ANSWERED_WITHIN.toNanos();
      while (phone.received().size() == before && System.nanoTime() < giveUp) {
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
      LockSupport.parkNanos(THINKS_FOR.toNanos());
    }
  }

  /** How many messages were written in chats so far. */
  int written() {
    return written.get();
  }

  /** Returns when so many messages were written, and all phones have written their last one. */
  void endChats(int messages) {
    await().atMost(LONG_PATIENCE).until(() -> written.get() >= messages);
    ending = true;
    chats.forEach(chat -> await().atMost(PATIENCE).until(chat::isDone));
  }

  /** Whether anything was answered after the instant. */
  boolean isAnsweredSince(Instant instant) {
    return database
        .sql("select exists (select from turn where answered_at > ?)")
        .param(Timestamp.from(instant))
        .query(Boolean.class)
        .single();
  }

  /** Returns when nothing is under way any more. */
  void awaitRest() {
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
    return database.sql(sql).query(Integer.class).single();
  }

  DeliveryAudit audit() {
    return new DeliveryAudit(phones, database);
  }

  void verify(DeliveryAudit audit) {
    assertThat(audit.lost()).as("lost").isEmpty();
    assertThat(audit.repeated()).as("twice").isEmpty();
    assertThat(audit.overtaken()).as("not in order").isEmpty();
    assertThat(audit.wrongStatus()).as("statuses that were not merged").isEmpty();
    assertThatTheLedgerBalances(database);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
