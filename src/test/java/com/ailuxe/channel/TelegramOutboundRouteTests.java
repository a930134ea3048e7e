package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.channel.SendOutcome.Accepted;
import com.ailuxe.channel.SendOutcome.Refused;
import com.ailuxe.channel.SendOutcome.RetryLater;
import com.ailuxe.channel.SendOutcome.Unknown;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.Delivery;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboundContent.Attachment;
import com.ailuxe.conversation.OutboundContent.Button;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ChannelSlice
class TelegramOutboundRouteTests {
  private static final String OK = "{\"ok\":true,\"result\":{\"message_id\":77,\"date\":1}}";
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
  void textGoesToTheChat() {
    LoopbackProvider.willAnswer(200, OK);

    assertThat(send(OutboundContent.text("Olá 🛥️"), 1)).isEqualTo(new Accepted("77"));

    var call = LoopbackProvider.requests().getFirst();
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.target()).isEqualTo("/bot" + ChannelSlice.BOT_TOKEN + "/sendMessage");
    assertThat(ProviderJson.read(call.body()))
        .contains(ProviderJson.object().put("chat_id", "5550001").put("text", "Olá 🛥️"));
  }

  @Test
  void buttonsStandUnderTheText() {
    LoopbackProvider.willAnswer(200, OK);

    send(new OutboundContent("Do you accept?", BUTTONS, null), 1);

    assertThat(LoopbackProvider.requests().getFirst().text())
        .contains(
            "\"reply_markup\":{\"inline_keyboard\":["
                + "[{\"text\":\"Accept\",\"callback_data\":\"accept/1\"}],"
                + "[{\"text\":\"Decline\",\"callback_data\":\"decline/1\"}]]}");
  }

  @Test
  void fileIsSentWithItsTextAndButtons() {
    LoopbackProvider.willAnswer(200, OK);

    assertThat(send(new OutboundContent("Your contract", BUTTONS, PDF), 1))
        .isEqualTo(new Accepted("77"));

    var call = LoopbackProvider.requests().getFirst();
    assertThat(call.target()).endsWith("/sendDocument");
    assertThat(call.text())
        .contains("name=\"chat_id\"\r\n\r\n5550001")
        .contains("name=\"caption\"\r\n\r\nYour contract")
        .contains("name=\"reply_markup\"\r\n\r\n{\"inline_keyboard\":")
        .contains("name=\"document\"; filename=\"Vertrag Müller.pdf\"")
        .contains("%PDF-1.7 é");
  }

  @Test
  void tooManyCallsAreTriedAgainWhenTelegramSaysSo() {
    LoopbackProvider.willAnswer(
        429,
        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 17\","
            + "\"parameters\":{\"retry_after\":17}}");

    assertThat(send(OutboundContent.text("Hello"), 1))
        .isEqualTo(
            new RetryLater(
                Duration.ofSeconds(17), "HTTP 429 429 Too Many Requests: retry after 17"));
    assertThat(LoopbackProvider.requests()).hasSize(1);
  }

  @Test
  void blockedBotIsRefused() {
    LoopbackProvider.willAnswer(403, failure(403, "Forbidden: bot was blocked by the user"));

    assertThat(send(OutboundContent.text("Hello"), 1))
        .isEqualTo(new Refused("HTTP 403 403 Forbidden: bot was blocked by the user"));
  }

  @Test
  void messageWaitsForNewCredentials() {
    LoopbackProvider.willAnswer(401, failure(401, "Unauthorized"));

    assertThat(send(OutboundContent.text("Hello"), 1))
        .isEqualTo(
            new RetryLater(SendOutcomes.WAIT_FOR_NEW_CREDENTIALS, "HTTP 401 401 Unauthorized"));
  }

  @Test
  void failureThatTelegramItselfReportsIsTriedLaterAndAnyOtherIsUnknown() {
    LoopbackProvider.willAnswer(500, failure(500, "Internal Server Error"));
    LoopbackProvider.willAnswer(500, "<html>");

    assertThat(send(OutboundContent.text("Hello"), 1)).isInstanceOf(RetryLater.class);
    assertThat(send(OutboundContent.text("Hello"), 1)).isEqualTo(new Unknown("HTTP 500"));
  }

  @Test
  void noAnswerIsUnknownAlsoForAFileBecauseItIsTheMessage() {
    LoopbackProvider.willSayNothing();

    assertThat(send(new OutboundContent("Your contract", List.of(), PDF), 1))
        .isInstanceOf(Unknown.class);
    assertThat(LoopbackProvider.requests()).hasSize(1);
  }

  @Test
  void refusedConnectionIsTriedLater() {
    LoopbackProvider.whileDown(
        () -> assertThat(send(OutboundContent.text("Hello"), 1)).isInstanceOf(RetryLater.class));
  }

  @Test
  void otherBotsMessageAndLongCaptionAreRefusedBeforeAnyCall() {
    var otherBot = delivery("42", OutboundContent.text("Hello"), 1);

    assertThat(routes.requestBody("direct:telegram-outbound", otherBot, SendOutcome.class))
        .isInstanceOf(Refused.class);
    assertThat(send(new OutboundContent("x".repeat(1025), List.of(), PDF), 1))
        .isInstanceOf(Refused.class);
    assertThat(LoopbackProvider.requests()).isEmpty();
  }

  private SendOutcome send(OutboundContent content, int attempt) {
    return Objects.requireNonNull(
        routes.requestBody(
            "direct:telegram-outbound",
            delivery("7000000001", content, attempt),
            SendOutcome.class));
  }

  private static Delivery delivery(String botId, OutboundContent content, int attempt) {
    return new Delivery(
        MessageId.next(),
        ConversationId.random(),
        Channel.TELEGRAM,
        botId,
        new Identity(IdentityKind.TELEGRAM_USER, "5550001"),
        content,
        null,
        attempt);
  }

  private static String failure(int code, String description) {
    return "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(code, description);
  }
}
