package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ailuxe.DemoAgency;
import com.ailuxe.local.WithPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * The app's two ports as anybody finds them, by sockets where a client library is too polite. No
 * engine runs beside it, as that would write into the log that is looked at here.
 */
@ResourceLock("providers")
@ResourceLock("engine")
@ResourceLock(Resources.SYSTEM_OUT)
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
      "server.tomcat.connection-timeout=1s",
      "server.forward-headers-strategy=native",
      "ailuxe.system.head-time=2s",
      "ailuxe.channel.webhook.body-time=2s",
      "ailuxe.channel.webhook.bodies-in-flight=6MB",
      "ailuxe.channel.telegram.mode=webhook",
      "ailuxe.channel.telegram.secret-token=" + ChannelSlice.SECRET_TOKEN,
      "ailuxe.channel.telegram.bot-token=" + ChannelSlice.BOT_TOKEN,
      "ailuxe.channel.whatsapp.access-token=" + ChannelSlice.ACCESS_TOKEN,
      "ailuxe.channel.whatsapp.app-secret=" + ChannelSlice.APP_SECRET,
      "ailuxe.channel.whatsapp.verify-token=" + ChannelSlice.VERIFY_TOKEN,
    })
@WithPostgres
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class DoorsTests {
  private static final String HANDSHAKE =
      "hub.mode=subscribe&hub.challenge=42&hub.verify_token=" + ChannelSlice.VERIFY_TOKEN;
  private static final int NEARLY_THE_LIMIT = 2_900_000;

  @LocalServerPort int port;
  @LocalManagementPort int managementPort;
  @Autowired JdbcClient jdbc;
  @Autowired Environment environment;

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Socket> sockets = new ArrayList<>();

  @DynamicPropertySource
  static void providers(DynamicPropertyRegistry properties) {
    properties.add("ailuxe.channel.whatsapp.base-url", () -> LoopbackProvider.URL);
    properties.add("ailuxe.channel.telegram.base-url", () -> LoopbackProvider.URL);
  }

  @AfterEach
  void hangUp() throws IOException {
    for (var socket : sockets) {
      socket.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//webhooks/whatsapp",
        "/webhooks//whatsapp",
        "///webhooks///whatsapp",
        "/./webhooks/whatsapp",
        "/x/../webhooks/whatsapp",
        "/webhooks/x/../whatsapp",
        "/webhooks/WHATSAPP",
        "/webhooks/WhatsApp",
        "/WEBHOOKS/whatsapp",
        "/webhooks/whatsapp/",
        "/webhooks/whatsapp//",
        "/webhooks/whatsapp/x",
        "/webhooks/whatsapp;a=b",
        "/webhooks;a=b/whatsapp",
        "/webhooks/%77hatsapp",
        "/%77ebhooks/whatsapp",
        "/webhooks/whatsapp%2f",
        "/webhooks%2fwhatsapp",
        "/webhooks/whatsapp%00",
        "/webhooks",
        "/webhooks/",
        "/webhooks/nothing",
        "/error",
        "/error/",
        "/errors",
        "/nothing",
        "/actuator",
        "/actuator/health",
        "/logout",
        "/login",
        "/nothing/%zz",
        "/nothing/{x}",
      })
  void everyOtherSpellingIsNoDoor(String path, CapturedOutput log) throws IOException {
    for (var method : List.of("GET", "POST")) {
      var answer = raw("%s %s?%s HTTP/1.1\r\n".formatted(method, path, HANDSHAKE));

      assertThat(status(answer)).as(answer).isBetween(400, 404);
      assertThat(answer).doesNotContain("\n42").doesNotContain("xception");
      assertProtected(answer);
    }
    assertThat(log.getAll()).doesNotContain("\tat ");
  }

  /** Nobody who proves nothing makes us fail, whatever they say twice or ask for. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /webhooks/whatsapp?hub.mode=a&hub.mode=b HTTP/1.1",
        "GET /webhooks/whatsapp?hub.mode=subscribe&hub.mode=subscribe&hub.challenge=42"
            + "&hub.challenge=42&hub.verify_token=x&hub.verify_token=y HTTP/1.1",
        "GET /webhooks/whatsapp?hub.mode[]=subscribe&hub.challenge=42&hub.verify_token HTTP/1.1",
        "GET /webhooks/whatsapp?%00=%00&=&&hub.mode=%ff HTTP/1.1",
        "GET /webhooks/whatsapp?CamelHttpMethod=POST&CamelHttpUri={{x}} HTTP/1.1",
        "POST /webhooks/whatsapp HTTP/1.1\r\nX-Hub-Signature-256: sha256=a\r\nx-hub-signature-256: b",
        "POST /webhooks/whatsapp HTTP/1.1\r\nX-Hub-Signature-256: sha256=\r\nContent-Encoding: gzip",
        "POST /webhooks/whatsapp HTTP/1.1\r\nCamelHttpMethod: GET\r\nCamelServletContextPath: x",
        "POST /webhooks/telegram HTTP/1.1\r\nX-Telegram-Bot-Api-Secret-Token: a\r\n"
            + "X-Telegram-Bot-Api-Secret-Token: b",
        "POST /webhooks/telegram HTTP/1.1\r\nContent-Type: multipart/form-data",
        "POST /webhooks/whatsapp HTTP/1.1\r\nX-Odd: \u0085",
        "POST /webhooks/whatsapp HTTP/1.1\r\nX-Hub-Signature-256: sha256=\u0085",
        "POST /webhooks/telegram HTTP/1.1\r\nX-Telegram-Bot-Api-Secret-Token: \u009f",
        "POST /webhooks/telegram?%00=%00 HTTP/1.1\r\nCookie: a=\u0080; =",
        "GET /webhooks/telegram?a%0a=b HTTP/1.1\r\nAccept-Language: \u0099",
        "GET /api/me HTTP/1.1\r\nAuthorization: Basic \u0085",
        "GET /api/me HTTP/1.1\r\nAuthorization: Basic !!!",
        "GET /api/me HTTP/1.1\r\nAuthorization: Basic YQ==",
        "GET /api/me HTTP/1.1\r\nAuthorization: Basic",
        "GET /api/me HTTP/1.1\r\nAuthorization: Bearer x",
        "GET /api/me?%00=1 HTTP/1.1\r\nX-Odd: \u0085",
        "POST /api/conversations/%00/takeover HTTP/1.1",
        "GET /nothing?%00=%ff HTTP/1.1\r\nX-Odd: \u0085",
        "GET /webhooks/telegram HTTP/1.1",
        "HEAD /webhooks/whatsapp HTTP/1.1",
        "HEAD /webhooks/telegram HTTP/1.1",
        "OPTIONS /webhooks/whatsapp HTTP/1.1",
        "OPTIONS /webhooks/telegram HTTP/1.1",
        "TRACE /webhooks/whatsapp HTTP/1.1",
        "TRACE / HTTP/1.1",
        "PUT /webhooks/whatsapp HTTP/1.1",
        "PATCH /webhooks/telegram HTTP/1.1",
        "DELETE /webhooks/whatsapp HTTP/1.1",
        "PROPFIND /webhooks/whatsapp HTTP/1.1",
        "FOO /webhooks/whatsapp HTTP/1.1",
        "get /webhooks/whatsapp HTTP/1.1",
        "GET /error HTTP/1.1\r\nAccept: text/html",
        "POST /error HTTP/1.1\r\nAccept: application/xml",
        "TRACE /error HTTP/1.1",
        "GET /nothing HTTP/1.1\r\nAccept: text/html",
        "GET /nothing HTTP/1.1\r\nAccept: {{x}}",
        "GET /nothing HTTP/1.1\r\nX-Http-Method-Override: TRACE",
      })
  void anOddCallIsRefusedInSoManyWords(String head, CapturedOutput log) throws IOException {
    var answer = raw(head + "\r\n");

    assertThat(status(answer)).as(answer).isBetween(200, 499);
    assertThat(answer).doesNotContain("\n42").doesNotContain("xception").doesNotContain("Tomcat");
    assertProtected(answer);
    assertThat(log.getAll()).doesNotContain("\tat ");
  }

  @Test
  void theDoorItselfIsOpen() throws IOException {
    var answer = raw("GET /webhooks/whatsapp?%s HTTP/1.1\r\n".formatted(HANDSHAKE));

    assertThat(status(answer)).isEqualTo(200);
    assertThat(answer).contains("\r\n42");
    assertProtected(answer);
  }

  @Test
  void whatProvesTheCallerCountsWhereItBelongsOnly() throws IOException {
    assertThat(
            status(
                raw(
                    """
                    GET /webhooks/whatsapp HTTP/1.1
                    hub.mode: subscribe
                    hub.challenge: 42
                    hub.verify_token: %s
                    """
                        .formatted(ChannelSlice.VERIFY_TOKEN))))
        .isEqualTo(403);
    assertThat(
            status(
                raw(
                    """
                    GET /webhooks/whatsapp?hub.mode=subscribe&hub.challenge=42 HTTP/1.1
                    Hub.Verify_Token: %s
                    """
                        .formatted(ChannelSlice.VERIFY_TOKEN))))
        .isEqualTo(403);
    var body = Samples.bytes("whatsapp-text.json");
    assertThat(
            post(
                    "/webhooks/whatsapp?X-Hub-Signature-256="
                        + Samples.signature(body).replace("=", "%3D"),
                    body)
                .statusCode())
        .isEqualTo(401);
    assertThat(
            post(
                    "/webhooks/telegram?X-Telegram-Bot-Api-Secret-Token="
                        + ChannelSlice.SECRET_TOKEN,
                    Samples.bytes("telegram-text.json"))
                .statusCode())
        .isEqualTo(401);
    assertThat(
            post(
                    "/webhooks/telegram?x-telegram-bot-api-secret-token="
                        + ChannelSlice.SECRET_TOKEN,
                    Samples.bytes("telegram-text.json"))
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void aSignedCallMayHaveAQueryThatSaysNothing() throws IOException {
    var body = signed();

    assertThat(
            post(
                    "/webhooks/whatsapp?a=b&X-Hub-Signature-256=x",
                    body,
                    "X-Hub-Signature-256",
                    Samples.signature(body))
                .statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"https, true", "http, false"})
  void behindTlsTheBrowserIsToldToStayThere(String scheme, boolean sent) throws IOException {
    var answer =
        raw("GET /nothing HTTP/1.1\r\nX-Forwarded-Proto: %s\r\n".formatted(scheme))
            .toLowerCase(Locale.ROOT);

    assertThat(answer.contains("strict-transport-security: max-age=31536000")).isEqualTo(sent);
  }

  @Test
  void operatorsAreOnThisMachineUnlessSomebodyDecidesOtherwise() throws Exception {
    assertThat(environment.getProperty("management.server.address")).isEqualTo("127.0.0.1");

    var health =
        http.send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:%d/actuator/health".formatted(managementPort)))
                .build(),
            BodyHandlers.ofString());
    assertThat(health.headers().map())
        .containsKeys("x-content-type-options", "referrer-policy", "content-security-policy");
    assertThat(
            http.send(
                    HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:%d/error".formatted(managementPort)))
                        .build(),
                    BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(404);
    for (var address : NetworkInterface.networkInterfaces().toList()) {
      for (var own : address.inetAddresses().toList()) {
        if (!own.isLoopbackAddress()) {
          assertThat(refuses(own)).as(own.toString()).isTrue();
        }
      }
    }
  }

  /** The call passes beside sixty others, as many as once stayed open for fifty seconds. */
  @Test
  void unfinishedBodiesAreCutAndASignedCallPassesMeanwhile() throws Exception {
    for (var number = 0; number < 60; number++) {
      var socket = open();
      write(
          socket, "POST /webhooks/whatsapp HTTP/1.1\r\nHost: x\r\nContent-Length: 3000000\r\n\r\n");
      try {
        socket.getOutputStream().write(new byte[NEARLY_THE_LIMIT]);
      } catch (IOException refusedAlready) {
        // there was no room for it
      }
    }

    var body = signed();
    var begin = System.nanoTime();
    assertThat(
            post("/webhooks/whatsapp", body, "X-Hub-Signature-256", Samples.signature(body))
                .statusCode())
        .isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
    awaitAll(this::isClosed);
    assertThat(
            post("/webhooks/whatsapp", large(), "X-Hub-Signature-256", Samples.signature(large()))
                .statusCode())
        .as("the room is given back")
        .isEqualTo(200);
  }

  @Test
  void moreThanThereIsRoomForIsToComeAgain() throws Exception {
    for (var number = 0; number < 2; number++) {
      var socket = open();
      write(
          socket, "POST /webhooks/whatsapp HTTP/1.1\r\nHost: x\r\nContent-Length: 3000000\r\n\r\n");
      socket.getOutputStream().write(new byte[NEARLY_THE_LIMIT]);
    }
    Thread.sleep(300);

    var answer =
        post("/webhooks/whatsapp", large(), "X-Hub-Signature-256", Samples.signature(large()));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("urn:ailuxe:webhook:bodies-under-way");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /webhooks/whatsapp HTTP/1.1\r\nHost: x\r\nContent-Length: 3000000\r\n\r\n",
        "POST /webhooks/telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n",
        "POST /webhooks/whatsapp HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n",
        "POST /webhooks/WHATSAPP HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n",
        "POST /webhooks/whatsapp HTTP/1.1\r\nHost: x\r\nContent-Length: 4000000\r\n\r\n",
        "POST /api/me HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n",
        "POST /nothing HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 99999\r\n\r\n",
        "OPTIONS /error HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n",
        "POST /webhooks/whatsapp HTTP/1.1\r\nHost: x\r\nX-Slow: ",
        "GE",
      })
  void whoeverSendsAByteNowAndThenIsCutOff(String beginning) throws Exception {
    var socket = open();
    write(socket, beginning);
    var begin = System.nanoTime();

    while (!isClosed(socket)) {
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
      Thread.sleep(400);
      try {
        write(socket, "a");
      } catch (IOException hungUp) {
        break;
      }
    }
  }

  @Test
  void whoeverSaysNothingIsCutOff() throws Exception {
    open();
    write(open(), "POST /webhooks/whatsapp HTTP/1.1\r\n");
    write(open(), "POST /webhooks/whatsapp HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab");

    awaitAll(this::isClosed);
  }

  @Test
  void aConnectionThatRestsBetweenTwoCallsIsKept() throws Exception {
    var socket = open();
    var call = "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n";
    write(socket, call);
    assertThat(socket.getInputStream().read()).isEqualTo('H');
    Thread.sleep(3500);

    socket.getInputStream().skip(socket.getInputStream().available());
    write(socket, call);

    assertThat(socket.getInputStream().read()).isEqualTo('H');
  }

  private void awaitAll(Predicate<Socket> state) {
    await().atMost(Duration.ofSeconds(10)).until(() -> sockets.stream().allMatch(state));
  }

  private Socket open() throws IOException {
    var socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(100);
    sockets.add(socket);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Whether the app has hung up, after what it may have answered. */
  private boolean isClosed(Socket socket) {
    try {
      var buffer = new byte[8192];
      while (socket.getInputStream().read(buffer) >= 0) {
        // an answer
      }
      return true;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  private boolean refuses(InetAddress address) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, managementPort), 500);
      return false;
    } catch (IOException refused) {
      return true;
    }
  }

  /** The head of a call; Host and the end are added. */
  private String raw(String head) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      write(
          socket,
          head.replaceAll("(?<!\r)\n", "\r\n")
              + "Host: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.split(" ")[1]);
  }

  private static void assertProtected(String answer) {
    assertThat(answer.toLowerCase(Locale.ROOT))
        .contains("x-content-type-options: nosniff")
        .contains("referrer-policy: no-referrer")
        .contains("content-security-policy: default-src 'none'");
  }

  private HttpResponse<String> post(String path, byte[] body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .POST(BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] signed() {
    return new String(Samples.bytes("whatsapp-text.json"), StandardCharsets.UTF_8)
        .replace("wamid.", "wamid." + UUID.randomUUID())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] large() {
    return ("{\"object\":\"page\",\"x\":\"" + "x".repeat(1_000_000) + "\"}")
        .getBytes(StandardCharsets.UTF_8);
  }
}
