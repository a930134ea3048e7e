package com.ailuxe.local;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An HTTP server on the loopback interface, for one who plays the other side of a connection. */
public final class LoopbackServer implements AutoCloseable {
  private static final int NO_BODY = -1;

  private final Answer answer;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final int port;
  private HttpServer server;

  /** What the server does with a request that it has read; the connection is closed after it. */
  @FunctionalInterface
  public interface Answer {
    void to(Request request, HttpExchange call) throws IOException, InterruptedException;
  }

  /**
   * What came in.
   *
   * @param target path and query, as they were sent
   */
  public record Request(String method, String target, Headers headers, byte[] body) {
    public String path() {
      return URI.create(target).getPath();
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** The values of that name, or the empty text. */
    public String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }
  }

  /** Listens on a free port. */
  public LoopbackServer(Answer answer) {
    this(0, answer);
  }

  public LoopbackServer(int port, Answer answer) {
    this.answer = answer;
    server = listen(port);
    this.port = server.getAddress().getPort();
  }

  public int port() {
    return port;
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** All requests since the start or the last {@link #forget}, the oldest first. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  public void forget() {
    requests.clear();
  }

  /** Runs something while nobody listens at the port. */
  public void whileDown(Runnable action) {
    server.stop(0);
    var kept = keep(port);
    try {
      action.run();
    } finally {
      release(kept);
      server = listen(port);
    }
  }

  /**
   * Keeps a port without listening: who connects is refused, and no other server comes to answer
   * there.
   */
  private static Socket keep(int port) {
    var socket = new Socket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void release(Socket kept) {
    try {
      kept.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void send(HttpExchange call, int status) throws IOException {
    call.sendResponseHeaders(status, NO_BODY);
  }

  public static void send(HttpExchange call, int status, byte[] body) throws IOException {
    call.sendResponseHeaders(status, body.length == 0 ? NO_BODY : body.length);
    call.getResponseBody().write(body);
  }

  public static void sendJson(HttpExchange call, int status, String body) throws IOException {
    call.getResponseHeaders().set("Content-Type", "application/json");
    send(call, status, body.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private HttpServer listen(int at) {
    try {
      var listening =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
      listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      listening.createContext("/", this::handle);
      listening.start();
      return listening;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(HttpExchange call) throws IOException {
    try (call) {
      var request =
          new Request(
              call.getRequestMethod(),
              call.getRequestURI().toString(),
              Headers.of(call.getRequestHeaders()),
              call.getRequestBody().readAllBytes());
      requests.add(request);
      answer.to(request, call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
