package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.channel.SendOutcome.Accepted;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.Delivery;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.telegram.model.OutgoingTextMessage;
import org.apache.camel.component.whatsapp.model.TextMessage;
import org.apache.camel.component.whatsapp.model.TextMessageRequest;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Why messages are sent with camel-http and not with Camel's components for the two providers (ADR
 * 0002). When a newer Camel makes one of the first two tests fail, the decision can be looked at
 * again.
 */
@ChannelSlice
class ProviderComponentsTests {
  @Autowired ProducerTemplate routes;

  @BeforeEach
  void forget() {
    LoopbackProvider.reset();
  }

  @Test
  void camelWhatsAppNeverReturnsFromARefusedConnection() throws Exception {
    try (var camel = new DefaultCamelContext()) {
      camel.start();
      var message = new TextMessageRequest();
      message.setTo("4915112345678");
      message.setText(new TextMessage());
      message.getText().setBody("Hello");
      var endpoint =
          "whatsapp:106540352242922?authorizationToken=t&apiVersion=v23.0&baseUri="
              + LoopbackProvider.URL;
      LoopbackProvider.whileDown(
          () -> {
            var sent = camel.createProducerTemplate().asyncRequestBody(endpoint, message);
            assertThat(endsWithin(sent, 3)).isFalse();
          });
      camel.getShutdownStrategy().setTimeout(1);
    }
  }

  @Test
  void camelTelegramGoesOnInTheRouteAlthoughTheMessageWasRefused() throws Exception {
    LoopbackProvider.willAnswer(
        429, "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":17}}");
    var wentOn = new AtomicBoolean();
    try (var camel = new DefaultCamelContext()) {
      camel.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from("direct:send")
                  .to("telegram:bots?authorizationToken=1:a&baseUri=" + LoopbackProvider.URL)
                  .process(exchange -> wentOn.set(true));
            }
          });
      camel.start();
      var message = new OutgoingTextMessage();
      message.setChatId("5550001");
      message.setText("Hello");

      Exchange exchange =
          camel
              .createProducerTemplate()
              .request("direct:send", it -> it.getMessage().setBody(message));

      assertThat(exchange.isFailed()).isTrue();
      assertThat(wentOn).isTrue();
    }
  }

  @Test
  void ourRouteSendsEveryMessageOnceWhenManyAreUnderWay() {
    var texts = IntStream.range(0, 400).mapToObj(i -> "message " + i).toList();
    texts.forEach(
        text ->
            LoopbackProvider.willAnswer(
                200, "{\"ok\":true,\"result\":{\"message_id\":1,\"date\":1}}"));

    List<SendOutcome> outcomes;
    try (var threads = Executors.newFixedThreadPool(8)) {
      outcomes =
          texts.stream()
              .map(
                  text ->
                      CompletableFuture.supplyAsync(
                          () ->
                              routes.requestBody(
                                  "direct:telegram-outbound", delivery(text), SendOutcome.class),
                          threads))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
    }

    assertThat(outcomes).hasSize(400).allMatch(Accepted.class::isInstance);
    assertThat(LoopbackProvider.requests())
        .extracting(call -> ProviderJson.read(call.body()).orElseThrow().path("text").asText())
        .containsExactlyInAnyOrderElementsOf(texts);
  }

  private static boolean endsWithin(CompletableFuture<Object> sent, int seconds) {
    try {
      sent.get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (Exception e) {
      return true;
    }
  }

  private static Delivery delivery(String text) {
    return new Delivery(
        MessageId.next(),
        ConversationId.random(),
        Channel.TELEGRAM,
        "7000000001",
        new Identity(IdentityKind.TELEGRAM_USER, "5550001"),
        OutboundContent.text(text),
        null,
        1);
  }
}
