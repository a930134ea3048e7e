package com.ailuxe.channel;

import static com.ailuxe.LedgerAssert.assertThatTheLedgerBalances;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ailuxe.DemoAgency;
import com.ailuxe.agency.Actor;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.CollectedTurn.ToAnswer;
import com.ailuxe.conversation.DeliveryState;
import com.ailuxe.conversation.FileState;
import com.ailuxe.conversation.MessageFile;
import com.ailuxe.conversation.MessageFiles;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboundContent.Attachment;
import com.ailuxe.conversation.OutboundContent.Button;
import com.ailuxe.conversation.OutboundContent.KeptFile;
import com.ailuxe.conversation.Outbox;
import com.ailuxe.conversation.QueuedMessage;
import com.ailuxe.conversation.SendAttempt;
import com.ailuxe.conversation.TemplateReference;
import com.ailuxe.conversation.Turns;
import com.ailuxe.conversation.UnknownSendDecision;
import com.ailuxe.conversation.UnknownSends;
import com.ailuxe.local.FreePorts;
import com.ailuxe.local.WithPostgres;
import com.ailuxe.media.MediaFile;
import com.ailuxe.media.MediaFiles;
import com.ailuxe.media.MediaKind;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import com.ailuxe.shared.Sha256;
import com.ailuxe.simulator.ChannelSimulator;
import com.ailuxe.simulator.SimulatorSettings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** From the contact's phone to our tables and back, on PostgreSQL and the channel simulator. */
@Import(FetchesFiles.class)
@ApplicationModuleTest(
    mode = BootstrapMode.ALL_DEPENDENCIES,
    webEnvironment = WebEnvironment.DEFINED_PORT,
    extraIncludes = {"staff", "system"},
    verifyAutomatically = false)
@TestPropertySource(
    properties = {
      DemoAgency.IN_DATABASE,
      "camunda.client.enabled=false",
      "management.server.port=0",
      "ailuxe.channel.telegram.poll-wait=2s",
      "ailuxe.channel.outbound.response-timeout=2s",
      "ailuxe.channel.media.poll-interval=100ms",
      "ailuxe.channel.media.call-timeout=4s",
      "ailuxe.channel.media.lease=2m",
    })
@WithPostgres
@DirtiesContext
class ChannelOnSimulatorTests {
  private static final int APP_PORT = FreePorts.find(1).getFirst();
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
  private static final byte[] JPEG = bytes("\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF\u0000");
  private static final byte[] VOICE =
      ByteBuffer.allocate(64).put(bytes("OggS")).position(28).put(bytes("OpusHead")).array();
  private static final byte[] PDF = bytes("%PDF-1.7 a passport");

  @Autowired Turns turns;
  @Autowired Outbox outbox;
  @Autowired UnknownSends unknownSends;
  @Autowired MessageFiles messageFiles;
  @Autowired MediaFiles mediaFiles;
  @Autowired JdbcClient jdbc;

  private final HttpClient http = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void connectToTheSimulator(DynamicPropertyRegistry properties) {
    var url = "http://127.0.0.1:" + SIMULATOR.port();
    properties.add("server.port", () -> APP_PORT);
    properties.add("ailuxe.channel.whatsapp.base-url", () -> url);
    properties.add("ailuxe.channel.whatsapp.media-hosts", () -> url.substring("http://".length()));
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

    unknownSends.resolve(
        new SendAttempt(id, 1), decision, Actor.named("Camille"), null, "decided/" + id);

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

  @Tag("nightly")
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
          .doesNotContain("{{", "the free text")
          .isEqualTo(textOf(id));
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
    assertThat(textOf(id)).isEqualTo("the free text");
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

  /** How far the channel reports by itself. */
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

  @ParameterizedTest
  @EnumSource(Channel.class)
  void whatAContactSendsIsFetchedAndKept(Channel channel) {
    var chat = chat(channel);

    var picture = sendsFile(chat, "image", "image/jpeg", JPEG);
    var voice = sendsFile(chat, "voice", "audio/ogg", VOICE);
    var document = sendsFile(chat, "document", "application/pdf", PDF);

    assertStored(picture, "image/jpeg", JPEG);
    assertStored(voice, "audio/opus", VOICE);
    assertThat(assertStored(document, "application/pdf", PDF).name()).isEqualTo("file.bin");
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void aFileThatTheProviderDoesNotGiveOutNowIsFetchedLater(Channel channel) {
    var asking = channel == Channel.WHATSAPP ? "get" : "getFile";
    misbehave(
        List.of(
            fault("TOO_MANY_REQUESTS", channel, asking),
            fault("SERVER_ERROR", channel, asking),
            fault("SERVER_ERROR", channel, "download"),
            fault("EXPIRED_FILE", channel, "download")));

    var picture = sendsFile(chat(channel), "image", "image/jpeg", JPEG);

    assertStored(picture, "image/jpeg", JPEG);
    assertThat(attempts(picture)).isEqualTo(5);
  }

  @Test
  void aFileWithOtherContentThanAnnouncedIsFetchedAgainAndGivenUpAfterThreeTimes() {
    misbehave(fault("SPOILT_FILE", Channel.WHATSAPP, "download"));
    var spoiltOnce = sendsFile(chat(Channel.WHATSAPP), "image", "image/jpeg", JPEG);
    assertStored(spoiltOnce, "image/jpeg", JPEG);
    assertThat(attempts(spoiltOnce)).isEqualTo(2);

    misbehave(Map.of("kind", "SPOILT_FILE", "channel", "whatsapp"));
    var spoilt = sendsFile(chat(Channel.WHATSAPP), "image", "image/jpeg", JPEG);

    var file = settled(spoilt);
    assertThat(file.state()).isEqualTo(FileState.FAILED);
    assertThat(file.reason()).isEqualTo("its content is not the one that was announced");
    assertThat(attempts(spoilt)).isEqualTo(3);
  }

  @Test
  void aFileThatComesTooSlowlyIsCutOffAndFetchedAgain() {
    misbehave(
        List.of(
            Map.of(
                "kind",
                "SLOW",
                "channel",
                "whatsapp",
                "on",
                "download",
                "times",
                2,
                "delay",
                "PT1S"),
            Map.of(
                "kind", "SLOW", "channel", "whatsapp", "on", "get", "times", 1, "delay", "PT30S")));

    var picture = sendsFile(chat(Channel.WHATSAPP), "image", "image/jpeg", JPEG);

    assertStored(picture, "image/jpeg", JPEG);
    assertThat(attempts(picture)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void whatIsTooLargeOrSomethingElseThanItSaysIsRefusedWithTheReason(Channel channel) {
    var chat = chat(channel);

    var large = sendsFile(chat, "image", "image/jpeg", Arrays.copyOf(JPEG, 5 * 1024 * 1024 + 1));
    var program = sendsFile(chat, "document", "application/pdf", new byte[] {'M', 'Z', -112, 0, 3});

    assertThat(settled(large).state()).isEqualTo(FileState.REFUSED);
    assertThat(settled(large).reason()).contains("larger than the 5 MB");
    assertThat(settled(program).state()).isEqualTo(FileState.REFUSED);
    assertThat(settled(program).reason())
        .isEqualTo("It was sent as application/pdf, but its content is application/x-msdownload");
  }

  @Test
  void aFileThatAProcessKeptBeforeItWasKilledIsKeptAgain() {
    var picture = sendsFile(chat(Channel.TELEGRAM), "image", "image/jpeg", JPEG);
    assertStored(picture, "image/jpeg", JPEG);

    jdbc.sql(
            """
            update media set state = 'WAITING', media_type = null, size = null, sha256 = null,
              not_before = now() where message_id = ?""")
        .param(picture.value())
        .update();

    assertStored(picture, "image/jpeg", JPEG);
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void whatAPersonSendsIsShownOnThePhoneAsWhatItIs(Channel channel) throws IOException {
    var chat = chat(channel);
    var conversation = conversationAfter(chat, "Show me");

    var picture = queue(conversation, new OutboundContent("The deck", List.of(), kept(JPEG)));
    var voice = queue(conversation, new OutboundContent("", List.of(), kept(VOICE)));
    var document = queue(conversation, new OutboundContent("", List.of(), kept(PDF)));

    await().atMost(PATIENCE).until(() -> outbox.stateOf(document) == arrived(channel));
    assertThat(List.of(picture, voice))
        .allMatch(id -> outbox.stateOf(id).compareTo(DeliveryState.ACCEPTED) >= 0);
    var shown = received(chat);
    assertThat(shown)
        .extracting(entry -> entry.path("type").asText())
        .containsExactly(
            channel == Channel.WHATSAPP ? "image" : "photo",
            channel == Channel.WHATSAPP ? "audio" : "voice",
            "document");
    assertThat(shown.getFirst().path("text").asText()).isEqualTo("The deck");
    assertThat(shown)
        .extracting(entry -> entry.path("file").path("size").asInt())
        .containsExactly(JPEG.length, VOICE.length, PDF.length);
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

  /** The text that staff read. */
  private String textOf(MessageId id) {
    return jdbc.sql("select text from message where id = ?")
        .param(id.value())
        .query(String.class)
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

  private static Map<String, Object> fault(String kind, Channel channel, String on) {
    return Map.of("kind", kind, "channel", name(channel), "on", on, "times", 1);
  }

  private KeptFile kept(byte[] content) throws IOException {
    try (var received = mediaFiles.receive(new ByteArrayInputStream(content), MediaKind.DOCUMENT)) {
      var file = mediaFiles.keep(DemoAgency.ID, received, null, null);
      return new KeptFile(mediaFiles.nameOf(file, null), mediaFiles.kindOf(file), file);
    }
  }

  /** The message that carries a file from the contact's phone. */
  private MessageId sendsFile(String chat, String type, String mediaType, byte[] content) {
    var before = filesOfContacts();
    var form =
        MultipartEntityBuilder.create()
            .addTextBody("type", type)
            .addBinaryBody("file", content, ContentType.parse(mediaType), "file.bin")
            .build();
    var body = new ByteArrayOutputStream();
    try {
      form.writeTo(body);
      send(
          HttpRequest.newBuilder(simulator(chat + "/messages"))
              .header("Content-Type", form.getContentType())
              .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await().atMost(PATIENCE).until(() -> filesOfContacts().size() > before.size());
    return filesOfContacts().stream().filter(id -> !before.contains(id)).findFirst().orElseThrow();
  }

  private List<MessageId> filesOfContacts() {
    return jdbc.sql("select message_id from media where provider_media_id is not null")
        .query((row, index) -> new MessageId(row.getObject(1, UUID.class)))
        .list();
  }

  private MessageFile assertStored(MessageId message, String mediaType, byte[] content) {
    var file = settled(message);
    assertThat(file.state()).as(file.toString()).isEqualTo(FileState.STORED);
    var kept = Objects.requireNonNull(file.kept());
    assertThat(kept)
        .isEqualTo(new MediaFile(DemoAgency.ID, Sha256.hex(content), mediaType, content.length));
    try (var stream = mediaFiles.open(kept)) {
      assertThat(stream).hasBinaryContent(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** Does not wait for the pauses between attempts, only for the attempts. */
  private MessageFile settled(MessageId message) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> {
              jdbc.sql(
                      """
                      update media set not_before = now()
                      where message_id = ? and state = 'WAITING' and reason is not null
                        and not_before < now() + interval '1 minute'""")
                  .param(message.value())
                  .update();
              return messageFiles.find(DemoAgency.ID, message).orElseThrow();
            },
            file -> file.state() != FileState.WAITING);
  }

  private int attempts(MessageId message) {
    return jdbc.sql("select attempts from media where message_id = ?")
        .param(message.value())
        .query(Integer.class)
        .single();
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
    misbehave(List.of(fault));
  }

  private void misbehave(List<Map<String, Object>> faults) {
    call("PUT", "/misbehaviour", Map.of("faults", faults));
  }

  private JsonNode call(String method, String path, @Nullable Object body) {
    try {
      return send(
          HttpRequest.newBuilder(simulator(path))
              .header("Content-Type", "application/json")
              .method(
                  method,
                  body == null
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI simulator(String path) {
    return URI.create("http://127.0.0.1:" + SIMULATOR.port() + "/simulator/api" + path);
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as("%s: %s", request, answer.body()).isLessThan(300);
      return JSON.readTree(answer.body());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String content) {
    return content.getBytes(StandardCharsets.ISO_8859_1);
  }
}
