package com.ailuxe.channel;

import static com.ailuxe.LedgerAssert.assertThatTheLedgerBalances;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ailuxe.DemoAgency;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.FileState;
import com.ailuxe.conversation.FileToFetch;
import com.ailuxe.conversation.InboundEvent.SentFile;
import com.ailuxe.conversation.MessageFile;
import com.ailuxe.conversation.MessageFiles;
import com.ailuxe.local.LoopbackServer.Request;
import com.ailuxe.local.WithPostgres;
import com.ailuxe.media.MediaKind;
import com.ailuxe.shared.MessageId;
import com.ailuxe.simulator.SimulatorSettings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * What a provider's call names and the app then calls: an id is an id, whatever is written in it,
 * and an address is one of the provider's. From the webhook to the tables and the wire.
 */
@ResourceLock("providers")
@Import(FetchesFiles.class)
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
      "ailuxe.channel.media.poll-interval=50ms",
      "ailuxe.channel.telegram.mode=webhook",
      "ailuxe.channel.telegram.secret-token=" + ChannelSlice.SECRET_TOKEN,
      "ailuxe.channel.whatsapp.access-token=" + ChannelSlice.ACCESS_TOKEN,
      "ailuxe.channel.whatsapp.app-secret=" + ChannelSlice.APP_SECRET,
      "ailuxe.channel.whatsapp.verify-token=" + ChannelSlice.VERIFY_TOKEN,
      "ailuxe.channel.whatsapp.media-hosts=lookaside.example,localhost:9999"
    })
@WithPostgres
@DirtiesContext
class OutsideIdsTests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired MessageFiles files;
  @Autowired ProducerTemplate routes;

  private final HttpClient http = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void providers(DynamicPropertyRegistry properties) {
    properties.add("ailuxe.channel.whatsapp.base-url", () -> LoopbackProvider.URL);
    properties.add("ailuxe.channel.telegram.base-url", () -> LoopbackProvider.URL);
    properties.add(
        "ailuxe.channel.telegram.bot-token", SimulatorSettings.local().telegram()::token);
  }

  static Stream<String> hostileIds() {
    return Stream.of(
        "{{ailuxe.channel.whatsapp.app-secret}}",
        "{{sys:java.version}}",
        "{{bean:channels.telegramOn}}",
        "{{no.such.property}}",
        "{{?x}}",
        "${sys.java.version}",
        "$simple{sys.java.version}",
        "#{1+1}",
        "RAW(x)",
        "../me",
        "..",
        "a/b",
        "a?access_token=b",
        "a#b",
        "a%2fb",
        "@evil.example/",
        "a\r\nHost: evil.example",
        "é",
        "",
        " ",
        "9".repeat(256));
  }

  @BeforeEach
  void forget() {
    LoopbackProvider.reset();
    jdbc.sql("delete from media").update();
  }

  @AfterEach
  void theLedgerBalances() {
    assertThatTheLedgerBalances(jdbc);
  }

  @ParameterizedTest
  @MethodSource("hostileIds")
  void aWhatsAppFileOfAnImpossibleIdIsShownWithTheReasonAndNotAskedFor(String id) throws Exception {
    var caption = "look " + UUID.randomUUID();

    assertThat(whatsAppImage(id, caption)).isEqualTo(200);

    assertNeverFetched(caption);
  }

  @ParameterizedTest
  @MethodSource("hostileIds")
  void aTelegramFileOfAnImpossibleIdIsShownWithTheReasonAndNotAskedFor(String id) throws Exception {
    var caption = "look " + UUID.randomUUID();
    var user = Map.of("id", 4711, "first_name", "Ana", "is_bot", false);
    var update =
        Map.of(
            "update_id",
            Math.abs(UUID.randomUUID().getMostSignificantBits()) >> 10,
            "message",
            Map.of(
                "message_id",
                1,
                "date",
                1749416383,
                "from",
                user,
                "chat",
                Map.of("id", 4711, "type", "private"),
                "caption",
                caption,
                "photo",
                List.of(Map.of("file_id", id, "width", 1, "height", 1))));

    assertThat(
            post("telegram", "X-Telegram-Bot-Api-Secret-Token", ChannelSlice.SECRET_TOKEN, update))
        .isEqualTo(200);

    assertNeverFetched(caption);
  }

  /** An earlier version, which took every id, has stored it. */
  @ParameterizedTest
  @MethodSource("hostileIds")
  void anIdThatIsStoredAlreadyStaysInItsPlaceOfTheAddress(String id) {
    LoopbackProvider.willAnswer(
        404, "{\"error\":{\"code\":100,\"message\":\"Unsupported get request\"}}");

    var outcome =
        routes.requestBody(
            "direct:whatsapp-media",
            new FileToFetch(
                new MessageId(UUID.randomUUID()),
                DemoAgency.ID,
                Channel.WHATSAPP,
                DemoAgency.WHATSAPP_ACCOUNT,
                new SentFile(id, MediaKind.IMAGE, null, null, null),
                1));

    assertThat(outcome).isInstanceOf(MediaOutcome.Failed.class);
    for (var request : asked()) {
      assertThat(request.target()).startsWith("/v23.0/").doesNotContain(ChannelSlice.APP_SECRET);
      assertThat(URI.create(request.target()).getPath()).isEqualTo("/v23.0/" + id);
      assertThat(URI.create(request.target()).getRawPath().substring("/v23.0/".length()))
          .doesNotContain("/");
      assertThat(URI.create(request.target()).getQuery()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1003383421387256", "1234_567", "wamid.HBgL-x==", "a:b"})
  void anIdAsProvidersMakeThemIsAskedFor(String id) throws Exception {
    whatsAppImage(id, "look " + UUID.randomUUID());

    await().atMost(PATIENCE).until(() -> asked().size() == 1);
    assertThat(asked().getFirst().target()).isEqualTo("/v23.0/" + id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example/file",
        "http://169.254.169.254/latest/meta-data/",
        "http://localhost:8081/actuator/health",
        "http://[::1]/",
        "http://lookaside.example@evil.example/",
        "http://token@lookaside.example/",
        "http://lookaside.example:8080/",
        "http://lookaside.example.evil.example/",
        "https://lookaside.example/",
        "ftp://lookaside.example/",
        "file:///etc/passwd",
        "//lookaside.example/",
        "lookaside.example",
        "{{bean:channels.telegramOn}}",
      })
  void aFileIsFetchedFromNoHostButTheProvidersOwn(String address) throws Exception {
    var file = fileAt(address);

    assertThat(file.state()).isEqualTo(FileState.FAILED);
    assertThat(file.reason()).contains("none of its own");
    assertThat(asked()).hasSize(1);
  }

  /** The name is listed, what it stands for is this machine. */
  @Test
  void aHostOfTheProviderIsNotCalledInsideAPrivateNetwork() throws Exception {
    var file = fileAt("http://localhost:9999/file");

    assertThat(file.state()).isEqualTo(FileState.FAILED);
    assertThat(file.reason()).contains("inside a private network");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../bot/deleteWebhook",
        "photos/../../x",
        "/etc/passwd",
        "a//b",
        "photos/.",
        "",
      })
  void aPathThatLeadsElsewhereIsNotFollowed(String path) throws Exception {
    LoopbackProvider.willAnswer(
        200, "{\"ok\":true,\"result\":{\"file_path\":%s}}".formatted(json(path)));

    var outcome = telegramFile();

    assertThat(outcome).isNotInstanceOf(MediaOutcome.Stored.class);
    assertThat(asked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"photos/{x}", "documents/a b?c#d.pdf", "{{sys:java.version}}", "a%2e%2e"})
  void aPathOfOddCharactersIsFollowedAsItIs(String path) throws Exception {
    LoopbackProvider.willAnswer(
        200, "{\"ok\":true,\"result\":{\"file_path\":%s}}".formatted(json(path)));

    telegramFile();

    assertThat(asked()).hasSize(2);
    var fetched = URI.create(asked().getLast().target());
    assertThat(fetched.getPath()).startsWith("/file/bot").endsWith("/" + path);
    assertThat(fetched.getQuery()).isNull();
  }

  private Object telegramFile() {
    var bot = SimulatorSettings.local().telegram().token().split(":")[0];
    return Objects.requireNonNull(
        routes.requestBody(
            "direct:telegram-media",
            new FileToFetch(
                new MessageId(UUID.randomUUID()),
                DemoAgency.ID,
                Channel.TELEGRAM,
                bot,
                new SentFile("file-1", MediaKind.IMAGE, null, null, null),
                1)));
  }

  private MessageFile fileAt(String address) throws Exception {
    var caption = "look " + UUID.randomUUID();
    LoopbackProvider.willAnswer(200, "{\"url\":%s}".formatted(json(address)));
    whatsAppImage("1003383421387256", caption);
    return await()
        .atMost(PATIENCE)
        .until(() -> fileOf(caption), file -> file.state() != FileState.WAITING);
  }

  private void assertNeverFetched(String caption) {
    var file = fileOf(caption);
    assertThat(file.state()).isEqualTo(FileState.FAILED);
    assertThat(file.reason()).contains("no id");
    assertThat(files.claimNext(EnumSet.allOf(Channel.class), Duration.ofMinutes(1))).isEmpty();
    assertThat(asked()).isEmpty();
  }

  private MessageFile fileOf(String caption) {
    var message =
        jdbc.sql("select id from message where text = ?")
            .param(caption)
            .query((row, index) -> new MessageId(row.getObject(1, UUID.class)))
            .single();
    return files.find(DemoAgency.ID, message).orElseThrow();
  }

  /** What the app called but for its registration as Telegram's webhook. */
  private static List<Request> asked() {
    return LoopbackProvider.requests().stream()
        .filter(request -> !request.target().endsWith("/setWebhook"))
        .toList();
  }

  private int whatsAppImage(String id, String caption) throws Exception {
    var body =
        """
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
         "value":{"metadata":{"phone_number_id":"%s"},"messages":[{"id":"wamid.%s",
         "from":"4915112345678","timestamp":"1749416383","type":"image",
         "image":{"id":%s,"mime_type":"image/jpeg","caption":"%s"}}]}}]}]}"""
            .formatted(DemoAgency.WHATSAPP_ACCOUNT, UUID.randomUUID(), json(id), caption)
            .getBytes(StandardCharsets.UTF_8);
    return post("whatsapp", "X-Hub-Signature-256", Samples.signature(body), body);
  }

  private static String json(Object value) throws JsonProcessingException {
    return JSON.writeValueAsString(value);
  }

  private int post(String provider, String header, String proof, Object body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/webhooks/%s".formatted(port, provider)))
            .header(header, proof)
            .POST(
                BodyPublishers.ofByteArray(
                    body instanceof byte[] bytes ? bytes : JSON.writeValueAsBytes(body)))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }
}
