package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.ailuxe.conversation.InboundEvent;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.Inbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessResourceFailureException;

@ChannelSlice
class TelegramInboundRouteTests {
  @LocalServerPort int port;
  @Autowired Inbox inbox;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void forget() {
    LoopbackProvider.reset();
  }

  @Test
  void updateWithOurSecretIsStored() {
    var answer = post(Samples.bytes("telegram-text.json"), ChannelSlice.SECRET_TOKEN);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().map()).doesNotContainKey("x-telegram-bot-api-secret-token");
    assertThat(stored()).singleElement().isInstanceOf(MessageReceived.class);
    assertThat(LoopbackProvider.requests()).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "guess"})
  void updateWithoutOurSecretIsRefused(@Nullable String secret) {
    var answer = post(Samples.bytes("telegram-text.json"), secret);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("urn:ailuxe:webhook:secret-refused");
    verify(inbox, never()).accept(any());
  }

  @Test
  void pressedButtonStopsToSpinAfterItIsStored() {
    LoopbackProvider.willAnswer(200, "{\"ok\":true,\"result\":true}");

    assertThat(post(Samples.bytes("telegram-button.json"), ChannelSlice.SECRET_TOKEN).statusCode())
        .isEqualTo(200);

    await().until(() -> !LoopbackProvider.requests().isEmpty());
    var call = LoopbackProvider.requests().getFirst();
    assertThat(call.path()).isEqualTo("/bot" + ChannelSlice.BOT_TOKEN + "/answerCallbackQuery");
    assertThat(call.text()).isEqualTo("{\"callback_query_id\":\"4382bfdwdsb323b2d9\"}");
  }

  @Test
  void buttonIsAcknowledgedEvenWhenTelegramIsAway() {
    LoopbackProvider.whileDown(
        () ->
            assertThat(
                    post(Samples.bytes("telegram-button.json"), ChannelSlice.SECRET_TOKEN)
                        .statusCode())
                .isEqualTo(200));
    assertThat(stored()).hasSize(1);
  }

  @Test
  void buttonThatWasNotStoredKeepsSpinningAndComesAgain() {
    when(inbox.accept(any())).thenThrow(new DataAccessResourceFailureException("no connection"));

    assertThat(post(Samples.bytes("telegram-button.json"), ChannelSlice.SECRET_TOKEN).statusCode())
        .isEqualTo(503);
    assertThat(LoopbackProvider.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "17", "\u0000"})
  void nonsenseIsABadRequest(String nonsense) {
    assertThat(
            post(nonsense.getBytes(StandardCharsets.UTF_8), ChannelSlice.SECRET_TOKEN).statusCode())
        .isEqualTo(400);
  }

  private List<InboundEvent> stored() {
    ArgumentCaptor<List<InboundEvent>> events = ArgumentCaptor.captor();
    verify(inbox).accept(events.capture());
    return events.getValue();
  }

  private HttpResponse<String> post(byte[] body, @Nullable String secret) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/webhooks/telegram"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    if (secret != null) {
      request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    return http.sendAsync(request.build(), BodyHandlers.ofString()).join();
  }
}
