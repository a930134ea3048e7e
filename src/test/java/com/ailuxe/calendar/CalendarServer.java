package com.ailuxe.calendar;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A CalDAV collection on the wire that keeps what it is given, unless the test says otherwise. */
final class CalendarServer {
  private static final int NO_BODY = -1;

  private final Queue<Misbehaviour> misbehaviours = new ConcurrentLinkedQueue<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, String> resources = new ConcurrentHashMap<>();
  private final int port;
  private HttpServer server;

  /** What the server does before, or instead of, its duty: a status that it answers, or null. */
  @FunctionalInterface
  interface Misbehaviour {
    @Nullable Integer before(HttpExchange call) throws InterruptedException;
  }

  record Call(String method, String path, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }
  }

  CalendarServer() {
    server = start(0);
    port = server.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  /** What is stored there now, if anything. */
  @Nullable String resource(String path) {
    return resources.get(path);
  }

  void will(Misbehaviour misbehaviour) {
    misbehaviours.add(misbehaviour);
  }

  void willAnswer(int status) {
    will(call -> status);
  }

  void reset() {
    misbehaviours.clear();
    calls.clear();
    resources.clear();
  }

  /** Runs something while nobody listens at the server's port. */
  void whileDown(Runnable action) {
    server.stop(0);
    try {
      action.run();
    } finally {
      server = start(port);
    }
  }

  void stop() {
    server.stop(0);
  }

  private HttpServer start(int at) {
    try {
      var started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
      started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      started.createContext("/", this::handle);
      started.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var call =
          new Call(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              Map.copyOf(exchange.getRequestHeaders()),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      calls.add(call);
      var misbehaviour = misbehaviours.poll();
      var status = misbehaviour == null ? null : misbehaviour.before(exchange);
      exchange.sendResponseHeaders(status == null ? serve(call) : status, NO_BODY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int serve(Call call) {
    return switch (call.method()) {
      case "PUT" -> resources.put(call.path(), call.body()) == null ? 201 : 204;
      case "DELETE" -> resources.remove(call.path()) == null ? 404 : 204;
      default -> 405;
    };
  }
}
