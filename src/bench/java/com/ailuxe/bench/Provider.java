package com.ailuxe.bench;

import com.ailuxe.local.LoopbackServer;
import com.ailuxe.local.LoopbackServer.Request;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Consumer;

/** WhatsApp's side of an answer: takes every message at once and tells whom it is for. */
final class Provider implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LoopbackServer server = new LoopbackServer(this::take);
  private volatile Consumer<String> listener = phone -> {};

  String url() {
    return server.url();
  }

  void listen(Consumer<String> newListener) {
    listener = newListener;
  }

  private void take(Request request, HttpExchange call) throws IOException {
    listener.accept(JSON.readTree(request.body()).path("to").asText());
    // There are many, and nobody looks at them.
    server.forget();
    LoopbackServer.sendJson(
        call, 200, "{\"messages\":[{\"id\":\"wamid.%s\"}]}".formatted(UUID.randomUUID()));
  }

  @Override
  public void close() {
    server.close();
  }
}
