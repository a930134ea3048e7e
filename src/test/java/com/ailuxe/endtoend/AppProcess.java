package com.ailuxe.endtoend;

import static org.awaitility.Awaitility.await;

import com.ailuxe.local.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The jar that goes to production, in a process of its own that can be killed. */
final class AppProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final int port;
  private final int managementPort;
  private final List<String> settings;
  private final Path console;
  private Process process;

  /**
   * Starts it; {@link #awaitReady} tells when it works.
   *
   * @param settings as {@code name=value}
   */
  AppProcess(int port, int managementPort, List<String> settings, Path console) {
    this.port = port;
    this.managementPort = managementPort;
    this.settings = settings;
    this.console = console;
    this.process = launch();
  }

  /** Ends the process as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void restart() {
    process = launch();
    awaitReady();
  }

  /** How it calls itself in the database, since its last start. */
  String id() {
    try {
      return Pattern.compile("This replica is (\\S+)")
          .matcher(Files.readString(console))
          .results()
          .reduce((earlier, later) -> later)
          .orElseThrow()
          .group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void awaitReady() {
    var health =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:%d/actuator/health/readiness".formatted(managementPort)))
            .timeout(Duration.ofSeconds(10))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(300))
          .failFast("The app ended, see " + console, () -> !process.isAlive())
          .ignoreExceptions()
          .until(() -> http.send(health, BodyHandlers.discarding()).statusCode() == 200);
    }
  }

  private Process launch() {
    var command = new ArrayList<>(JavaCommand.shortLived("-Xmx512m", "-jar", jar().toString()));
    command.add("--server.port=" + port);
    command.add("--management.server.port=" + managementPort);
    settings.forEach(setting -> command.add("--" + setting));
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path jar() {
    try (var files = Files.list(Path.of("target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("ai-luxe-[^/]*\\.jar"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("target/ has no jar; run mvn verify"));
    } catch (IOException e) {
      throw new AssertionError("target/ cannot be read", e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
