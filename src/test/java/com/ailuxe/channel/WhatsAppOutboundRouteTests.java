package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.channel.SendOutcome.Accepted;
import com.ailuxe.channel.SendOutcome.Refused;
import com.ailuxe.channel.SendOutcome.RetryLater;
import com.ailuxe.channel.SendOutcome.TemplateRefused;
import com.ailuxe.channel.SendOutcome.Unknown;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.Delivery;
import com.ailuxe.conversation.Delivery.Template;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboundContent.Attachment;
import com.ailuxe.conversation.OutboundContent.Button;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ChannelSlice
class WhatsAppOutboundRouteTests {
  private static final String OK =
      """
      {"messaging_product":"whatsapp","contacts":[{"input":"4915112345678","wa_id":"4915112345678"}],
       "messages":[{"id":"wamid.SENT"}]}""";
  private static final Identity PHONE = new Identity(IdentityKind.PHONE, "+4915112345678");
  private static final List<Button> BUTTONS =
      List.of(new Button("accept/1", "Accept"), new Button("decline/1", "Decline"));
  private static final Attachment PDF =
      new Attachment(
          "Vertrag Müller.pdf", "application/pdf", "%PDF-1.7 é".getBytes(StandardCharsets.UTF_8));

  @Autowired ProducerTemplate routes;

  @BeforeEach
  void forget() {
    LoopbackProvider.reset();
  }

  @Test
  void textGoesToThePhoneNumberWithOurMessageId() throws Exception {
    LoopbackProvider.willAnswer(200, OK);
    var delivery = delivery(PHONE, OutboundContent.text("Grüße aus Köln 🛥️"), 1);

    assertThat(send(delivery)).isEqualTo(new Accepted("wamid.SENT"));

    var request = LoopbackProvider.requests().getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.target()).isEqualTo("/v23.0/106540352242922/messages");
    assertThat(request.headers().get("Authorization"))
        .containsExactly("Bearer " + ChannelSlice.ACCESS_TOKEN);
    assertThat(request.headers().get("Content-type")).containsExactly("application/json");
    var message = json(request.body());
    assertThat(message.path("messaging_product").asText()).isEqualTo("whatsapp");
    assertThat(message.path("to").asText()).isEqualTo("4915112345678");
    assertThat(message.has("recipient")).isFalse();
    assertThat(message.path("type").asText()).isEqualTo("text");
    assertThat(message.at("/text/body").asText()).isEqualTo("Grüße aus Köln 🛥️");
    assertThat(message.path("biz_opaque_callback_data").asText())
        .isEqualTo(delivery.messageId().toString());
  }

  @Test
  void personWithoutPhoneNumberIsAddressedByTheirUserId() throws Exception {
    LoopbackProvider.willAnswer(200, OK);
    var user = new Identity(IdentityKind.WHATSAPP_USER, "DE.13491208655302741918");

    send(delivery(user, OutboundContent.text("Hello"), 1));

    var message = json(LoopbackProvider.requests().getFirst().body());
    assertThat(message.path("recipient").asText()).isEqualTo("DE.13491208655302741918");
    assertThat(message.has("to")).isFalse();
  }

  @Test
  void buttonsBecomeAnInteractiveMessage() throws Exception {
    LoopbackProvider.willAnswer(200, OK);

    send(delivery(PHONE, new OutboundContent("Do you accept?", BUTTONS, null), 1));

    var message = json(LoopbackProvider.requests().getFirst().body());
    assertThat(message.path("type").asText()).isEqualTo("interactive");
    assertThat(message.at("/interactive/type").asText()).isEqualTo("button");
    assertThat(message.at("/interactive/body/text").asText()).isEqualTo("Do you accept?");
    assertThat(message.at("/interactive/action/buttons/1/reply/id").asText())
        .isEqualTo("decline/1");
    assertThat(message.at("/interactive/action/buttons/1/reply/title").asText())
        .isEqualTo("Decline");
  }

  @Test
  void fileIsUploadedFirstAndThenSentAsDocument() throws Exception {
    LoopbackProvider.willAnswer(200, "{\"id\":\"1037543291543636\"}");
    LoopbackProvider.willAnswer(200, OK);

    var outcome = send(delivery(PHONE, new OutboundContent("Your contract", List.of(), PDF), 1));

    assertThat(outcome).isEqualTo(new Accepted("wamid.SENT"));
    var upload = LoopbackProvider.requests().getFirst();
    assertThat(upload.target()).isEqualTo("/v23.0/106540352242922/media");
    assertThat(upload.header("Content-type"))
        .startsWith("multipart/form-data; ")
        .contains("boundary=");
    assertThat(upload.text())
        .contains("name=\"messaging_product\"")
        .contains("name=\"type\"\r\n\r\napplication/pdf")
        .contains("name=\"file\"; filename=\"Vertrag Müller.pdf\"")
        .contains("Content-Type: application/pdf")
        .contains("%PDF-1.7 é");
    var message = json(LoopbackProvider.requests().get(1).body());
    assertThat(message.path("type").asText()).isEqualTo("document");
    assertThat(message.at("/document/id").asText()).isEqualTo("1037543291543636");
    assertThat(message.at("/document/caption").asText()).isEqualTo("Your contract");
    assertThat(message.at("/document/filename").asText()).isEqualTo("Vertrag Müller.pdf");
  }

  @Test
  void fileWithButtonsIsTheHeaderOfAnInteractiveMessage() throws Exception {
    LoopbackProvider.willAnswer(200, "{\"id\":\"1037543291543636\"}");
    LoopbackProvider.willAnswer(200, OK);

    assertThat(send(delivery(PHONE, new OutboundContent("Your contract", BUTTONS, PDF), 1)))
        .isEqualTo(new Accepted("wamid.SENT"));

    var message = json(LoopbackProvider.requests().get(1).body());
    assertThat(message.path("type").asText()).isEqualTo("interactive");
    assertThat(message.at("/interactive/header/type").asText()).isEqualTo("document");
    assertThat(message.at("/interactive/header/document/id").asText())
        .isEqualTo("1037543291543636");
    assertThat(message.at("/interactive/action/buttons")).hasSize(2);
  }

  @Test
  void templateGoesByItsNameWithItsParametersInOrder() throws Exception {
    LoopbackProvider.willAnswer(200, OK);
    var delivery =
        delivery(
            PHONE, OutboundContent.text("x".repeat(2000)), template("the yacht", "tomorrow"), 1);

    assertThat(send(delivery)).isEqualTo(new Accepted("wamid.SENT"));

    var message = json(LoopbackProvider.requests().getFirst().body());
    assertThat(message.path("type").asText()).isEqualTo("template");
    assertThat(message.has("text")).isFalse();
    assertThat(message.path("biz_opaque_callback_data").asText())
        .isEqualTo(delivery.messageId().toString());
    assertThat(message.path("template"))
        .isEqualTo(
            json(
                """
                {"name":"reminder_48h","language":{"code":"en_GB"},"components":[
                  {"type":"body","parameters":[
                    {"type":"text","text":"the yacht"},{"type":"text","text":"tomorrow"}]}]}"""
                    .getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void templateKeepsTheFileAndTheButtons() throws Exception {
    LoopbackProvider.willAnswer(200, "{\"id\":\"1037543291543636\"}");
    LoopbackProvider.willAnswer(200, OK);

    send(delivery(PHONE, new OutboundContent("Your contract", BUTTONS, PDF), template(), 1));

    assertThat(json(LoopbackProvider.requests().get(1).body()).at("/template/components"))
        .isEqualTo(
            json("""
                {"components":[{"type":"header","parameters":[{"type":"document","document":
                   {"id":"1037543291543636","filename":"Vertrag Müller.pdf"}}]},
                 {"type":"button","sub_type":"quick_reply","index":"0","parameters":[
                   {"type":"payload","payload":"accept/1"}]},
                 {"type":"button","sub_type":"quick_reply","index":"1","parameters":[
                   {"type":"payload","payload":"decline/1"}]}]}"""
                    .getBytes(StandardCharsets.UTF_8))
                .path("components"));
  }

  @ParameterizedTest
  @CsvSource({"404, 132001", "400, 132000", "400, 132012", "400, 132015", "400, 132016"})
  void templateThatTheProviderDoesNotTakeIsNoEndOfTheMessage(int status, int code) {
    LoopbackProvider.willAnswer(status, error(code, "Template"));

    assertThat(send(delivery(PHONE, OutboundContent.text("Hello"), template(), 1)))
        .isEqualTo(new TemplateRefused("HTTP %d %d Template".formatted(status, code)));
  }

  @Test
  void textTooLongForATemplateIsRefused() {
    LoopbackProvider.willAnswer(400, error(132005, "Translated text too long"));

    assertThat(send(delivery(PHONE, OutboundContent.text("Hello"), template(), 1)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void fileOfFiveMegabytesArrivesWhole() {
    LoopbackProvider.willAnswer(200, "{\"id\":\"1037543291543636\"}");
    LoopbackProvider.willAnswer(200, OK);
    var large = new Attachment("large.pdf", "application/pdf", new byte[5_000_000]);

    assertThat(send(delivery(PHONE, new OutboundContent("Large", List.of(), large), 1)))
        .isInstanceOf(Accepted.class);
    assertThat(LoopbackProvider.requests().getFirst().body().length).isGreaterThan(5_000_000);
  }

  @Test
  void uploadWithoutAnswerIsTriedLaterBecauseNothingReachedTheContact() {
    LoopbackProvider.willSayNothing();

    var outcome = send(delivery(PHONE, new OutboundContent("Your contract", List.of(), PDF), 1));

    assertThat(outcome).isInstanceOf(RetryLater.class);
    assertThat(LoopbackProvider.requests()).hasSize(1);
  }

  @Test
  void refusedUploadEndsTheDelivery() {
    LoopbackProvider.willAnswer(400, error(100, "Param file must be a file"));

    var outcome = send(delivery(PHONE, new OutboundContent("Your contract", List.of(), PDF), 1));

    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(LoopbackProvider.requests()).hasSize(1);
  }

  @Test
  void longTextNextToButtonsIsRefusedBeforeAnyCall() {
    var content = new OutboundContent("x".repeat(1025), BUTTONS, null);

    assertThat(send(delivery(PHONE, content, 1))).isInstanceOf(Refused.class);
    assertThat(LoopbackProvider.requests()).isEmpty();
  }

  @Test
  void tooManyCallsAreTriedLaterAndLaterEachTime() {
    LoopbackProvider.willAnswer(400, error(131056, "Pair rate limit hit"));
    LoopbackProvider.willAnswer(429, "");

    assertThat(send(delivery(PHONE, OutboundContent.text("Hello"), 1)))
        .isEqualTo(new RetryLater(Duration.ofSeconds(4), "HTTP 400 131056 Pair rate limit hit"));
    assertThat(send(delivery(PHONE, OutboundContent.text("Hello"), 3)))
        .isEqualTo(new RetryLater(Duration.ofSeconds(64), "HTTP 429"));
    assertThat(LoopbackProvider.requests()).hasSize(2);
  }

  @Test
  void badRequestIsRefusedWithTheProvidersWords() {
    LoopbackProvider.willAnswer(400, error(131026, "Message undeliverable"));

    assertThat(send(delivery(PHONE, OutboundContent.text("Hello"), 1)))
        .isEqualTo(new Refused("HTTP 400 131026 Message undeliverable"));
  }

  @Test
  void messageWaitsForNewCredentials() {
    LoopbackProvider.willAnswer(401, error(190, "Error validating access token"));

    assertThat(send(delivery(PHONE, OutboundContent.text("Hello"), 1)))
        .isEqualTo(
            new RetryLater(
                SendOutcomes.WAIT_FOR_NEW_CREDENTIALS,
                "HTTP 401 190 Error validating access token"));
  }

  @Test
  void failureThatTheProviderItselfReportsIsTriedLater() {
    LoopbackProvider.willAnswer(503, error(2, "Service temporarily unavailable"));

    assertThat(send(delivery(PHONE, OutboundContent.text("Hello"), 2)))
        .isEqualTo(
            new RetryLater(Duration.ofSeconds(4), "HTTP 503 2 Service temporarily unavailable"));
    assertThat(LoopbackProvider.requests()).hasSize(1);
  }

  @Test
  void failureSomewhereOnTheWayIsUnknown() {
    LoopbackProvider.willAnswer(502, "<html>Bad gateway</html>");

    assertThat(send(delivery(PHONE, OutboundContent.text("Hello"), 1)))
        .isEqualTo(new Unknown("HTTP 502"));
    assertThat(LoopbackProvider.requests()).hasSize(1);
  }

  @Test
  void noAnswerIsUnknownAndNotRepeated() {
    LoopbackProvider.willSayNothing();

    assertThat(send(delivery(PHONE, OutboundContent.text("Hello"), 1))).isInstanceOf(Unknown.class);
    assertThat(LoopbackProvider.requests()).hasSize(1);
  }

  @Test
  void answerThatBreaksOffIsUnknownAndNotRepeated() {
    LoopbackProvider.willBreakOff();

    assertThat(send(delivery(PHONE, OutboundContent.text("Hello"), 1))).isInstanceOf(Unknown.class);
    assertThat(LoopbackProvider.requests()).hasSize(1);
  }

  @Test
  void successWithoutAnIdIsUnknown() {
    LoopbackProvider.willAnswer(200, "{}");

    assertThat(send(delivery(PHONE, OutboundContent.text("Hello"), 1))).isInstanceOf(Unknown.class);
  }

  @Test
  void refusedConnectionIsTriedLaterWithAGrowingPauseThatIsBounded() {
    LoopbackProvider.whileDown(
        () -> {
          assertThat(send(delivery(PHONE, OutboundContent.text("Hello"), 3)))
              .isInstanceOfSatisfying(
                  RetryLater.class,
                  later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(8)));
          assertThat(send(delivery(PHONE, OutboundContent.text("Hello"), 5000)))
              .isInstanceOfSatisfying(
                  RetryLater.class,
                  later -> assertThat(later.after()).isEqualTo(SendOutcomes.LONGEST_WAIT));
        });
  }

  private SendOutcome send(Delivery delivery) {
    return Objects.requireNonNull(
        routes.requestBody("direct:whatsapp-outbound", delivery, SendOutcome.class));
  }

  private static Delivery delivery(Identity recipient, OutboundContent content, int attempt) {
    return delivery(recipient, content, null, attempt);
  }

  private static Delivery delivery(
      Identity recipient, OutboundContent content, @Nullable Template template, int attempt) {
    return new Delivery(
        MessageId.next(),
        ConversationId.random(),
        Channel.WHATSAPP,
        "106540352242922",
        recipient,
        content,
        template,
        attempt);
  }

  private static Template template(String... parameters) {
    return new Template("reminder_48h", "en_GB", List.of(parameters));
  }

  private static String error(int code, String message) {
    return "{\"error\":{\"message\":\"%s\",\"type\":\"OAuthException\",\"code\":%d,\"fbtrace_id\":\"A\"}}"
        .formatted(message, code);
  }

  private static JsonNode json(byte @Nullable [] body) {
    return ProviderJson.read(body).orElseThrow();
  }
}
