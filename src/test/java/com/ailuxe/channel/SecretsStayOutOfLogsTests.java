package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.channel.SendOutcome.Accepted;
import com.ailuxe.channel.SendOutcome.Refused;
import com.ailuxe.channel.SendOutcome.RetryLater;
import com.ailuxe.channel.SendOutcome.Unknown;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.Delivery;
import com.ailuxe.conversation.FileToFetch;
import com.ailuxe.conversation.InboundEvent.SentFile;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboundContent.Attachment;
import com.ailuxe.media.MediaKind;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import java.net.ConnectException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ResourceLock(Resources.SYSTEM_OUT)
@ChannelSlice
@ExtendWith(OutputCaptureExtension.class)
class SecretsStayOutOfLogsTests {
  private static final List<String> SECRETS =
      List.of(
          ChannelSlice.ACCESS_TOKEN,
          ChannelSlice.APP_SECRET,
          ChannelSlice.VERIFY_TOKEN,
          ChannelSlice.BOT_TOKEN,
          ChannelSlice.SECRET_TOKEN);

  private static final String CAMEL = "org.apache.camel";

  @Autowired ProducerTemplate routes;
  @Autowired LoggingSystem logging;
  @Autowired CamelContext camel;
  @Autowired SendOutcomes outcomes;
  @Autowired WhatsAppSettings whatsApp;
  @Autowired TelegramSettings telegram;

  @BeforeEach
  void forget() {
    LoopbackProvider.reset();
  }

  @Test
  void settingsDoNotPrintThem() {
    assertThat(whatsApp + " " + telegram).contains("***").doesNotContain(SECRETS);
  }

  @Test
  void endpointsThatOperatorsCanListDoNotContainThem() {
    assertThat(camel.getEndpoints().toString())
        .contains("http://api.telegram.org")
        .doesNotContain(SECRETS);
    assertThat(camel.getEndpoints())
        .extracting(Endpoint::getEndpointUri)
        .anyMatch(uri -> uri.startsWith("telegram:"))
        .anyMatch(uri -> uri.startsWith("whatsapp:"))
        .allSatisfy(uri -> assertThat(uri).doesNotContain(SECRETS));
  }

  @ParameterizedTest
  @EnumSource
  void camelWritesNothingOfThemAtAnyLevelWhateverBecomesOfACall(
      Channel channel, CapturedOutput log) {
    logging.setLogLevel(CAMEL, LogLevel.TRACE);
    try {
      LoopbackProvider.willAnswer(
          200, "{\"result\":{\"message_id\":77},\"messages\":[{\"id\":\"wamid.SENT\"}]}");
      assertThat(exchange(channel).getMessage().getBody()).isInstanceOf(Accepted.class);
      LoopbackProvider.willAnswer(403, "{\"error\":{\"message\":\"" + SECRETS + "\"}}");
      assertThat(exchange(channel).getMessage().getBody()).isInstanceOf(Refused.class);
      LoopbackProvider.willAnswer(200, "not even JSON " + SECRETS);
      assertThat(exchange(channel).getMessage().getBody()).isInstanceOf(Unknown.class);
      LoopbackProvider.willBreakOff();
      assertThat(failure(exchange(channel))).contains("Exception").doesNotContain(SECRETS);
      LoopbackProvider.willSayNothing();
      assertThat(failure(exchange(channel))).contains("Exception").doesNotContain(SECRETS);
      LoopbackProvider.whileDown(
          () -> assertThat(failure(exchange(channel))).contains("refused").doesNotContain(SECRETS));
    } finally {
      logging.setLogLevel(CAMEL, null);
    }
    assertThat(log.getAll()).contains("Message being sent is").doesNotContain(SECRETS);
  }

  @ParameterizedTest
  @EnumSource
  void neitherDoesItWhenFilesComeAndGo(Channel channel, CapturedOutput log) {
    logging.setLogLevel(CAMEL, LogLevel.TRACE);
    try {
      if (channel == Channel.WHATSAPP) {
        LoopbackProvider.willAnswer(200, "{\"id\":\"4490709327384033\"}");
      }
      LoopbackProvider.willAnswer(
          200, "{\"result\":{\"message_id\":77},\"messages\":[{\"id\":\"wamid.SENT\"}]}");
      assertThat(sendFile(channel).getMessage().getBody()).isInstanceOf(Accepted.class);
      LoopbackProvider.willAnswer(
          200,
          "{\"url\":\"%s/file\",\"result\":{\"file_path\":\"photos/1.jpg\"}}"
              .formatted(LoopbackProvider.URL));
      LoopbackProvider.willAnswer(404, "gone");
      assertThat(fetch(channel).getMessage().getBody()).isInstanceOf(MediaOutcome.RetryLater.class);
      LoopbackProvider.willAnswer(403, "{\"error\":{\"message\":\"" + SECRETS + "\"}}");
      assertThat(sendFile(channel).getMessage().getBody()).isInstanceOf(Refused.class);
      LoopbackProvider.willBreakOff();
      assertThat(failure(sendFile(channel))).contains("Exception").doesNotContain(SECRETS);
      LoopbackProvider.whileDown(
          () -> {
            assertThat(failure(sendFile(channel))).contains("refused").doesNotContain(SECRETS);
            assertThat(failure(fetch(channel))).contains("refused").doesNotContain(SECRETS);
          });
    } finally {
      logging.setLogLevel(CAMEL, null);
    }
    assertThat(LoopbackProvider.requests())
        .allSatisfy(
            call ->
                assertThat(call.target() + call.headers())
                    .containsAnyOf(ChannelSlice.BOT_TOKEN, ChannelSlice.ACCESS_TOKEN));
    assertThat(log.getAll()).contains("Executing http").doesNotContain(SECRETS);
  }

  /** Its requests have the tokens in them when it writes them down. */
  @Test
  void theHttpClientIsQuietUnlessItIsNamed() {
    assertThat(
            Objects.requireNonNull(logging.getLoggerConfiguration("org.apache.hc"))
                .getConfiguredLevel())
        .isEqualTo(LogLevel.INFO);
  }

  @Test
  void failuresOfEveryKindAreLoggedAndReportedWithoutThem(CapturedOutput log) {
    LoopbackProvider.willAnswer(401, "{\"ok\":false,\"description\":\"" + SECRETS + "\"}");
    LoopbackProvider.willAnswer(400, "{\"error\":{\"message\":\"" + SECRETS + "\"}}");
    LoopbackProvider.willAnswer(500, "not even JSON " + SECRETS);
    LoopbackProvider.willBreakOff();
    LoopbackProvider.willSayNothing();

    var reported =
        List.of(
            send(Channel.TELEGRAM),
            send(Channel.WHATSAPP),
            send(Channel.TELEGRAM),
            send(Channel.TELEGRAM),
            send(Channel.TELEGRAM));
    LoopbackProvider.whileDown(() -> send(Channel.TELEGRAM));

    assertThat(LoopbackProvider.requests()).hasSize(5);
    assertThat(reported.toString()).contains("***").doesNotContain(SECRETS);
    assertThat(log.getAll()).contains("refuses our credentials").doesNotContain(SECRETS);
  }

  @Test
  void messagesOfExceptionsAreMaskedInTheLogAndStaffReadWords(CapturedOutput log) {
    var failure =
        new ConnectException("http://x/bot" + ChannelSlice.BOT_TOKEN + "/sendMessage failed");

    assertThat(outcomes.ofBrokenCall(failure, delivery(Channel.TELEGRAM), false))
        .isInstanceOfSatisfying(
            RetryLater.class,
            later -> assertThat(later.reason()).isEqualTo("the messenger could not be reached"));
    assertThat(log.getAll()).contains("http://x/bot***/sendMessage failed");
  }

  private SendOutcome send(Channel channel) {
    return Objects.requireNonNull(exchange(channel).getMessage().getBody(SendOutcome.class));
  }

  /** All that is to be read about the exception that ended a call. */
  private static String failure(Exchange ended) {
    return ExceptionUtils.getStackTrace(
        ended.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
  }

  private Exchange exchange(Channel channel) {
    return exchange(channel, "outbound", delivery(channel));
  }

  private Exchange sendFile(Channel channel) {
    var file = new Attachment("contract.pdf", "application/pdf", new byte[2000]);
    return exchange(
        channel, "outbound", delivery(channel, new OutboundContent("Yours", List.of(), file)));
  }

  private Exchange fetch(Channel channel) {
    return exchange(
        channel,
        "media",
        new FileToFetch(
            MessageId.next(),
            new AgencyId(UUID.randomUUID()),
            channel,
            account(channel),
            new SentFile("1003383421387256", MediaKind.IMAGE, "image/jpeg", null, null),
            1));
  }

  private Exchange exchange(Channel channel, String way, Object body) {
    return routes.request(
        "direct:%s-%s".formatted(channel.name().toLowerCase(Locale.ROOT), way),
        exchange -> exchange.getMessage().setBody(body));
  }

  private static String account(Channel channel) {
    return channel == Channel.WHATSAPP ? "106540352242922" : "7000000001";
  }

  private static Delivery delivery(Channel channel) {
    return delivery(channel, OutboundContent.text("Hello"));
  }

  private static Delivery delivery(Channel channel, OutboundContent content) {
    return new Delivery(
        MessageId.next(),
        ConversationId.random(),
        channel,
        account(channel),
        channel == Channel.WHATSAPP
            ? new Identity(IdentityKind.PHONE, "+4915112345678")
            : new Identity(IdentityKind.TELEGRAM_USER, "5550001"),
        content,
        null,
        1);
  }
}
