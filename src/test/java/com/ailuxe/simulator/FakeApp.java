package com.ailuxe.simulator;

import com.ailuxe.local.LoopbackServer;
import com.ailuxe.local.LoopbackServer.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Stands in for the app and the engine: writes down what it is sent, answers as it is told. */
final class FakeApp implements AutoCloseable {

  /** One request it got. */
  record Got(String method, URI uri, Headers headers, byte[] body) {
    static Got of(Request request) {
      return new Got(
          request.method(), URI.create(request.target()), request.headers(), request.body());
    }

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

  private final LoopbackServer server;
  private final ConcurrentLinkedDeque<Integer> nextAnswers = new ConcurrentLinkedDeque<>();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();

  FakeApp() {
    this(0);
  }

  FakeApp(int port) {
    server = new LoopbackServer(port, this::handle);
  }

  private void handle(Request request, HttpExchange call) throws IOException {
    var next = nextAnswers.poll();
    LoopbackServer.send(call, next == null ? 200 : next, answer(URI.create(request.target())));
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
    return URI.create(server.url() + path);
  }

  int port() {
    return server.port();
  }

  List<Got> got() {
    return server.requests().stream().map(Got::of).toList();
  }

  List<Got> messages() {
    return got().stream().filter(one -> !one.value().path("messages").isMissingNode()).toList();
  }

  List<String> statuses() {
    return got().stream().map(Got::status).filter(status -> !status.isEmpty()).toList();
  }

  Collection<Got> on(String path) {
    return got().stream().filter(one -> one.uri().getPath().equals(path)).toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
