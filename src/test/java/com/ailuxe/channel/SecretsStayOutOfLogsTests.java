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
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import java.net.ConnectException;
import java.util.List;
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

  private static final String COMPONENTS = "org.apache.camel.component";

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
  void camelsComponentsTellNothingAtAnyLevelWhateverBecomesOfACall(
      Channel channel, CapturedOutput log) {
    logging.setLogLevel(COMPONENTS, LogLevel.TRACE);
    try {
      LoopbackProvider.willAnswer(
          200, "{\"result\":{\"message_id\":77},\"messages\":[{\"id\":\"wamid.SENT\"}]}");
      assertThat(exchange(channel).getMessage().getBody()).isInstanceOf(Accepted.class);
      LoopbackProvider.willAnswer(403, "{\"error\":{\"message\":\"" + SECRETS + "\"}}");
      assertThat(exchange(channel).getMessage().getBody()).isInstanceOf(Refused.class);
      LoopbackProvider.willAnswer(200, "not even JSON " + SECRETS);
      assertThat(exchange(channel).getMessage().getBody()).isInstanceOf(Unknown.class);
      LoopbackProvider.willBreakOff();
      assertThat(failure(channel)).contains("Exception").doesNotContain(SECRETS);
      LoopbackProvider.willSayNothing();
      assertThat(failure(channel)).contains("Exception").doesNotContain(SECRETS);
      LoopbackProvider.whileDown(
          () -> assertThat(failure(channel)).contains("refused").doesNotContain(SECRETS));
    } finally {
      logging.setLogLevel(COMPONENTS, null);
    }
    assertThat(log.getAll()).contains("Message being sent is").doesNotContain(SECRETS);
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
    return exchange(channel).getMessage().getBody(SendOutcome.class);
  }

  /** All that is to be read about the exception that ended a call. */
  private String failure(Channel channel) {
    return ExceptionUtils.getStackTrace(
        exchange(channel).getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
  }

  private Exchange exchange(Channel channel) {
    var route = channel == Channel.WHATSAPP ? "whatsapp-outbound" : "telegram-outbound";
    return routes.request(
        "direct:" + route, exchange -> exchange.getMessage().setBody(delivery(channel)));
  }

  private static Delivery delivery(Channel channel) {
    return new Delivery(
        MessageId.next(),
        ConversationId.random(),
        channel,
        channel == Channel.WHATSAPP ? "106540352242922" : "7000000001",
        channel == Channel.WHATSAPP
            ? new Identity(IdentityKind.PHONE, "+4915112345678")
            : new Identity(IdentityKind.TELEGRAM_USER, "5550001"),
        OutboundContent.text("Hello"),
        null,
        1);
  }
}
