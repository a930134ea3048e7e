package com.ailuxe.channel;

import static com.ailuxe.LedgerAssert.assertThatTheLedgerBalances;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ailuxe.DemoAgency;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.CollectedTurn.ToAnswer;
import com.ailuxe.conversation.ConversationId;
import com.ailuxe.conversation.DeliveryState;
import com.ailuxe.conversation.MessageId;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboundContent.Attachment;
import com.ailuxe.conversation.OutboundContent.Button;
import com.ailuxe.conversation.Outbox;
import com.ailuxe.conversation.QueuedMessage;
import com.ailuxe.conversation.SendAttempt;
import com.ailuxe.conversation.TemplateReference;
import com.ailuxe.conversation.Turns;
import com.ailuxe.conversation.UnknownSendDecision;
import com.ailuxe.conversation.UnknownSends;
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
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
      "management.server.port=0",
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

  @Autowired Turns turns;
  @Autowired Outbox outbox;
  @Autowired UnknownSends unknownSends;
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

  @AfterEach
  void theLedgerBalances() {
    assertThatTheLedgerBalances(jdbc);
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
  void contractWithButtonsIsReadOnThePhone() {
    var chat = chat(Channel.WHATSAPP);
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
    var chat = chat(Channel.WHATSAPP);
    var conversation = conversationAfter(chat, "Hello");
    misbehave(Map.of("kind", "NO_ANSWER", "channel", "whatsapp", "times", 1, "delay", "PT6S"));

    var id = queue(conversation, OutboundContent.text("only once"));

    await().atMost(PATIENCE).until(() -> outbox.stateOf(id) == DeliveryState.DELIVERED);
    assertThat(received(chat).stream().filter(entry -> entry.toString().contains("only once")))
        .hasSize(1);
  }

  @Test
  void whatFollowsWaitsUntilTheErrorIsOvercome() {
    var chat = chat(Channel.WHATSAPP);
    var conversation = conversationAfter(chat, "Hello");
    misbehave(Map.of("kind", "SERVER_ERROR", "channel", "whatsapp", "times", 1));

    queue(conversation, OutboundContent.text("first"));
    var second = queue(conversation, OutboundContent.text("second"));

    await().atMost(PATIENCE).until(() -> outbox.stateOf(second) == DeliveryState.DELIVERED);
    assertThat(received(chat))
        .extracting(entry -> entry.toString().contains("first") ? "first" : "second")
        .containsExactly("first", "second");
  }

  @ParameterizedTest
  @EnumSource
  void slowAnswerIsWaitedFor(Channel channel) {
    var chat = chat(channel);
    var conversation = conversationAfter(chat, "Hello");
    misbehave(Map.of("kind", "SLOW", "delay", "PT1S", "times", 1));

    var id = queue(conversation, OutboundContent.text("patience"));

    await().atMost(PATIENCE).until(() -> outbox.stateOf(id).compareTo(arrived(channel)) >= 0);
    assertThat(received(chat)).hasSize(1);
    assertThat(sends(channel, "patience")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void errorOfTheProviderIsOvercomeAndSentOnce(Channel channel) {
    var chat = chat(channel);
    var conversation = conversationAfter(chat, "Hello");
    misbehave(Map.of("kind", "SERVER_ERROR", "code", 502, "times", 1));

    var id = queue(conversation, OutboundContent.text("after the error"));

    await().atMost(PATIENCE).until(() -> outbox.stateOf(id) == arrived(channel));
    assertThat(sends(channel, "after the error"))
        .extracting(send -> send.path("status").asInt())
        .containsExactly(502, 200);
    assertThat(received(chat)).hasSize(1);
  }

  @Test
  void telegramIsLeftAloneForAsLongAsItAsked() {
    var chat = chat(Channel.TELEGRAM);
    var conversation = conversationAfter(chat, "Hello");
    misbehave(Map.of("kind", "TOO_MANY_REQUESTS", "retryAfterSeconds", 3, "times", 1));

    var id = queue(conversation, OutboundContent.text("when you may"));

    await().atMost(PATIENCE).until(() -> outbox.stateOf(id) == DeliveryState.ACCEPTED);
    assertThat(sends(Channel.TELEGRAM, "when you may"))
        .extracting(send -> send.path("status").asInt())
        .containsExactly(429, 200);
    assertThat(pauseBetween(sends(Channel.TELEGRAM, "when you may")))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    assertThat(received(chat)).hasSize(1);
  }

  @Test
  void whatsAppIsLeftAloneForLongerEachTime() {
    var chat = chat(Channel.WHATSAPP);
    var conversation = conversationAfter(chat, "Hello");
    misbehave(Map.of("kind", "TOO_MANY_REQUESTS", "times", 1));

    var id = queue(conversation, OutboundContent.text("when you may"));

    await().atMost(PATIENCE).until(() -> outbox.stateOf(id) == DeliveryState.DELIVERED);
    assertThat(pauseBetween(sends(Channel.WHATSAPP, "when you may")))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(4));
    assertThat(received(chat)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void messagesWaitForAValidTokenAndTellWhy(Channel channel) {
    var chat = chat(channel);
    var conversation = conversationAfter(chat, "Hello");
    misbehave(Map.of("kind", "EXPIRED_TOKEN", "channel", name(channel)));

    var first = queue(conversation, OutboundContent.text("first after renewal"));
    var second = queue(conversation, OutboundContent.text("second after renewal"));

    await().atMost(PATIENCE).until(() -> reason(first).startsWith("HTTP 401"));
    assertThat(outbox.stateOf(first)).isEqualTo(DeliveryState.QUEUED);
    assertThat(outbox.stateOf(second)).isEqualTo(DeliveryState.QUEUED);
    assertThat(received(chat)).isEmpty();

    behave();
    theNextTryIsDue(first);

    await().atMost(PATIENCE).until(() -> outbox.stateOf(second) == arrived(channel));
    assertThat(received(chat))
        .extracting(entry -> entry.path("text").asText())
        .containsExactly("first after renewal", "second after renewal");
  }

  @Test
  void telegramsSilenceStaysUnknownAndHoldsNothingUp() {
    var chat = chat(Channel.TELEGRAM);
    var conversation = conversationAfter(chat, "Hello");
    misbehave(Map.of("kind", "NO_ANSWER", "channel", "telegram", "times", 1, "delay", "PT6S"));

    var silent = queue(conversation, OutboundContent.text("perhaps"));
    var next = queue(conversation, OutboundContent.text("certainly"));

    await().atMost(PATIENCE).until(() -> outbox.stateOf(next) == DeliveryState.ACCEPTED);
    assertThat(outbox.stateOf(silent)).isEqualTo(DeliveryState.UNKNOWN);
    assertThat(sends(Channel.TELEGRAM, "perhaps")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void whatAPersonDecidesAboutASilentSendIsWhatThePhoneGets(UnknownSendDecision decision) {
    var chat = chat(Channel.TELEGRAM);
    var conversation = conversationAfter(chat, "Hello");
    misbehave(Map.of("kind", "NO_ANSWER", "channel", "telegram", "times", 1, "delay", "PT6S"));
    var id = queue(conversation, OutboundContent.text("perhaps"));
    await().atMost(PATIENCE).until(() -> outbox.stateOf(id) == DeliveryState.UNKNOWN);

    unknownSends.resolve(new SendAttempt(id, 1), decision, "Camille", null, "decided/" + id);

    var last = queue(conversation, OutboundContent.text("the last"));
    await().atMost(PATIENCE).until(() -> outbox.stateOf(last) == DeliveryState.ACCEPTED);
    var again = decision == UnknownSendDecision.SEND_AGAIN;
    assertThat(received(chat))
        .extracting(entry -> entry.path("text").asText())
        .containsExactlyElementsOf(
            again ? List.of("perhaps", "perhaps", "the last") : List.of("perhaps", "the last"));
    assertThat(outbox.stateOf(id))
        .isEqualTo(
            switch (decision) {
              case RECEIVED -> DeliveryState.SENT;
              case SEND_AGAIN -> DeliveryState.ACCEPTED;
              case DROP -> DeliveryState.WITHDRAWN;
            });
  }

  @ParameterizedTest
  @EnumSource
  void messageThatComesThreeTimesIsStoredOnce(Channel channel) {
    var chat = chat(channel);
    misbehave(Map.of("kind", "DUPLICATE_WEBHOOK", "copies", 3, "times", 1));

    var text = "three times " + UUID.randomUUID();
    says(chat, text);
    var conversation = conversationAfter(chat, "the next");

    await().atMost(PATIENCE).until(() -> pendingWebhooks(channel).isEmpty());
    assertThat(inboundTexts(text)).isEqualTo(1);
    assertThat(inbound(conversation)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void messageThatIsOvertakenIsStoredToo(Channel channel) {
    var chat = chat(channel);
    misbehave(Map.of("kind", "LATE_WEBHOOK", "delay", "PT1S", "times", 1));

    var late = "late " + UUID.randomUUID();
    says(chat, late);
    var conversation = conversationAfter(chat, "in time");

    await().atMost(PATIENCE).until(() -> inboundTexts(late) == 1);
    assertThat(inbound(conversation)).isEqualTo(2);
  }

  @Test
  void statusThatIsOvertakenTakesNothingBack() {
    var chat = chat(Channel.WHATSAPP);
    var conversation = conversationAfter(chat, "Hello");
    misbehave(Map.of("kind", "LATE_WEBHOOK", "on", "status", "delay", "PT2S", "times", 1));

    var id = queue(conversation, OutboundContent.text("delivered before sent"));

    await().atMost(PATIENCE).until(() -> outbox.stateOf(id) == DeliveryState.DELIVERED);
    await().atMost(PATIENCE).until(() -> isNoted(id, "sent_at"));
    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void statusThatIsLostIsMadeUpForByTheNext() {
    var chat = chat(Channel.WHATSAPP);
    var conversation = conversationAfter(chat, "Hello");
    misbehave(Map.of("kind", "LOST_WEBHOOK", "on", "status", "times", 2));

    var id = queue(conversation, OutboundContent.text("nobody heard"));

    await()
        .atMost(PATIENCE)
        .until(() -> call("GET", "/misbehaviour", null).path("faults").isEmpty());
    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.ACCEPTED);
    call("POST", chat + "/read", Map.of());

    await().atMost(PATIENCE).until(() -> outbox.stateOf(id) == DeliveryState.READ);
  }

  @Test
  void messageThatIsAcceptedAndFailsSaysWhy() {
    var chat = chat(Channel.WHATSAPP);
    var conversation = conversationAfter(chat, "Hello");
    misbehave(Map.of("kind", "FAILED_STATUS", "code", 131026, "times", 1));

    var id = queue(conversation, OutboundContent.text("undeliverable"));

    await().atMost(PATIENCE).until(() -> outbox.stateOf(id) == DeliveryState.FAILED);
    assertThat(reason(id)).contains("131026");
    assertThat(sends(Channel.WHATSAPP, "undeliverable")).hasSize(1);
  }

  @Test
  void everyTemplateOfTheDemoAgencyReachesAContactOutsideTheWindow() {
    var chat = chat(Channel.WHATSAPP);
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
    var chat = chat(Channel.WHATSAPP);
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
    assertThat(reason(id)).startsWith("HTTP 404 132001");
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
    var chat = chat(Channel.WHATSAPP);
    var conversation = conversationAfter(chat, "Hello");
    theProviderForgetsWhatWasSaid(chat);

    var id = queue(conversation, OutboundContent.text("too late"));

    await().atMost(PATIENCE).until(() -> outbox.stateOf(id) == DeliveryState.FAILED);
    assertThat(reason(id)).startsWith("131047");
  }

  @Test
  void telegramContactWritesAndIsAnswered() {
    var chat = chat(Channel.TELEGRAM);
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

  /** A new contact's chat on that channel. */
  private String chat(Channel channel) {
    var number = ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
    var name = "Ada " + UUID.randomUUID();
    var contact =
        call(
            "POST",
            "/contacts",
            switch (channel) {
              case WHATSAPP -> Map.of("name", name, "phone", "49151" + number);
              case TELEGRAM -> Map.of("name", name, "telegramId", number);
            });
    return "/contacts/" + contact.path("id").asText() + "/" + name(channel);
  }

  private static String name(Channel channel) {
    return channel.name().toLowerCase(Locale.ROOT);
  }

  /** As far as the channel reports by itself. */
  private static DeliveryState arrived(Channel channel) {
    return channel == Channel.WHATSAPP ? DeliveryState.DELIVERED : DeliveryState.ACCEPTED;
  }

  /** The calls by which the app sent a text, with what the provider answered. */
  private List<JsonNode> sends(Channel channel, String text) {
    return call("GET", "/received?channel=" + name(channel), null)
        .valueStream()
        .filter(call -> call.path("body").toString().contains(text))
        .toList();
  }

  private static Duration pauseBetween(List<JsonNode> twoCalls) {
    assertThat(twoCalls).hasSize(2);
    return Duration.between(
        Instant.parse(twoCalls.get(0).path("at").asText()),
        Instant.parse(twoCalls.get(1).path("at").asText()));
  }

  private List<JsonNode> pendingWebhooks(Channel channel) {
    return call("GET", "/webhooks?state=pending&channel=" + name(channel), null)
        .valueStream()
        .toList();
  }

  private long inbound(ConversationId conversation) {
    return jdbc.sql(
            "select count(*) from message where conversation_id = ? and direction = 'INBOUND'")
        .param(conversation.value())
        .query(Long.class)
        .single();
  }

  private String reason(MessageId id) {
    return jdbc.sql("select coalesce(reason, '') from outbox where message_id = ?")
        .param(id.value())
        .query(String.class)
        .single();
  }

  private boolean isNoted(MessageId id, String column) {
    return jdbc.sql("select %s is not null from outbox where message_id = ?".formatted(column))
        .param(id.value())
        .query(Boolean.class)
        .single();
  }

  private void theNextTryIsDue(MessageId id) {
    jdbc.sql("update outbox set not_before = now() where message_id = ?")
        .param(id.value())
        .update();
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
        template.stem().endsWith("-document")
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
    turns.carriedOut(((ToAnswer) turns.collect(conversation, 1)).turn().id());
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
