package com.ailuxe.channel;

import static com.ailuxe.LedgerAssert.assertThatTheLedgerBalances;
import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import com.ailuxe.local.WithPostgres;
import com.ailuxe.simulator.SimulatorSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * Whatever a provider sends, signed and to the right address: never a 5xx, never a row without a
 * reason, and nothing of it stays in memory. {@code -Dfuzz.inputs} says how many for each channel.
 */
@Isolated("Counts threads and memory of the whole JVM")
@ApplicationModuleTest(
    mode = BootstrapMode.ALL_DEPENDENCIES,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    extraIncludes = {"staff", "system"},
    verifyAutomatically = false)
@TestPropertySource(
    properties = {
      DemoAgency.IN_DATABASE,
      "camunda.client.enabled=false",
      "management.server.port=0",
      "ailuxe.channel.telegram.mode=webhook",
      "ailuxe.channel.telegram.secret-token=" + ChannelSlice.SECRET_TOKEN,
      "ailuxe.channel.whatsapp.access-token=" + ChannelSlice.ACCESS_TOKEN,
      "ailuxe.channel.whatsapp.app-secret=" + ChannelSlice.APP_SECRET,
      "ailuxe.channel.whatsapp.verify-token=" + ChannelSlice.VERIFY_TOKEN,
    })
@WithPostgres
@DirtiesContext
class WebhookFuzzTests {
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 50);
  private static final int WARM_UP = 200;
  private static final long MEGABYTE = 1 << 20;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<Integer, Integer> answers = new TreeMap<>();

  @DynamicPropertySource
  static void providers(DynamicPropertyRegistry properties) {
    properties.add("ailuxe.channel.whatsapp.base-url", () -> LoopbackProvider.URL);
    properties.add("ailuxe.channel.telegram.base-url", () -> LoopbackProvider.URL);
    properties.add(
        "ailuxe.channel.telegram.bot-token", SimulatorSettings.local().telegram()::token);
  }

  @Test
  void whatsAppWebhooks() {
    fuzz(
        List.of(
            "whatsapp-batch.json",
            "whatsapp-bsuid-only.json",
            "whatsapp-echoes.json",
            "whatsapp-number-changed.json",
            "whatsapp-other-fields.json",
            "whatsapp-partly-unreadable.json",
            "whatsapp-preferences.json",
            "whatsapp-statuses.json",
            "whatsapp-text.json",
            "whatsapp-types.json"),
        "\"wamid.",
        body -> post("whatsapp", "X-Hub-Signature-256", Samples.signature(body), body));
  }

  @Test
  void telegramUpdates() {
    fuzz(
        List.of("telegram-button.json", "telegram-text.json", "telegram-updates.json"),
        "\"update_id\":",
        body ->
            post("telegram", "X-Telegram-Bot-Api-Secret-Token", ChannelSlice.SECRET_TOKEN, body));
  }

  @AfterEach
  void everyRowHasItsReasonAndTheLedgerBalances() {
    assertThat(
            jdbc.sql(
                    """
                    select reason from inbox
                    where state = 'IGNORED' and (reason is null or reason like 'could not be read%')
                    limit 10""")
                .query(String.class)
                .list())
        .isEmpty();
    assertThat(jdbc.sql("select count(*) from inbox").query(Long.class).single())
        .as("rows in the inbox")
        .isGreaterThan(INPUTS / 10);
    assertThatTheLedgerBalances(jdbc);
  }

  private interface Call {
    int answerTo(byte[] body) throws IOException, InterruptedException;
  }

  /**
   * @param id what stands before the id of an event, so that each input has ids of its own
   */
  private void fuzz(List<String> samples, String id, Call call) {
    var seed = Long.getLong("fuzz.seed", System.nanoTime());
    answers.clear();
    JqwikSession.run(
        () -> {
          try (var bodies = BrokenSamples.of(read(samples), seed).limit(WARM_UP + INPUTS)) {
            send(bodies.map(withOwnIds(id)), call, seed);
          }
        });
    System.out.printf("Answers to %s, seed %d: %s%n", samples, seed, answers);
  }

  private static UnaryOperator<byte[]> withOwnIds(String id) {
    var number = new AtomicInteger();
    return body ->
        new String(body, StandardCharsets.ISO_8859_1)
            .replace(id, id + number.incrementAndGet())
            .getBytes(StandardCharsets.ISO_8859_1);
  }

  private void send(Stream<byte[]> bodies, Call call, long seed)
      throws IOException, InterruptedException {
    var inputs = bodies.iterator();
    for (var number = 0; number < WARM_UP; number++) {
      send(inputs.next(), call, seed);
    }
    var threads = ManagementFactory.getThreadMXBean().getThreadCount();
    var heap = heap();
    while (inputs.hasNext()) {
      send(inputs.next(), call, seed);
    }
    assertThat(ManagementFactory.getThreadMXBean().getThreadCount())
        .as("threads")
        .isLessThan(threads + 20);
    assertThat(heap()).as("megabytes in use").isLessThan(heap + 40);
  }

  private void send(byte[] body, Call call, long seed) throws IOException, InterruptedException {
    var answer = call.answerTo(body);
    answers.merge(answer, 1, Integer::sum);
    assertThat(answer)
        .as("seed %d, body in Base64: %s", seed, Base64.getEncoder().encodeToString(body))
        .isIn(200, 400, 413);
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
  }

  private int post(String provider, String header, String proof, byte[] body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/webhooks/%s".formatted(port, provider)))
            .header("Content-Type", "application/json")
            .header(header, proof)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  /** Reads samples as if they were sent to the demo agency, so that they go all the way. */
  private static List<byte[]> read(List<String> samples) {
    return samples.stream()
        .map(file -> new String(Samples.bytes(file), StandardCharsets.UTF_8))
        .map(text -> text.replace("106540352242922", DemoAgency.WHATSAPP_ACCOUNT))
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }
}
