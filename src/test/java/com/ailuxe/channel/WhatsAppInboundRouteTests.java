package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.ailuxe.conversation.InboundEvent;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.InboundEvent.NotForUs;
import com.ailuxe.conversation.Inbox;
import com.ailuxe.conversation.InboxReceipt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessResourceFailureException;

@ChannelSlice
class WhatsAppInboundRouteTests {
  @LocalServerPort int port;
  @Autowired Inbox inbox;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void handshakeWithOurTokenIsAnsweredWithTheChallengeAsPlainText() throws Exception {
    var answer =
        get(
            "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="
                + ChannelSlice.VERIFY_TOKEN);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("1158201444");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    assertThat(answer.headers().map()).doesNotContainKey("hub.verify_token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=guess",
        "?hub.mode=subscribe&hub.challenge=1",
        "?hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=" + ChannelSlice.VERIFY_TOKEN,
        "?hub.mode=subscribe&hub.verify_token=" + ChannelSlice.VERIFY_TOKEN,
        "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=a&hub.verify_token="
            + ChannelSlice.VERIFY_TOKEN,
      })
  void anyOtherHandshakeIsForbidden(String query) throws Exception {
    var answer = get(query);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("urn:ailuxe:webhook:handshake-refused");
  }

  @Test
  void signedMessageIsStoredBeforeItIsAcknowledged() throws Exception {
    var body = Samples.bytes("whatsapp-text.json");

    var answer = post(body, Samples.signature(body), "application/json");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().map()).doesNotContainKey("x-hub-signature-256");
    assertThat(stored()).singleElement().isInstanceOf(MessageReceived.class);
  }

  @Test
  void wholeBatchIsStoredInOneGo() throws Exception {
    var body = Samples.bytes("whatsapp-batch.json");

    assertThat(post(body, Samples.signature(body), "application/json").statusCode()).isEqualTo(200);
    assertThat(stored()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-16",
        "application/json; charset=no-such-charset",
        "text/plain",
        "text/plain; charset=iso-8859-1",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "application/x-java-serialized-object",
        "nonsense",
      })
  void bytesAreTakenAsTheyAreWhateverTheRequestCallsThem(String contentType) throws Exception {
    var body = Samples.bytes("whatsapp-text.json");

    assertThat(post(body, Samples.signature(body), contentType).statusCode()).isEqualTo(200);
    assertThat(stored())
        .singleElement()
        .isInstanceOfSatisfying(
            MessageReceived.class,
            message -> assertThat(message.content().text()).endsWith("Saturday? 🛥️"));
  }

  @Test
  void compressedBytesAreNotUnpackedBehindTheSignature() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(Samples.bytes("whatsapp-text.json"));
    }
    var body = packed.toByteArray();

    var answer =
        post(body, Samples.signature(body), "application/json", "Content-Encoding", "gzip");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().map()).doesNotContainKey("content-encoding");
    verify(inbox, never()).accept(any());
  }

  @Test
  void signatureOfOtherBytesIsRefused() throws Exception {
    var body = Samples.bytes("whatsapp-text.json");
    var reformatted = new String(body, StandardCharsets.UTF_8).replace("  ", "");

    var answer =
        post(
            body,
            Samples.signature(reformatted.getBytes(StandardCharsets.UTF_8)),
            "application/json");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body())
        .contains("\"type\":\"urn:ailuxe:webhook:signature-refused\"")
        .contains("\"status\":401");
    verify(inbox, never()).accept(any());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sha256=",
        "sha256=00",
        "sha256=not-hex",
        "sha1=da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "nothing"
      })
  void unusableSignatureIsRefused(String signature) throws Exception {
    var body = Samples.bytes("whatsapp-text.json");

    assertThat(post(body, signature, "application/json").statusCode()).isEqualTo(401);
    verify(inbox, never()).accept(any());
  }

  @Test
  void missingSignatureIsRefusedAlsoInTheQuery() throws Exception {
    var body = Samples.bytes("whatsapp-text.json");
    var unsigned =
        HttpRequest.newBuilder(url("?X-Hub-Signature-256=sha256%3D00"))
            .POST(BodyPublishers.ofByteArray(body))
            .build();

    assertThat(http.send(unsigned, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    verify(inbox, never()).accept(any());
  }

  @Test
  void bodyOverTheLimitIsRefusedUnread() throws Exception {
    var body = new byte[(int) WebhookSettings.LIMIT.toBytes() + 1];

    var answer = post(body, Samples.signature(body), "application/json");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("urn:ailuxe:webhook:body-too-large");
  }

  @Test
  void bodyOfTheWholeLimitPasses() throws Exception {
    var frame =
        """
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
         "value":{"metadata":{"phone_number_id":"106540352242922"},"messages":[{"id":"wamid.LONG",
         "from":"4915112345678","timestamp":"1","type":"text","text":{"body":"%s"}}]}}]}]}""";
    var text = "x".repeat((int) WebhookSettings.LIMIT.toBytes() - frame.length() + 2);
    var body = frame.formatted(text).getBytes(StandardCharsets.UTF_8);

    assertThat(post(body, Samples.signature(body), "application/json").statusCode()).isEqualTo(200);
    assertThat(body).hasSize((int) WebhookSettings.LIMIT.toBytes());
    assertThat(stored())
        .singleElement()
        .isInstanceOfSatisfying(
            MessageReceived.class, it -> assertThat(it.content().text()).isEqualTo(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[]",
        "17",
        "null",
        "{} {}",
        "<xml/>",
        "a=b&c",
        "--x\r\n\r\n",
        "\u0000"
      })
  void signedNonsenseIsABadRequestAndNeverOurFailure(String nonsense) throws Exception {
    var body = nonsense.getBytes(StandardCharsets.UTF_8);

    for (var type : List.of("application/json", "application/x-www-form-urlencoded")) {
      var answer = post(body, Samples.signature(body), type);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("urn:ailuxe:webhook:body-malformed");
    }
    verify(inbox, never()).accept(any());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"object\":\"page\"}",
        "{\"object\":\"whatsapp_business_account\",\"entry\":{\"changes\":1}}",
        "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changes\":[{\"field\":\"messages\","
            + "\"value\":{\"messages\":[null,1,[],{\"id\":{}},{\"id\":\"w\",\"from\":[]}]}}]}]}",
      })
  void signedObjectThatSaysNothingToUsIsAcknowledged(String object) throws Exception {
    var body = object.getBytes(StandardCharsets.UTF_8);

    assertThat(post(body, Samples.signature(body), "application/json").statusCode()).isEqualTo(200);
    assertThat(stored()).isNotEmpty().allMatch(NotForUs.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?a=%zz", "?%0d%0aX=1", "?hub.mode", "?&&=", "?hub.challenge=%00"})
  void oddQueryIsNeverOurFailure(String query) throws Exception {
    var request = "GET /webhooks/whatsapp" + query + " HTTP/1.1\r\nHost: x\r\n\r\n";
    try (var socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var status = new byte["HTTP/1.1 403".length()];
      socket.getInputStream().readNBytes(status, 0, status.length);
      assertThat(new String(status, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 4");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
  void otherMethodsAreNotAllowed(String method) throws Exception {
    var request =
        HttpRequest.newBuilder(url("")).method(method, BodyPublishers.ofString("{}")).build();

    assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
  }

  @Test
  void providerIsAskedToComeBackWhenTheEventsCouldNotBeStored() throws Exception {
    when(inbox.accept(any())).thenThrow(new DataAccessResourceFailureException("no connection"));
    var body = Samples.bytes("whatsapp-text.json");

    var answer = post(body, Samples.signature(body), "application/json");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body())
        .contains("urn:ailuxe:webhook:store-unavailable")
        .doesNotContain("no connection");
  }

  @Test
  void nothingIsAcknowledgedWhileTheInboxStillWorks() throws Exception {
    var storing = new CountDownLatch(1);
    var begun = new CountDownLatch(1);
    when(inbox.accept(any()))
        .thenAnswer(
            call -> {
              begun.countDown();
              storing.await();
              return new InboxReceipt(1, 0);
            });
    var body = Samples.bytes("whatsapp-text.json");

    var answer =
        http.sendAsync(
            request(body, Samples.signature(body), "application/json"), BodyHandlers.ofString());
    begun.await();
    assertThat(answer).isNotDone();
    storing.countDown();

    assertThat(answer.get().statusCode()).isEqualTo(200);
  }

  private List<InboundEvent> stored() {
    ArgumentCaptor<List<InboundEvent>> events = ArgumentCaptor.captor();
    verify(inbox).accept(events.capture());
    return events.getValue();
  }

  private HttpResponse<String> get(String query) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(url(query)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(
      byte[] body, String signature, String contentType, String... headers)
      throws IOException, InterruptedException {
    return http.send(request(body, signature, contentType, headers), BodyHandlers.ofString());
  }

  private HttpRequest request(
      byte[] body, String signature, String contentType, String... headers) {
    var request =
        HttpRequest.newBuilder(url(""))
            .header("Content-Type", contentType)
            .header("X-Hub-Signature-256", signature)
            .POST(BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.build();
  }

  private URI url(String query) {
    return URI.create("http://localhost:" + port + "/webhooks/whatsapp" + query);
  }
}
