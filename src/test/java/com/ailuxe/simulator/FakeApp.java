package com.ailuxe.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands in for the app and the engine: writes down what it is sent, answers as it is told. */
final class FakeApp implements AutoCloseable {

  /** One request it got. */
  record Got(String method, URI uri, Headers headers, byte[] body) {
    JsonNode json() {
      try {
        return Json.MAPPER.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The value of the first change of a WhatsApp webhook. */
    JsonNode value() {
      return json().at("/entry/0/changes/0/value");
    }

    String status() {
      return value().at("/statuses/0/status").asText();
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedDeque<Integer> nextAnswers = new ConcurrentLinkedDeque<>();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();

  FakeApp() throws IOException {
    this(0);
  }

  FakeApp(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var uri = exchange.getRequestURI();
      var body = exchange.getRequestBody().readAllBytes();
      got.add(new Got(exchange.getRequestMethod(), uri, exchange.getRequestHeaders(), body));
      var told = nextAnswers.poll();
      var answer = answer(uri);
      exchange.sendResponseHeaders(
          told == null ? 200 : told, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private byte[] answer(URI uri) {
    var query = uri.getQuery();
    if (query != null && query.contains("hub.challenge=")) {
      var challenge = query.replaceAll(".*hub\\.challenge=([^&]*).*", "$1");
      return challenge.getBytes(StandardCharsets.UTF_8);
    }
    if (uri.getPath().equals("/actuator/clock")) {
      return ("{\"epochMilli\":" + System.currentTimeMillis() + "}")
          .getBytes(StandardCharsets.UTF_8);
    }
    return files.getOrDefault(uri.getPath(), new byte[0]);
  }

  /** Answers the next requests with these statuses, then 200 again. */
  void answersNext(Integer... statuses) {
    nextAnswers.addAll(List.of(statuses));
  }

  void serves(String path, byte[] bytes) {
    files.put(path, bytes);
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  int port() {
    return server.getAddress().getPort();
  }

  List<Got> got() {
    return List.copyOf(got);
  }

  List<Got> messages() {
    return got.stream().filter(one -> !one.value().path("messages").isMissingNode()).toList();
  }

  List<String> statuses() {
    return got.stream().map(Got::status).filter(status -> !status.isEmpty()).toList();
  }

  Collection<Got> on(String path) {
    return got.stream().filter(one -> one.uri().getPath().equals(path)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
