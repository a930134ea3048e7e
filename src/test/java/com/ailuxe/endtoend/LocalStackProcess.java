package com.ailuxe.endtoend;

import static org.awaitility.Awaitility.await;

import com.ailuxe.local.FreePorts;
import com.ailuxe.local.JavaCommand;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The local stack as the one command starts it, in a process of its own on free ports, with data
 * that begin empty, and with less patience for the messengers and for what a kill left behind, so
 * that a fault costs no minutes.
 */
final class LocalStackProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final List<String> PORTS =
      List.of(
          "server.port",
          "management.server.port",
          "ailuxe.local.simulator-port",
          "ailuxe.local.mail-port",
          "ailuxe.local.postgres-port",
          "ailuxe.local.camunda-http-port",
          "ailuxe.local.camunda-grpc-port",
          "ailuxe.local.camunda-command-port",
          "ailuxe.local.camunda-internal-port",
          "ailuxe.local.camunda-management-port",
          "ailuxe.local.search-port",
          "ailuxe.local.search-transport-port");

  private final Path directory;
  private final Map<String, Integer> ports;
  private final Path console;
  private final Process process;

  private LocalStackProcess(String name) {
    this.directory = Path.of(".local", "end-to-end", name).toAbsolutePath();
    this.console = directory.resolve("console.log");
    this.ports = freePorts();
    try {
      FileSystemUtils.deleteRecursively(directory);
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.process = launch();
  }

  /** Starts the stack with Operate and Tasklist. Returns when the chat works; Tasklist follows. */
  static LocalStackProcess start(String name) {
    var stack = new LocalStackProcess(name);
    try {
      stack.awaitChat();
    } catch (RuntimeException | AssertionError e) {
      stack.close();
      throw e;
    }
    return stack;
  }

  URI simulator() {
    return local("ailuxe.local.simulator-port");
  }

  URI app() {
    return local("server.port");
  }

  URI camunda() {
    return local("ailuxe.local.camunda-http-port");
  }

  String database() {
    return "jdbc:postgresql://localhost:%d/ailuxe"
        .formatted(ports.get("ailuxe.local.postgres-port"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private URI local(String port) {
    return URI.create("http://127.0.0.1:" + ports.get(port));
  }

  private Process launch() {
    var command =
        new ArrayList<>(
            JavaCommand.shortLived("-cp", classPath(), "com.ailuxe.local.LocalStackApplication"));
    command.add("--ailuxe.local.camunda=full");
    command.add("--ailuxe.local.directory=" + directory);
    command.add("--ailuxe.local.past=false");
    command.add("--ailuxe.local.starts-again=false");
    command.add("--ailuxe.channel.outbound.response-timeout=5s");
    command.add("--ailuxe.channel.outbound.call-timeout=15s");
    command.add("--ailuxe.channel.outbound.lease=20s");
    command.add("--ailuxe.journey.sweep-after=20s");
    command.add("--camunda.client.worker.defaults.timeout=30s");
    ports.forEach((name, port) -> command.add("--" + name + "=" + port));
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.to(new File(console.toString())))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class path of this JVM, each entry once: Camel reads the routes of every entry. */
  private static String classPath() {
    var ours =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(ours.split(File.pathSeparator))
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void awaitChat() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new AssertionError("The local stack ended:\n" + console());
              }
              return console().contains("the chat is ready");
            });
  }

  private String console() {
    try {
      return Files.readString(console, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Integer> freePorts() {
    var found = FreePorts.find(PORTS.size());
    return IntStream.range(0, PORTS.size())
        .boxed()
        .collect(Collectors.toMap(PORTS::get, found::get));
  }
}
