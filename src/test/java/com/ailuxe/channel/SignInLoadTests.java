package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import com.ailuxe.local.WithPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Sign-ins cost what they cost, and contacts do not pay for it. */
@Tag("nightly")
@ResourceLock("providers")
@ApplicationModuleTest(
    mode = BootstrapMode.ALL_DEPENDENCIES,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    extraIncludes = {"system", "staff"},
    verifyAutomatically = false)
@TestPropertySource(
    properties = {
      DemoAgency.IN_DATABASE,
      "camunda.client.enabled=false",
      "management.server.port=0",
      // Nothing but the number of threads holds them back.
      "ailuxe.staff.sign-in.address-per-minute=100000",
      "ailuxe.staff.sign-in.address-per-hour=100000",
      "ailuxe.staff.sign-in.refusal-takes=0s",
      "ailuxe.channel.telegram.mode=off",
      "ailuxe.channel.whatsapp.access-token=" + ChannelSlice.ACCESS_TOKEN,
      "ailuxe.channel.whatsapp.app-secret=" + ChannelSlice.APP_SECRET,
      "ailuxe.channel.whatsapp.verify-token=" + ChannelSlice.VERIFY_TOKEN,
    })
@WithPostgres
@DirtiesContext
class SignInLoadTests {
  private static final int GUESSERS = 16;

  @LocalServerPort int port;

  private final HttpClient http = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void providers(DynamicPropertyRegistry properties) {
    properties.add("ailuxe.channel.whatsapp.base-url", () -> LoopbackProvider.URL);
  }

  @Test
  void aWebhookIsAnsweredAtOnceWhileManyGuess() throws Exception {
    webhooks(200);
    var alone = webhooks(100);
    var goesOn = new AtomicBoolean(true);
    var guesses = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(GUESSERS)) {
      IntStream.range(0, GUESSERS).forEach(number -> threads.submit(() -> guess(goesOn, guesses)));
      Thread.sleep(1000);

      var besides = webhooks(100);

      goesOn.set(false);
      System.out.printf(
          "A webhook took %d ms alone, %d ms beside %d guesses%n",
          alone.toMillis(), besides.toMillis(), guesses.get());
      assertThat(besides).isLessThan(Duration.ofMillis(150).plus(alone.multipliedBy(5)));
    }
    assertThat(guesses.get()).isGreaterThan(GUESSERS);
  }

  private Void guess(AtomicBoolean goesOn, AtomicInteger guesses) throws Exception {
    while (goesOn.get()) {
      var both = UUID.randomUUID() + "@luxe:guess";
      var call =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/me".formatted(port)))
              .header(
                  "Authorization",
                  "Basic "
                      + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)))
              .build();
      assertThat(http.send(call, BodyHandlers.discarding()).statusCode()).isIn(401, 429, 503);
      guesses.incrementAndGet();
    }
    return null;
  }

  /** The median of as many signed calls, one after the other. */
  private Duration webhooks(int calls) throws Exception {
    var times = new long[calls];
    for (var number = 0; number < calls; number++) {
      var body =
          new String(Samples.bytes("whatsapp-text.json"), StandardCharsets.UTF_8)
              .replace("wamid.", "wamid." + UUID.randomUUID())
              .getBytes(StandardCharsets.UTF_8);
      var call =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:%d/webhooks/whatsapp".formatted(port)))
              .header("X-Hub-Signature-256", Samples.signature(body))
              .POST(BodyPublishers.ofByteArray(body))
              .build();
      var begin = System.nanoTime();
      assertThat(http.send(call, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
      times[number] = System.nanoTime() - begin;
    }
    Arrays.sort(times);
    return Duration.ofNanos(times[calls / 2]);
  }
}
