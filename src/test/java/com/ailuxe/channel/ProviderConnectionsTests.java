package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A call that nobody awaits ends all the same, whatever the provider does. */
@ResourceLock("providers")
class ProviderConnectionsTests {
  private static final Duration CALL = Duration.ofMillis(400);
  private static final Duration POLL = Duration.ofMillis(800);
  private static final OutboundSettings SETTINGS =
      new OutboundSettings(
          1,
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          CALL,
          Duration.ofSeconds(1),
          Duration.ofSeconds(1));
  private static final TelegramSettings TELEGRAM =
      new TelegramSettings(
          TelegramSettings.Mode.POLLING, URI.create("http://unused"), null, null, null, POLL);

  private static final WhatsAppSettings WHATSAPP =
      new WhatsAppSettings(false, URI.create("http://unused"), "v23.0", null, null, null, Set.of());

  private final ProviderConnections connections =
      new ProviderConnections(new ProviderCredentials(WHATSAPP, TELEGRAM));

  @BeforeEach
  @AfterEach
  void forget() {
    LoopbackProvider.reset();
  }

  @Test
  void aMessageWhoseAnswerTricklesOnIsCutOffWhenItsLeaseEnds() throws Exception {
    try (var client = connections.providerHttpClient(SETTINGS)) {
      var lease = SETTINGS.lease();
      assertThat(timeUntilCutOff(client)).isBetween(lease, lease.plusSeconds(4));
    }
  }

  @Test
  void anAnswerThatTricklesOnIsCutOff() throws Exception {
    try (var client = connections.boundedHttpClient(SETTINGS)) {
      assertThat(timeUntilCutOff(client)).isBetween(CALL, CALL.plusSeconds(4));
    }
  }

  @Test
  void aPollThatTricklesOnIsCutOffAfterItsOwnWaitAndTheTimeForACall() throws Exception {
    try (var client = connections.pollHttpClient(SETTINGS, TELEGRAM)) {
      var limit = POLL.plus(CALL);
      assertThat(timeUntilCutOff(client)).isBetween(limit, limit.plusSeconds(4));
    }
  }

  @Test
  void theConnectionOfACallThatEndedInTimeServesTheNextAfterTheLimit() throws Exception {
    try (var client = connections.boundedHttpClient(SETTINGS)) {
      LoopbackProvider.willAnswer(200, "one");
      assertThat(call(client)).isEqualTo("one");
      var hungUp = LoopbackProvider.willTrickle();
      assertThatThrownBy(() -> call(client)).isInstanceOf(IOException.class);
      assertThat(hungUp.await(4, TimeUnit.SECONDS)).isTrue();
      LoopbackProvider.willAnswer(200, "two");
      assertThat(call(client)).isEqualTo("two");
    }
  }

  private static Duration timeUntilCutOff(CloseableHttpClient client) throws InterruptedException {
    var hungUp = LoopbackProvider.willTrickle();
    var begin = System.nanoTime();
    assertThatThrownBy(() -> call(client)).isInstanceOf(IOException.class);
    assertThat(hungUp.await(4, TimeUnit.SECONDS)).isTrue();
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private static String call(CloseableHttpClient client) throws IOException {
    return client.execute(
        new HttpPost(LoopbackProvider.URL), answer -> EntityUtils.toString(answer.getEntity()));
  }
}
