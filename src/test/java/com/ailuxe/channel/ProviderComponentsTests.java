package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.channel.SendOutcome.Accepted;
import com.ailuxe.channel.SendOutcome.RetryLater;
import com.ailuxe.channel.SendOutcome.Unknown;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.Delivery;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.BufferOverflowException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.telegram.model.OutgoingDocumentMessage;
import org.apache.camel.component.telegram.model.OutgoingTextMessage;
import org.apache.camel.component.whatsapp.model.TextMessage;
import org.apache.camel.component.whatsapp.model.TextMessageRequest;
import org.apache.camel.component.whatsapp.model.UploadMedia;
import org.apache.camel.component.whatsapp.model.UploadMediaRequest;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What Camel's components for the two providers do by themselves, and what becomes of it behind
 * {@link GuardedHttpClient} (ADR 0002). When a newer Camel makes the first half of a test fail,
 * that part of the guard, or of what is left to camel-http, can be given up.
 */
@ChannelSlice
class ProviderComponentsTests {
  private static final String WHATSAPP =
      "whatsapp:106540352242922?authorizationToken=t&apiVersion=v23.0&baseUri="
          + LoopbackProvider.URL;
  private static final String TELEGRAM =
      "telegram:bots?authorizationToken=1:a-token&baseUri=" + LoopbackProvider.URL;

  private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);

  @Autowired ProducerTemplate routes;

  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final AtomicBoolean wentOn = new AtomicBoolean();

  @BeforeEach
  void useTheComponentsByThemselves() throws Exception {
    LoopbackProvider.reset();
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:whatsapp").to(WHATSAPP);
            from("direct:telegram").to(TELEGRAM).process(exchange -> wentOn.set(true));
          }
        });
    camel.getShutdownStrategy().setTimeout(1);
    camel.start();
  }

  @AfterEach
  void forget() {
    LoopbackProvider.reset();
    camel.stop();
  }

  @Test
  void camelWhatsAppNeverReturnsFromARefusedConnection() {
    LoopbackProvider.whileDown(
        () -> {
          assertThat(endsWithin(3, whatsApp())).isFalse();

          assertThat(send(Channel.WHATSAPP, "Hello")).isInstanceOf(RetryLater.class);
        });
  }

  @Test
  void camelWhatsAppWaitsForAProviderThatSaysNothing() {
    LoopbackProvider.willSayNothing();
    assertThat(endsWithin(3, whatsApp())).isFalse();

    LoopbackProvider.willSayNothing();
    assertThat(send(Channel.WHATSAPP, "Hello")).isInstanceOf(Unknown.class);
  }

  @Test
  void camelTelegramGoesOnInTheRouteAlthoughTheMessageWasRefused() {
    var refusal = "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":17}}";
    LoopbackProvider.willAnswer(429, refusal);
    assertThat(telegram("Hello").isFailed()).isTrue();
    assertThat(wentOn).isTrue();

    LoopbackProvider.willAnswer(429, refusal);
    assertThat(send(Channel.TELEGRAM, "Hello"))
        .isInstanceOfSatisfying(
            RetryLater.class, later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(17)));
  }

  @Test
  void camelTelegramTellsTheTokenWhereAnAnswerIsNoJson() {
    LoopbackProvider.willAnswer(200, "<html>");
    assertThat(ExceptionUtils.getStackTrace(telegram("Hello").getException()))
        .contains("1:a-token");

    LoopbackProvider.willAnswer(200, "<html>");
    assertThat(send(Channel.TELEGRAM, "Hello")).isEqualTo(new Unknown("HTTP 200 without an id"));
  }

  @Test
  void camelTelegramFailsWithAMessageThatWasAcceptedWhereAFieldIsOfAnotherType() {
    var accepted = "{\"ok\":true,\"result\":{\"message_id\":77,\"chat\":\"ours\"}}";
    LoopbackProvider.willAnswer(200, accepted);
    assertThat(telegram("Hello").isFailed()).isTrue();

    LoopbackProvider.willAnswer(200, accepted);
    assertThat(send(Channel.TELEGRAM, "Hello")).isEqualTo(new Accepted("77"));
  }

  @Test
  void camelTelegramMixesMessagesThatAreUnderWayAtOnce() {
    var texts = manyTexts();
    onManyThreads(texts, this::telegram);

    assertThat(textsThatArrived().stream().distinct()).hasSizeLessThan(texts.size());
  }

  @Test
  void ourRouteSendsEveryMessageOnceWhenManyAreUnderWay() {
    var texts = manyTexts();

    var outcomes = onManyThreads(texts, text -> send(Channel.TELEGRAM, text));

    assertThat(outcomes).hasSize(400).allMatch(Accepted.class::isInstance);
    assertThat(textsThatArrived()).containsExactlyInAnyOrderElementsOf(texts);
  }

  @Test
  void camelsMessagesToWhatsAppHaveNoPlaceForOurIdNorForAPersonWithoutNumber() {
    JsonNode message = new ObjectMapper().valueToTree(new TextMessageRequest());

    assertThat(message.has("to")).isTrue();
    assertThat(message.has("recipient")).isFalse();
    assertThat(message.has("biz_opaque_callback_data")).isFalse();
  }

  @Test
  void camelWhatsAppUploadsAFileWithoutItsTypeAndLength() {
    LoopbackProvider.willAnswer(200, "{\"id\":\"1037543291543636\"}");
    var message = new UploadMediaRequest();
    message.setUploadMedia(
        new UploadMedia("contract.pdf", new ByteArrayInputStream(PDF), "application/pdf"));

    assertThat(request("direct:whatsapp", message).isFailed()).isFalse();

    var request = LoopbackProvider.requests().getFirst();
    assertThat(request.text()).contains("%PDF-1.7").doesNotContain("name=\"type\"");
    assertThat(request.headers()).doesNotContainKey("Content-length");
  }

  @Test
  void camelTelegramSendsAFileWithoutItsTypeFromMemoryOfOneSize() {
    LoopbackProvider.willAnswer(200, "{\"ok\":true,\"result\":{\"message_id\":1}}");
    var message = new OutgoingDocumentMessage();
    message.setChatId("5550001");
    message.setFilenameWithExtension("contract.pdf");
    message.setDocument(PDF);

    assertThat(request("direct:telegram", message).isFailed()).isFalse();

    assertThat(LoopbackProvider.requests().getFirst().text())
        .contains("%PDF-1.7", "application/octet-stream")
        .doesNotContain("application/pdf");
    message.setDocument(new byte[5_000_000]);
    assertThat(request("direct:telegram", message).getException())
        .isInstanceOf(BufferOverflowException.class);
  }

  @Test
  void camelTelegramHasNoVoiceNotes() {
    var audio = "org.apache.camel.component.telegram.model.OutgoingAudioMessage";

    assertThat(audio).satisfies(Class::forName);
    assertThatThrownBy(() -> Class.forName(audio.replace("Audio", "Voice")))
        .isInstanceOf(ClassNotFoundException.class);
  }

  private CompletableFuture<Object> whatsApp() {
    var message = new TextMessageRequest();
    message.setTo("4915112345678");
    message.setText(new TextMessage());
    message.getText().setBody("Hello");
    return camel.createProducerTemplate().asyncRequestBody("direct:whatsapp", message);
  }

  private Exchange telegram(String text) {
    var message = new OutgoingTextMessage();
    message.setChatId("5550001");
    message.setText(text);
    return request("direct:telegram", message);
  }

  private Exchange request(String route, Object message) {
    return camel.createProducerTemplate().request(route, it -> it.getMessage().setBody(message));
  }

  private static boolean endsWithin(int seconds, CompletableFuture<Object> sent) {
    try {
      sent.get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (Exception e) {
      return true;
    }
  }

  private static List<String> manyTexts() {
    var texts = IntStream.range(0, 400).mapToObj(i -> "message " + i).toList();
    texts.forEach(
        text ->
            LoopbackProvider.willAnswer(
                200, "{\"ok\":true,\"result\":{\"message_id\":1,\"date\":1}}"));
    return texts;
  }

  private static <T> List<T> onManyThreads(List<String> texts, Function<String, T> action) {
    try (var threads = Executors.newFixedThreadPool(8)) {
      return texts.stream()
          .map(text -> CompletableFuture.supplyAsync(() -> action.apply(text), threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }

  private static List<String> textsThatArrived() {
    return LoopbackProvider.requests().stream()
        .flatMap(call -> ProviderJson.read(call.body()).stream())
        .map(message -> message.path("text").asText())
        .toList();
  }

  private SendOutcome send(Channel channel, String text) {
    var whatsApp = channel == Channel.WHATSAPP;
    var delivery =
        new Delivery(
            MessageId.next(),
            ConversationId.random(),
            channel,
            whatsApp ? "106540352242922" : "7000000001",
            whatsApp
                ? new Identity(IdentityKind.PHONE, "+4915112345678")
                : new Identity(IdentityKind.TELEGRAM_USER, "5550001"),
            OutboundContent.text(text),
            null,
            1);
    return Objects.requireNonNull(
        routes.requestBody(
            whatsApp ? "direct:whatsapp-outbound" : "direct:telegram-outbound",
            delivery,
            SendOutcome.class));
  }
}
