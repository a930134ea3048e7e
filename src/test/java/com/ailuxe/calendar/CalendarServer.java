package com.ailuxe.calendar;

import com.ailuxe.local.LoopbackServer;
import com.ailuxe.local.LoopbackServer.Request;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A CalDAV collection on the wire that keeps what it is given, unless the test says otherwise. */
final class CalendarServer {
  private final Queue<Misbehaviour> misbehaviours = new ConcurrentLinkedQueue<>();
  private final Map<String, String> resources = new ConcurrentHashMap<>();
  private final LoopbackServer server = new LoopbackServer(this::answer);

  /** What the server does before, or instead of, its duty: a status that it answers, or null. */
  @FunctionalInterface
  interface Misbehaviour {
    @Nullable Integer before(HttpExchange call) throws InterruptedException;
  }

  String url() {
    return server.url();
  }

  List<Request> calls() {
    return server.requests();
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
    resources.clear();
    server.forget();
  }

  /** Runs something while nobody listens at the server's port. */
  void whileDown(Runnable action) {
    server.whileDown(action);
  }

  void stop() {
    server.close();
  }

  private void answer(Request request, HttpExchange call) throws IOException, InterruptedException {
    var misbehaviour = misbehaviours.poll();
    var status = misbehaviour == null ? null : misbehaviour.before(call);
    LoopbackServer.send(call, status == null ? serve(request) : status);
  }

  private int serve(Request request) {
    return switch (request.method()) {
      case "PUT" -> resources.put(request.target(), request.text()) == null ? 201 : 204;
      case "DELETE" -> resources.remove(request.target()) == null ? 404 : 204;
      default -> 405;
    };
  }
}
