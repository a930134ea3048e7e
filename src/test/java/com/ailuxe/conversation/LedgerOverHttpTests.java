package com.ailuxe.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.conversation.CollectedTurn.ToAnswer;
import com.ailuxe.local.WithPostgres;
import com.ailuxe.shared.ConversationId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.micrometer.metrics.test.autoconfigure.AutoConfigureMetrics;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

/** What an operator, a probe and the world see of the ledger. */
@ApplicationModuleTest(
    mode = BootstrapMode.ALL_DEPENDENCIES,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    extraIncludes = {"staff", "system"},
    verifyAutomatically = false)
@TestPropertySource(
    properties = {
      DemoAgency.IN_DATABASE,
      "camunda.client.enabled=false",
      "camel.main.routes-include-pattern=false",
      "management.server.port=0",
      "ailuxe.conversation.start-within=PT90S"
    })
@AutoConfigureMetrics
@WithPostgres
@Import(ConversationModuleTest.MovableClock.class)
@ExtendWith(LedgerBalances.class)
class LedgerOverHttpTests {
  @LocalServerPort int port;
  @LocalManagementPort int managementPort;
  @Autowired Inbox inbox;
  @Autowired Turns turns;
  @Autowired LedgerMetrics metrics;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void nothingWaits() {
    jdbc.sql("select conversation_id from conversation_ledger where open > 0")
        .query(UUID.class)
        .list()
        .forEach(id -> settle(new ConversationId(id)));
    clock.reset();
  }

  @Test
  void prometheusReadsTotalsThatBalance() throws Exception {
    var ada = new Inbound();
    inbox.accept(
        List.of(ada.says("Hello"), ada.sends(MessageType.REACTION), new Inbound().says("Hello")));
    inbox.accept(List.of(new Inbound().to("999").says("Anybody there?")));
    turns.collect(ConversationRows.of(jdbc, ada), 1);
    metrics.read();

    var answer = get(managementPort, "/actuator/prometheus");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("# TYPE ailuxe_messages_received_total counter")
        .contains(
            "ailuxe_messages_settled_total{outcome=\"ignored\",reason=\"a reaction needs no answer\"}")
        .contains(
            "ailuxe_messages_settled_total{outcome=\"ignored\",reason=\"no agency has this account\"}");
    assertThat(value("ailuxe_messages_open", answer.body())).isEqualTo(2);
    assertThat(value("ailuxe_messages_not_started", answer.body())).isEqualTo(1);
    assertThat(value("ailuxe_outbox_waiting", answer.body())).isZero();
    assertThat(value("ailuxe_messages_received_total", answer.body()))
        .isGreaterThanOrEqualTo(4)
        .isEqualTo(
            value("ailuxe_messages_settled_total", answer.body())
                + value("ailuxe_messages_open", answer.body()));
  }

  @Test
  void countersFollowAndABeginningReasonIsShown() throws Exception {
    inbox.accept(List.of(new Inbound().says("Hello")));
    metrics.read();
    var before = value("ailuxe_messages_received_total", prometheus());

    inbox.accept(List.of(new Inbound().sends(MessageType.SYSTEM)));
    metrics.read();

    assertThat(value("ailuxe_messages_received_total", prometheus())).isEqualTo(before + 1);
    assertThat(prometheus()).contains("reason=\"a notice of the provider\"");
  }

  @Test
  void healthIsDownWhileAMessageWaitsTooLongForItsTurn() throws Exception {
    var ada = new Inbound();
    inbox.accept(List.of(ada.says("Hello")));
    clock.advance(Duration.ofSeconds(90));
    assertThat(health("").statusCode()).isEqualTo(200);

    clock.advance(Duration.ofMillis(1));

    assertThat(health("").statusCode()).isEqualTo(503);
    var started = json(health("").body()).path("components").path("messagesStarted");
    assertThat(started.path("status").asText()).isEqualTo("DOWN");
    assertThat(started.path("details").path("waitsSince").asText())
        .isEqualTo(TestClock.START.toString());
    assertThat(health("/readiness").statusCode()).isEqualTo(200);
    assertThat(health("/liveness").statusCode()).isEqualTo(200);

    turns.collect(ConversationRows.of(jdbc, ada), 1);
    assertThat(health("").statusCode()).isEqualTo(200);
    assertThat(json(health("").body()).path("status").asText()).isEqualTo("UP");
  }

  @Test
  void oneConversationThatStandsStillIsNamedAndHealthStaysUp() throws Exception {
    var ada = new Inbound();
    inbox.accept(List.of(ada.says("Hello")));
    turns.collect(ConversationRows.of(jdbc, ada), 1);
    inbox.accept(List.of(ada.says("Are you there?")));
    var id = ConversationRows.of(jdbc, ada);
    inbox.announced(
        inbox.notAnnounced(Duration.ZERO, 1000).stream()
            .filter(stored -> stored.conversationId().equals(id))
            .map(InboundMessageStored::messageId)
            .toList());

    clock.advance(Duration.ofMinutes(5));
    metrics.read();

    assertThat(health("").statusCode()).isEqualTo(200);
    var started = json(health("").body()).path("components").path("messagesStarted");
    assertThat(started.path("status").asText()).isEqualTo("UP");
    assertThat(started.path("details").path("standingStill").path(0).asText())
        .isEqualTo(id.toString());
    assertThat(value("ailuxe_conversations_standing_still", prometheus())).isEqualTo(1);

    settle(id);
    assertThat(
            json(health("").body())
                .path("components")
                .path("messagesStarted")
                .path("details")
                .path("standingStill")
                .size())
        .isZero();
  }

  /** Nobody else writes meanwhile: each is behind a turn of its own that does not go on. */
  @Test
  void severalConversationsThatStandStillAreNamedAndHealthStaysUp() throws Exception {
    var contacts = Stream.generate(Inbound::new).limit(7).toList();
    for (var contact : contacts) {
      inbox.accept(List.of(contact.says("Hello")));
      turns.collect(ConversationRows.of(jdbc, contact), 1);
    }
    for (var contact : contacts) {
      inbox.accept(List.of(contact.says("Are you there?")));
    }

    clock.advance(Duration.ofMinutes(5));

    assertThat(health("").statusCode()).isEqualTo(200);
    assertThat(standingStill()).hasSize(7);
    contacts.forEach(contact -> settle(ConversationRows.of(jdbc, contact)));
    assertThat(standingStill()).isEmpty();
  }

  @Test
  void newContactsWhoseFirstTurnFailsAreNamedAndHealthStaysUp() throws Exception {
    var ada = new Inbound();
    var ben = new Inbound();
    for (var contact : List.of(ada, ben)) {
      inbox.accept(List.of(contact.says("Hello")));
      events.publishEvent(new TurnNotBegun(ConversationRows.of(jdbc, contact)));
    }

    clock.advance(Duration.ofMinutes(5));

    assertThat(health("").statusCode()).isEqualTo(200);
    assertThat(standingStill()).hasSize(2);
    var carl = new Inbound();
    inbox.accept(List.of(carl.says("Hello")));
    clock.advance(Duration.ofMinutes(5));
    assertThat(health("").statusCode()).as("nobody begins with Carl").isEqualTo(503);
    assertThat(standingStill()).hasSize(2);
    List.of(ada, ben, carl).forEach(contact -> settle(ConversationRows.of(jdbc, contact)));
  }

  @Test
  void healthIsDownWhereEveryBeginningFails() throws Exception {
    var contacts = Stream.generate(Inbound::new).limit(LateStarts.SEVERAL).toList();
    for (var contact : contacts) {
      inbox.accept(List.of(contact.says("Hello")));
      events.publishEvent(new TurnNotBegun(ConversationRows.of(jdbc, contact)));
    }

    clock.advance(Duration.ofMinutes(5));

    assertThat(health("").statusCode()).isEqualTo(503);
    contacts.forEach(contact -> settle(ConversationRows.of(jdbc, contact)));
  }

  private List<String> standingStill() throws Exception {
    var ids = new ArrayList<String>();
    json(health("").body())
        .path("components")
        .path("messagesStarted")
        .path("details")
        .path("standingStill")
        .forEach(id -> ids.add(id.asText()));
    return ids;
  }

  @Test
  void healthIsDownWhenNobodyBeginsInSeveralConversationsThatTheEngineWasToldOf() throws Exception {
    var ada = new Inbound();
    var ben = new Inbound();
    for (var contact : List.of(ada, ben)) {
      inbox.accept(List.of(contact.says("Hello")));
      settle(ConversationRows.of(jdbc, contact));
    }
    inbox.accept(List.of(ada.says("Are you there?"), ben.says("And for me?")));
    inbox.announced(
        inbox.notAnnounced(Duration.ZERO, 1000).stream()
            .map(InboundMessageStored::messageId)
            .toList());

    clock.advance(Duration.ofMinutes(5));
    assertThat(health("").statusCode()).isEqualTo(503);

    var carl = new Inbound();
    inbox.accept(List.of(carl.says("Hello")));
    settle(ConversationRows.of(jdbc, carl));
    assertThat(health("").statusCode()).isEqualTo(200);
    settle(ConversationRows.of(jdbc, ada));
    settle(ConversationRows.of(jdbc, ben));
  }

  @Test
  void theWorldSeesNoneOfIt() throws Exception {
    for (var path : List.of("/actuator", "/actuator/health", "/actuator/prometheus")) {
      assertThat(get(port, path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void operatorsSeeHealthAndMetricsAndNothingElse() throws Exception {
    for (var path : List.of("/actuator/env", "/actuator/heapdump", "/actuator/loggers", "/")) {
      assertThat(get(managementPort, path).statusCode()).as(path).isEqualTo(404);
    }
  }

  private void settle(ConversationId id) {
    turns.carriedOut(((ToAnswer) turns.collect(id, 1)).turn().id());
  }

  private HttpResponse<String> health(String group) throws Exception {
    return get(managementPort, "/actuator/health" + group);
  }

  private String prometheus() throws Exception {
    return get(managementPort, "/actuator/prometheus").body();
  }

  private HttpResponse<String> get(int at, String path) throws IOException, InterruptedException {
    var url = URI.create("http://localhost:%d%s".formatted(at, path));
    return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
  }

  /** The sum of all lines of this name. */
  private static double value(String name, String prometheus) {
    return prometheus
        .lines()
        .filter(line -> line.matches(name + "[ {].*"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static JsonNode json(String body) throws IOException {
    return new ObjectMapper().readTree(body);
  }
}
