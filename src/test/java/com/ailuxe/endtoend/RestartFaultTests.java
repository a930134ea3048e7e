package com.ailuxe.endtoend;

import static com.ailuxe.LedgerAssert.assertThatTheLedgerBalances;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The app, and the engine with it, are killed in the middle of a chat and started again. */
class RestartFaultTests {
  private static final int CONTACTS_PER_MESSENGER = 4;

  private LocalStackProcess stack;
  private JdbcClient database;
  private final List<Phone> phones = new ArrayList<>();

  @BeforeEach
  void start() {
    stack = LocalStackProcess.broker("restart");
    database = JdbcClient.create(new DriverManagerDataSource(stack.database(), "ailuxe", "ailuxe"));
    var simulator = new Http(stack.simulator());
    for (var contact = 0; contact < CONTACTS_PER_MESSENGER; contact++) {
      phones.add(Phone.withWhatsApp(simulator, "Wanda " + contact, "4915200000" + (100 + contact)));
      phones.add(Phone.withTelegram(simulator, "Theo " + contact, 800_000L + contact));
    }
  }

  @AfterEach
  void stop() {
    stack.close();
  }

  @Test
  void everyMessageIsAnsweredOnceAfterAKillInTheMiddleOfAChat() {
    phones.forEach(phone -> phone.says("Good evening"));
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> count("select count(*) from inbox where kind = 'MESSAGE'") > phones.size() / 2);
    stack.kill();
    stack.restart();

    for (var phone : phones) {
      assertThat(phone.nextText()).contains("automatic concierge");
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> count("select count(*) from inbox where state = 'OPEN'") == 0);

    phones.forEach(phone -> phone.says("What do you offer?"));
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> phones.stream().anyMatch(phone -> !phone.unseen().isEmpty()));
    stack.kill();
    stack.restart();

    await()
        .atMost(Duration.ofSeconds(120))
        .untilAsserted(
            () -> {
              assertThat(count("select count(*) from inbox where state = 'OPEN'")).isZero();
              assertThat(count("select count(*) from outbox where state = 'QUEUED'")).isZero();
              assertThat(answers() + brokenOff()).isGreaterThanOrEqualTo(2 * phones.size());
            });
    assertThat(count("select count(*) from turn where state = 'ANSWERED'"))
        .isEqualTo(2 * phones.size());
    assertThat(phones)
        .allSatisfy(
            phone ->
                assertThat(phone.received()).as("answers to two messages").hasSizeBetween(1, 2));
    assertThat(brokenOff())
        .as("sends that were under way when the app was killed; never repeated")
        .isLessThanOrEqualTo(8);
    assertThatTheLedgerBalances(database);
  }

  private int answers() {
    return phones.stream().mapToInt(phone -> phone.received().size()).sum();
  }

  private int brokenOff() {
    return count("select count(*) from outbox where state in ('SENDING', 'UNKNOWN')");
  }

  private int count(String sql) {
    return database.sql(sql).query(Integer.class).single();
  }
}
