package com.ailuxe.bench;

import com.ailuxe.local.JavaCommand;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/**
 * How long the one command takes until one can chat, and until Operate and Tasklist are there: with
 * empty data and no class archives, and again with both. What is downloaded once is there before.
 */
final class StartSection implements Benchmark.Section {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final List<String> PORTS =
      List.of(
          "server.port",
          "management.server.port",
          "ailuxe.local.simulator-port",
          "ailuxe.local.postgres-port",
          "ailuxe.local.camunda-http-port",
          "ailuxe.local.camunda-grpc-port",
          "ailuxe.local.camunda-command-port",
          "ailuxe.local.camunda-internal-port",
          "ailuxe.local.camunda-management-port",
          "ailuxe.local.search-port",
          "ailuxe.local.search-transport-port");

  private static final Path DIRECTORY = Path.of(".local", "bench", "start").toAbsolutePath();
  private static final Path ARCHIVES = Path.of(".local", "camunda", "classes").toAbsolutePath();
  private static final int CHILDREN = 2;

  @Override
  public Table run() throws Exception {
    FileSystemUtils.deleteRecursively(DIRECTORY);
    FileSystemUtils.deleteRecursively(ARCHIVES);
    Files.createDirectories(DIRECTORY);
    var ports = freePorts();
    var table = new Table("Local stack, seconds until", "", "chat", "Operate and Tasklist", "aims");
    var cold = start(ports);
    table.row("cold", cold.get(0), cold.get(1), "");
    var warm = start(ports);
    return table.row("warm", warm.get(0), warm.get(1), "30 and 60");
  }

  private static List<Double> start(Map<String, Integer> ports) throws Exception {
    var console = DIRECTORY.resolve("console.log");
    var start = System.nanoTime();
    var stack = launch(ports, console);
    try {
      var chat = secondsUntil("AI LUXE: the chat is ready", console, stack, start);
      var pages = secondsUntil("Operate and Tasklist are ready", console, stack, start);
      await(stack).until(StartSection::archivesAreThere);
      return List.of(chat, pages);
    } finally {
      stack.destroy();
      if (!stack.waitFor(2, TimeUnit.MINUTES)) {
        stack.destroyForcibly();
      }
    }
  }

  private static double secondsUntil(String line, Path console, Process stack, long start) {
    await(stack).until(() -> Files.readString(console).contains(line));
    return (System.nanoTime() - start) / 1e9;
  }

  private static org.awaitility.core.ConditionFactory await(Process stack) {
    return Awaitility.await()
        .pollInSameThread()
        .pollInterval(Duration.ofMillis(100))
        .failFast("The local stack ended, see " + DIRECTORY, () -> !stack.isAlive())
        .atMost(PATIENCE);
  }

  private static boolean archivesAreThere() throws IOException {
    if (!Files.isDirectory(ARCHIVES)) {
      return false;
    }
    try (var files = Files.list(ARCHIVES)) {
      return files.filter(file -> file.toString().endsWith(".jsa")).count() == CHILDREN;
    }
  }

  private static Process launch(Map<String, Integer> ports, Path console) throws IOException {
    var command =
        new ArrayList<>(
            JavaCommand.shortLived(
                "-cp",
                System.getProperty("java.class.path"),
                "com.ailuxe.local.LocalStackApplication"));
    command.add("--ailuxe.local.directory=" + DIRECTORY);
    ports.forEach((name, port) -> command.add("--" + name + "=" + port));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(new File(console.toString()))
        .start();
  }

  /** All at once, so that no port is given out twice. */
  private static Map<String, Integer> freePorts() throws IOException {
    var sockets = new LinkedHashMap<String, ServerSocket>();
    for (var name : PORTS) {
      sockets.put(name, new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    }
    var ports = new LinkedHashMap<String, Integer>();
    for (var socket : sockets.entrySet()) {
      ports.put(socket.getKey(), socket.getValue().getLocalPort());
      socket.getValue().close();
    }
    return ports;
  }
}
