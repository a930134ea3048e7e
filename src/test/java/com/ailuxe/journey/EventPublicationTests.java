package com.ailuxe.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ailuxe.conversation.PromiseId;
import com.ailuxe.conversation.PromiseMade;
import com.ailuxe.local.LocalPostgres;
import com.ailuxe.shared.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is to be told is told once it can be, whichever version wrote it: the application starts on
 * a database that the version before Spring Modulith 2 left.
 */
@Tag("database")
@ResourceLock("database")
@SpringBootTest(
    classes = EventPublicationTests.Events.class,
    webEnvironment = WebEnvironment.NONE,
    properties = {
      "camunda.client.enabled=false",
      "camel.main.routes-include-pattern=false",
      "spring.modulith.events.republish-outstanding-events-on-restart=false",
      "spring.modulith.events.staleness.check-interval=100ms"
    })
@ContextConfiguration(initializers = EventPublicationTests.DatabaseOfTheVersionBefore.class)
class EventPublicationTests {
  private static final String BEFORE = "202611301702";
  private static final PromiseMade WAITING = promise();
  private static final PromiseMade COMPLETED = promise();

  static final class DatabaseOfTheVersionBefore
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      var database = LocalPostgres.forTests().createDatabase();
      var connections =
          new DriverManagerDataSource(database.url(), database.username(), database.password());
      Flyway.configure().dataSource(connections).target(BEFORE).load().migrate();
      var jdbc = JdbcClient.create(connections);
      writeAsTheVersionBefore(jdbc, WAITING, null);
      writeAsTheVersionBefore(jdbc, COMPLETED, "now()");
      TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
          context,
          "spring.datasource.url=" + database.url(),
          "spring.datasource.username=" + database.username(),
          "spring.datasource.password=" + database.password(),
          "spring.datasource.hikari.minimum-idle=1");
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @EnableScheduling
  @Import({Engine.class, Listener.class})
  static class Events {}

  /** What the listener told, as the listener itself is behind a proxy. */
  static class Engine {
    private final List<PromiseMade> told = new CopyOnWriteArrayList<>();
    private final AtomicBoolean away = new AtomicBoolean();
  }

  static class Listener {
    private final Engine engine;

    Listener(Engine engine) {
      this.engine = engine;
    }

    @EngineListener
    void on(PromiseMade event) {
      if (engine.away.get()) {
        throw new IllegalStateException("The engine of the test is away");
      }
      engine.told.add(event);
    }
  }

  @Autowired Engine engine;
  @Autowired JdbcClient jdbc;
  @Autowired IncompleteEventPublications publications;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;

  @AfterEach
  void nothingIsLeft() {
    await().untilAsserted(() -> assertThat(rows()).isZero());
    assertThat(engine.told).doesNotContain(COMPLETED);
  }

  @Test
  void whatTheVersionBeforeLeftWaitingIsTold() {
    sweep();

    await().untilAsserted(() -> assertThat(engine.told).contains(WAITING));
  }

  @Test
  void whatTheVersionBeforeWritesBesideThisOneIsTold() {
    var event = promise();
    writeAsTheVersionBefore(jdbc, event, null);

    sweep();

    await().untilAsserted(() -> assertThat(engine.told).contains(event));
  }

  @Test
  void whatFailedIsToldAgain() {
    var event = promise();
    engine.away.set(true);
    transaction.executeWithoutResult(status -> events.publishEvent(event));
    await().untilAsserted(() -> assertThat(stateOf(event)).isEqualTo("FAILED"));
    sweep();
    await().untilAsserted(() -> assertThat(stateOf(event)).isEqualTo("FAILED"));

    engine.away.set(false);
    sweep();

    await().untilAsserted(() -> assertThat(engine.told).contains(event));
  }

  @Test
  void whatAReplicaDiedOverWhileItToldItAgainIsTold() {
    var event = promise();
    writeAsTheVersionBefore(jdbc, event, null);
    jdbc.sql("update event_publication set status = 'RESUBMITTED' where serialized_event = ?")
        .param(text(event))
        .update();
    await().untilAsserted(() -> assertThat(stateOf(event)).isEqualTo("FAILED"));

    sweep();

    await().untilAsserted(() -> assertThat(engine.told).contains(event));
  }

  @Test
  void anEventIsWrittenAsTheVersionBeforeReadsIt() {
    var event = promise();
    engine.away.set(true);
    transaction.executeWithoutResult(status -> events.publishEvent(event));

    await().untilAsserted(() -> assertThat(stateOf(event)).isEqualTo("FAILED"));

    engine.away.set(false);
    sweep();
  }

  private void sweep() {
    publications.resubmitIncompletePublicationsOlderThan(Duration.ZERO);
  }

  private int rows() {
    return jdbc.sql("select count(*) from event_publication").query(Integer.class).single();
  }

  /** Of the row with the text that the version before wrote. */
  private String stateOf(PromiseMade event) {
    return jdbc.sql("select status from event_publication where serialized_event = ?")
        .param(text(event))
        .query(String.class)
        .single();
  }

  private static PromiseMade promise() {
    return new PromiseMade(
        new PromiseId(UUID.randomUUID()),
        ConversationId.random(),
        Instant.parse("2026-12-24T19:00:00.5Z"));
  }

  private static void writeAsTheVersionBefore(
      JdbcClient jdbc, PromiseMade event, @Nullable String completed) {
    jdbc.sql(
            """
            insert into event_publication (id, listener_id, event_type, serialized_event,
              publication_date, completion_date)
            values (gen_random_uuid(), ?, ?, ?, now() - interval '2 minutes', %s)"""
                .formatted(completed))
        .params(
            "%s.on(%s)".formatted(Listener.class.getName(), PromiseMade.class.getName()),
            PromiseMade.class.getName(),
            text(event))
        .update();
  }

  private static String text(PromiseMade event) {
    return """
    {"id":{"value":"%s"},"conversationId":{"value":"%s"},"dueAt":"%s"}"""
        .formatted(event.id(), event.conversationId(), event.dueAt());
  }
}
