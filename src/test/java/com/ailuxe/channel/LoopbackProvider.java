package com.ailuxe.channel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A provider on the wire that does what the test says, also the unpleasant things. */
final class LoopbackProvider {
  static final String URL;

  /** With its port. */
  static final String HOST;

  private static final int PORT;
  private static final Queue<Answer> ANSWERS = new ConcurrentLinkedQueue<>();
  private static final List<Request> REQUESTS = new CopyOnWriteArrayList<>();
  private static final int NO_BODY = -1;

  private static HttpServer server;
  private static volatile CountDownLatch silence = new CountDownLatch(1);

  static {
    server = start(0);
    PORT = server.getAddress().getPort();
    HOST = InetAddress.getLoopbackAddress().getHostAddress() + ":" + PORT;
    URL = "http://" + HOST;
  }

  private LoopbackProvider() {}

  /** What the provider does with one call. */
  @FunctionalInterface
  interface Answer {
    void to(HttpExchange call) throws IOException;
  }

  record Request(String method, String path, Map<String, List<String>> headers, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  static void reset() {
    silence.countDown();
    silence = new CountDownLatch(1);
    ANSWERS.clear();
    REQUESTS.clear();
  }

  static void willAnswer(int status, String body) {
    will(
        call -> {
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          call.getResponseHeaders().set("Content-Type", "application/json");
          call.sendResponseHeaders(status, bytes.length == 0 ? NO_BODY : bytes.length);
          call.getResponseBody().write(bytes);
        });
  }

  /** Takes the call and says nothing until the next {@link #reset}. */
  static void willSayNothing() {
    var silent = silence;
    will(
        call -> {
          try {
            silent.await(30, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Promises more than it sends, then hangs up. */
  static void willBreakOff() {
    will(
        call -> {
          call.sendResponseHeaders(200, 1000);
          call.getResponseBody().write("{\"messages\":[{\"id\":".getBytes(StandardCharsets.UTF_8));
          call.getResponseBody().flush();
        });
  }

  /**
   * Sends its answer a byte at a time, never silent for long and never done, until the caller hangs
   * up or the next {@link #reset}.
   *
   * @return zero once the caller has hung up
   */
  static CountDownLatch willTrickle() {
    var silent = silence;
    var hungUp = new CountDownLatch(1);
    will(
        call -> {
          call.sendResponseHeaders(200, 0);
          try {
            while (!silent.await(100, TimeUnit.MILLISECONDS)) {
              call.getResponseBody().write(' ');
              call.getResponseBody().flush();
            }
          } catch (IOException e) {
            hungUp.countDown();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    return hungUp;
  }

  static void will(Answer answer) {
    ANSWERS.add(answer);
  }

  /** Runs something while nobody listens at the provider's port. */
  static void whileDown(Runnable action) {
    server.stop(0);
    try {
      action.run();
    } finally {
      server = start(PORT);
    }
  }

  static List<Request> requests() {
    return List.copyOf(REQUESTS);
  }

  private static HttpServer start(int port) {
    try {
      var started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      started.createContext("/", LoopbackProvider::handle);
      started.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void handle(HttpExchange call) throws IOException {
    try (call) {
      REQUESTS.add(
          new Request(
              call.getRequestMethod(),
              call.getRequestURI().toString(),
              Map.copyOf(call.getRequestHeaders()),
              call.getRequestBody().readAllBytes()));
      var answer = ANSWERS.poll();
      if (answer == null && call.getRequestURI().getPath().endsWith("/getUpdates")) {
        pollInVain(call);
      } else if (answer == null) {
        call.sendResponseHeaders(418, NO_BODY);
      } else {
        answer.to(call);
      }
    }
  }

  private static void pollInVain(HttpExchange call) throws IOException {
    try {
      silence.await(300, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var nothing = "{\"ok\":true,\"result\":[]}".getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(200, nothing.length);
    call.getResponseBody().write(nothing);
  }
}
