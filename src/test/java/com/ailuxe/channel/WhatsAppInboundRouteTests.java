package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import com.ailuxe.conversation.InboundEvent;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.Inbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

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

    var answer = post(body, sign(body), "application/json");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().map()).doesNotContainKey("x-hub-signature-256");
    assertThat(stored()).singleElement().isInstanceOf(MessageReceived.class);
  }

  private List<InboundEvent> stored() {
    ArgumentCaptor<List<InboundEvent>> events = ArgumentCaptor.captor();
    verify(inbox).accept(events.capture());
    return events.getValue();
  }

  private HttpResponse<String> get(String query) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(url(query)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(byte[] body, String signature, String contentType)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(url(""))
            .header("Content-Type", contentType)
            .header("X-Hub-Signature-256", signature)
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofString());
  }

  private URI url(String query) {
    return URI.create("http://localhost:" + port + "/webhooks/whatsapp" + query);
  }

  private static String sign(byte[] body) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(ChannelSlice.APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
  }
}
