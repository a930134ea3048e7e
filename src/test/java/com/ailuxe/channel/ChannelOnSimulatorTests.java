package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ailuxe.DemoAgency;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.ConversationId;
import com.ailuxe.conversation.DeliveryState;
import com.ailuxe.conversation.MessageId;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboundContent.Attachment;
import com.ailuxe.conversation.OutboundContent.Button;
import com.ailuxe.conversation.Outbox;
import com.ailuxe.conversation.QueuedMessage;
import com.ailuxe.conversation.TemplateReference;
import com.ailuxe.local.WithPostgres;
import com.ailuxe.simulator.ChannelSimulator;
import com.ailuxe.simulator.SimulatorSettings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** From the contact's phone to our tables and back, on PostgreSQL and the channel simulator. */
@ApplicationModuleTest(
    mode = BootstrapMode.ALL_DEPENDENCIES,
    webEnvironment = WebEnvironment.DEFINED_PORT,
    extraIncludes = "system",
    verifyAutomatically = false)
@TestPropertySource(
    properties = {
      DemoAgency.IN_DATABASE,
      "camunda.client.enabled=false",
      "ailuxe.channel.telegram.poll-wait=2s",
      "ailuxe.channel.outbound.response-timeout=2s",
    })
@WithPostgres
@DirtiesContext
class ChannelOnSimulatorTests {
  private static final int APP_PORT = freePort();
  private static final SimulatorSettings LOCAL = SimulatorSettings.local();
  private static final ChannelSimulator SIMULATOR =
      ChannelSimulator.start(
          new SimulatorSettings(
              0,
              null,
              new SimulatorSettings.WhatsApp(
                  LOCAL.whatsApp().businessAccountId(),
                  LOCAL.whatsApp().phoneNumberId(),
                  LOCAL.whatsApp().displayPhoneNumber(),
                  LOCAL.whatsApp().accessToken(),
                  LOCAL.whatsApp().appSecret(),
                  LOCAL.whatsApp().verifyToken(),
                  URI.create("http://127.0.0.1:" + APP_PORT + "/webhooks/whatsapp")),
              LOCAL.telegram(),
              new SimulatorSettings.ClockTargets(null, null),
              LOCAL.pace()));
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Autowired Outbox outbox;
  @Autowired JdbcClient jdbc;

  private final HttpClient http = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void connectToTheSimulator(DynamicPropertyRegistry properties) {
    var url = "http://127.0.0.1:" + SIMULATOR.port();
    properties.add("server.port", () -> APP_PORT);
    properties.add("ailuxe.channel.whatsapp.base-url", () -> url);
    properties.add("ailuxe.channel.whatsapp.access-token", LOCAL.whatsApp()::accessToken);
    properties.add("ailuxe.channel.whatsapp.app-secret", LOCAL.whatsApp()::appSecret);
    properties.add("ailuxe.channel.whatsapp.verify-token", LOCAL.whatsApp()::verifyToken);
    properties.add("ailuxe.channel.telegram.base-url", () -> url);
    properties.add("ailuxe.channel.telegram.bot-token", LOCAL.telegram()::token);
  }

  @AfterEach
  void behave() {
    call("PUT", "/misbehaviour", Map.of("faults", List.of()));
  }

  @AfterAll
  static void closeSimulator() {
    SIMULATOR.close();
  }

  @Test
  void handshakeSucceeds() {
    assertThat(call("POST", "/whatsapp/handshake", Map.of()).toString()).contains("200");
  }

  @Test
  void messageThatComesThreeTimesAtOnceIsStoredOnce() {
    misbehave(Map.of("kind", "DUPLICATE_WEBHOOK", "copies", 3, "times", 1));
    var chat = whatsApp();

    says(chat, "three times");

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                call("GET", "/webhooks?channel=whatsapp&state=pending", null)
                    .findValues("id")
                    .isEmpty());
    assertThat(inboundTexts("three times")).isEqualTo(1);
  }

  @Test
  void contractWithButtonsIsReadOnThePhone() {
    var chat = whatsApp();
    var conversation = conversationAfter(chat, "Send me the contract");

    var id =
        queue(
            conversation,
            new OutboundContent(
                "Your contract",
                List.of(new Button("accept/1", "Accept"), new Button("decline/1", "Decline")),
                new Attachment("contract.pdf", "application/pdf", new byte[200_000])));

    await().atMost(PATIENCE).until(() -> outbox.stateOf(id) == DeliveryState.DELIVERED);
    call("POST", chat + "/read", Map.of());
    await().atMost(PATIENCE).until(() -> outbox.stateOf(id) == DeliveryState.READ);
    var received = lastReceived(chat);
    assertThat(received.toString()).contains("Your contract").contains("contract.pdf");

    call(
        "POST",
        chat + "/press",
        Map.of("messageId", received.path("id").asText(), "button", "Accept"));

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                jdbc.sql("select count(*) from message where button_payload = 'accept/1'")
                    .query(Long.class)
                    .single()
                    .equals(1L));
  }

  @Test
  void sendWithoutAnswerIsUnknownUntilTheStatusTellsAndIsNotRepeated() {
    var chat = whatsApp();
    var conversation = conversationAfter(chat, "Hello");
    misbehave(Map.of("kind", "NO_ANSWER", "channel", "whatsapp", "times", 1, "delay", "PT6S"));

    var id = queue(conversation, OutboundContent.text("only once"));

    await().atMost(PATIENCE).until(() -> outbox.stateOf(id) == DeliveryState.DELIVERED);
    assertThat(received(chat).stream().filter(entry -> entry.toString().contains("only once")))
        .hasSize(1);
  }

  @Test
  void errorsOfTheProviderAreOvercomeInOrder() {
    var chat = whatsApp();
    var conversation = conversationAfter(chat, "Hello");
    misbehave(Map.of("kind", "SERVER_ERROR", "channel", "whatsapp", "times", 1));

    queue(conversation, OutboundContent.text("first"));
    var second = queue(conversation, OutboundContent.text("second"));

    await().atMost(PATIENCE).until(() -> outbox.stateOf(second) == DeliveryState.DELIVERED);
    assertThat(received(chat))
        .extracting(entry -> entry.toString().contains("first") ? "first" : "second")
        .containsExactly("first", "second");
  }

  @Test
  void everyTemplateOfTheDemoAgencyReachesAContactOutsideTheWindow() {
    var chat = whatsApp();
    var conversation = conversationAfter(chat, "Hello");
    wroteTwoDaysAgo(conversation);
    var templates =
        jdbc.sql("select stem, parameter_order from message_template where agency_id = ?")
            .param(DemoAgency.ID.value())
            .query(
                (row, index) ->
                    new TemplateReference(
                        row.getString(1),
                        "en",
                        Arrays.stream((String[]) row.getArray(2).getArray())
                            .collect(Collectors.toMap(Function.identity(), fact -> "its " + fact))))
            .list();
    assertThat(templates).isNotEmpty();

    for (var template : templates) {
      var id = outbox.queue(notice(conversation, template));
      await()
          .alias(template.stem())
          .atMost(PATIENCE)
          .until(() -> outbox.stateOf(id) == DeliveryState.DELIVERED);
      var bubble = lastReceived(chat);
      assertThat(bubble.path("type").asText()).isEqualTo("template");
      assertThat(bubble.path("text").asText())
          .contains(template.parameters().values())
          .doesNotContain("{{", "the free text");
    }
  }

  @Test
  void messageWhoseTemplateTheProviderDoesNotKnowWaitsAndGoesWhenTheContactWrites() {
    var chat = whatsApp();
    var conversation = conversationAfter(chat, "Hello");
    wroteTwoDaysAgo(conversation);
    var unknown = new TemplateReference("test-unknown", "en", Map.of());
    jdbc.sql(
            """
            insert into message_template (agency_id, stem, language, provider_name, language_code,
              parameter_order, state)
            values (?, ?, 'en', 'no_such_template', 'en', '{}', 'APPROVED')""")
        .params(DemoAgency.ID.value(), unknown.stem())
        .update();

    var id = outbox.queue(notice(conversation, unknown));

    await().atMost(PATIENCE).until(() -> outbox.stateOf(id) == DeliveryState.WAITING_FOR_TEMPLATE);
    assertThat(reasonOf(id)).startsWith("HTTP 404 132001");
    assertThat(
            jdbc.sql("select state from message_template where stem = ?")
                .param(unknown.stem())
                .query(String.class)
                .single())
        .isEqualTo("REJECTED");

    conversationAfter(chat, "Are you there?");
    answered(conversation);

    await().atMost(PATIENCE).until(() -> outbox.stateOf(id) == DeliveryState.DELIVERED);
    assertThat(lastReceived(chat).path("text").asText()).isEqualTo("the free text");
  }

  @Test
  void freeTextThatTheProviderHoldsToBeOutsideTheWindowFailsWithItsCode() {
    var chat = whatsApp();
    var conversation = conversationAfter(chat, "Hello");
    theProviderForgetsWhatWasSaid(chat);

    var id = queue(conversation, OutboundContent.text("too late"));

    await().atMost(PATIENCE).until(() -> outbox.stateOf(id) == DeliveryState.FAILED);
    assertThat(reasonOf(id)).startsWith("131047");
  }

  @Test
  void telegramContactWritesAndIsAnswered() {
    var contact =
        call(
            "POST",
            "/contacts",
            Map.of(
                "name",
                "Ana " + UUID.randomUUID(),
                "telegramId",
                ThreadLocalRandom.current().nextInt(1_000_000, 900_000_000)));
    var chat = "/contacts/" + contact.path("id").asText() + "/telegram";
    var conversation = conversationAfter(chat, "Olá " + UUID.randomUUID());

    var id =
        queue(
            conversation,
            new OutboundContent(
                "Accept?", List.of(new Button("telegram-accept/1", "Accept")), null));

    await().atMost(PATIENCE).until(() -> outbox.stateOf(id) == DeliveryState.ACCEPTED);
    call(
        "POST",
        chat + "/press",
        Map.of("messageId", lastReceived(chat).path("id").asText(), "button", "Accept"));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                jdbc.sql("select count(*) from message where button_payload = 'telegram-accept/1'")
                    .query(Long.class)
                    .single()
                    .equals(1L));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                call("GET", "/received?channel=telegram", null)
                    .toString()
                    .contains("answerCallbackQuery"));
  }

  private String whatsApp() {
    var phone = "49151" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
    var contact =
        call("POST", "/contacts", Map.of("name", "Ada " + UUID.randomUUID(), "phone", phone));
    return "/contacts/" + contact.path("id").asText() + "/whatsapp";
  }

  private void says(String chat, String text) {
    call("POST", chat + "/messages", Map.of("type", "text", "text", text));
  }

  private ConversationId conversationAfter(String chat, String text) {
    var unique = text + " " + UUID.randomUUID();
    says(chat, unique);
    await().atMost(PATIENCE).until(() -> inboundTexts(unique) == 1);
    return new ConversationId(
        jdbc.sql("select conversation_id from message where text = ?")
            .param(unique)
            .query(UUID.class)
            .single());
  }

  private long inboundTexts(String text) {
    return jdbc.sql("select count(*) from message where text = ?")
        .param(text)
        .query(Long.class)
        .single();
  }

  private MessageId queue(ConversationId conversation, OutboundContent content) {
    return outbox.queue(
        new QueuedMessage(
            conversation, Author.PERSON, content, null, UUID.randomUUID().toString()));
  }

  private static QueuedMessage notice(ConversationId conversation, TemplateReference template) {
    var file =
        template.stem().equals("contract-document")
            ? new Attachment("contract.pdf", "application/pdf", new byte[2000])
            : null;
    return new QueuedMessage(
            conversation,
            Author.NOTICE,
            new OutboundContent("the free text", List.of(), file),
            null,
            template.stem() + "/" + conversation)
        .orAs(template);
  }

  private void wroteTwoDaysAgo(ConversationId conversation) {
    jdbc.sql("update conversation set last_inbound_at = now() - interval '2 days' where id = ?")
        .param(conversation.value())
        .update();
  }

  private void theProviderForgetsWhatWasSaid(String chat) {
    call("POST", "/reset", Map.of("contact", chat.split("/")[2]));
  }

  private void answered(ConversationId conversation) {
    jdbc.sql("update inbox set state = 'ANSWERED' where conversation_id = ?")
        .param(conversation.value())
        .update();
  }

  private String reasonOf(MessageId id) {
    return jdbc.sql("select reason from outbox where message_id = ?")
        .param(id.value())
        .query(String.class)
        .single();
  }

  private List<JsonNode> received(String chat) {
    return call("GET", chat + "/log", null)
        .path("entries")
        .valueStream()
        .filter(entry -> entry.path("author").asText().equals("APP"))
        .toList();
  }

  private JsonNode lastReceived(String chat) {
    return received(chat).getLast();
  }

  private void misbehave(Map<String, Object> fault) {
    call("PUT", "/misbehaviour", Map.of("faults", List.of(fault)));
  }

  private JsonNode call(String method, String path, @Nullable Object body) {
    try {
      var request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + SIMULATOR.port() + "/simulator/api" + path))
              .header("Content-Type", "application/json")
              .method(
                  method,
                  body == null
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
              .build();
      var answer = http.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as("%s %s: %s", method, path, answer.body()).isLessThan(300);
      return JSON.readTree(answer.body());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
