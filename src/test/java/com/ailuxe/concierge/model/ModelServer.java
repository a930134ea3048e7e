package com.ailuxe.concierge.model;

import com.ailuxe.local.LoopbackServer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** Speaks the chat-completions protocol on the loopback interface and does as it is told. */
public final class ModelServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a request was like. */
  public record Request(String path, String authorization, JsonNode body) {
    static Request of(LoopbackServer.Request sent) {
      try {
        return new Request(
            sent.path(),
            String.valueOf(sent.headers().getFirst("Authorization")),
            JSON.readTree(sent.body()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String text(int message) {
      return body.path("messages").path(message).path("content").asText();
    }
  }

  private interface Behaviour {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Queue<Behaviour> behaviours = new ConcurrentLinkedQueue<>();
  private final LoopbackServer server = new LoopbackServer(this::handle);

  public URI url() {
    return URI.create(server.url());
  }

  public List<Request> requests() {
    return server.requests().stream().map(Request::of).toList();
  }

  public ModelServer says(String content) {
    behaviours.add(exchange -> LoopbackServer.sendJson(exchange, 200, completion(content)));
    return this;
  }

  public ModelServer refuses(int status, String body) {
    behaviours.add(exchange -> LoopbackServer.sendJson(exchange, status, body));
    return this;
  }

  /** Never answers. */
  public ModelServer staysSilent() {
    behaviours.add(exchange -> closed.await());
    return this;
  }

  /** Sends the head of an answer and never the rest. */
  ModelServer stopsHalfway() {
    behaviours.add(
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          closed.await();
        });
    return this;
  }

  /** What it was to do and has not done, as it was not asked, it does not do any more. */
  public void forget() {
    behaviours.clear();
  }

  private void handle(LoopbackServer.Request request, HttpExchange exchange)
      throws IOException, InterruptedException {
    var behaviour = behaviours.poll();
    if (behaviour == null) {
      LoopbackServer.send(exchange, 418);
    } else {
      behaviour.answer(exchange);
    }
  }

  private static String completion(String content) {
    try {
      return JSON.writeValueAsString(
          Map.of(
              "id", "chatcmpl-1",
              "object", "chat.completion",
              "created", 1,
              "model", "test",
              "choices",
                  List.of(
                      Map.of(
                          "index",
                          0,
                          "finish_reason",
                          "stop",
                          "message",
                          Map.of("role", "assistant", "content", content)))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.close();
  }
}
