package com.ailuxe.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ailuxe.conversation.PromiseId;
import com.ailuxe.conversation.PromiseMade;
import com.ailuxe.local.WithPostgres;
import com.ailuxe.shared.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionTemplate;

/** What is to be announced is announced once it can be, also where Spring Modulith 1 wrote it. */
@WithPostgres
@SpringBootTest(
    classes = EventPublicationTests.Events.class,
    webEnvironment = WebEnvironment.NONE,
    properties = {
      "camunda.client.enabled=false",
      "camel.main.routes-include-pattern=false",
      "spring.modulith.events.republish-outstanding-events-on-restart=false",
      "spring.modulith.events.staleness.check-interval=100ms"
    })
class EventPublicationTests {
  @SpringBootConfiguration
  @EnableAutoConfiguration
  @EnableScheduling
  @Import({Engine.class, Listener.class})
  static class Events {}

  /** What the listener heard, as the listener itself is behind a proxy. */
  static class Engine {
    private final List<PromiseMade> heard = new CopyOnWriteArrayList<>();
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
      engine.heard.add(event);
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
  }

  @Test
  void whatVersion1WroteIsAnnounced() {
    var event = promise();
    writeAsVersion1(event);

    sweep();

    await().untilAsserted(() -> assertThat(engine.heard).contains(event));
  }

  @Test
  void whatFailedIsAnnouncedAgain() {
    var event = promise();
    engine.away.set(true);
    transaction.executeWithoutResult(status -> events.publishEvent(event));
    await().untilAsserted(() -> assertThat(stateOf(event)).isEqualTo("FAILED"));
    sweep();
    await().untilAsserted(() -> assertThat(stateOf(event)).isEqualTo("FAILED"));

    engine.away.set(false);
    sweep();

    await().untilAsserted(() -> assertThat(engine.heard).contains(event));
  }

  @Test
  void whatAReplicaDiedOverWhileItAnnouncedItAgainIsAnnounced() {
    var event = promise();
    writeAsVersion1(event);
    jdbc.sql("update event_publication set status = 'RESUBMITTED' where serialized_event = ?")
        .param(text(event))
        .update();
    await().untilAsserted(() -> assertThat(stateOf(event)).isEqualTo("FAILED"));

    sweep();

    await().untilAsserted(() -> assertThat(engine.heard).contains(event));
  }

  @Test
  void anEventIsWrittenAsVersion1ReadsIt() {
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

  /** The state of the row with the text that version 1 wrote. */
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

  private void writeAsVersion1(PromiseMade event) {
    jdbc.sql(
            """
            insert into event_publication (id, listener_id, event_type, serialized_event,
              publication_date)
            values (gen_random_uuid(), ?, ?, ?, now() - interval '2 minutes')""")
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
