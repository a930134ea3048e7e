package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@ChannelSlice
@TestPropertySource(
    properties = "ailuxe.channel.telegram.webhook-url=https://luxe.example/webhooks/telegram")
@DirtiesContext
class TelegramRegistrationTests {
  @BeforeAll
  static void refuseOnce() {
    LoopbackProvider.reset();
    LoopbackProvider.willAnswer(
        400, "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: bad webhook\"}");
    LoopbackProvider.willAnswer(200, "{\"ok\":true,\"result\":true}");
  }

  @Test
  void webhookIsRegisteredWithItsSecretUntilTelegramHasTakenIt() {
    await().until(() -> registrations().size() == 2);

    var call = registrations().getLast();
    assertThat(call.path("url").asText()).isEqualTo("https://luxe.example/webhooks/telegram");
    assertThat(call.path("secret_token").asText()).isEqualTo(ChannelSlice.SECRET_TOKEN);
    assertThat(call.path("allowed_updates")).hasSameSizeAs(TelegramEvents.KINDS);
  }

  private static List<JsonNode> registrations() {
    return LoopbackProvider.requests().stream()
        .filter(call -> call.target().endsWith("/setWebhook"))
        .map(call -> ProviderJson.read(call.body()).orElseThrow())
        .toList();
  }
}
