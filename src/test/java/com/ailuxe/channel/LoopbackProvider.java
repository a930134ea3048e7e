package com.ailuxe.channel;

import com.ailuxe.local.LoopbackServer;
import com.ailuxe.local.LoopbackServer.Request;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A provider on the wire that does what the test says, also the unpleasant things. */
final class LoopbackProvider {
  private static final Queue<Answer> ANSWERS = new ConcurrentLinkedQueue<>();
  private static final LoopbackServer SERVER = new LoopbackServer(LoopbackProvider::handle);

  static final String URL = SERVER.url();

  /** The host with its port. */
  static final String HOST = URL.substring("http://".length());

  private static volatile CountDownLatch silence = new CountDownLatch(1);

  private LoopbackProvider() {}

  /** What the provider does with one call. */
  @FunctionalInterface
  interface Answer {
    void to(HttpExchange call) throws IOException;
  }

  static void reset() {
    silence.countDown();
    silence = new CountDownLatch(1);
    ANSWERS.clear();
    SERVER.forget();
  }

  static void willAnswer(int status, String body) {
    will(call -> LoopbackServer.sendJson(call, status, body));
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
    SERVER.whileDown(action);
  }

  static List<Request> requests() {
    return SERVER.requests();
  }

  private static void handle(Request request, HttpExchange call)
      throws IOException, InterruptedException {
    var answer = ANSWERS.poll();
    if (answer == null && request.path().endsWith("/getUpdates")) {
      silence.await(300, TimeUnit.MILLISECONDS);
      LoopbackServer.sendJson(call, 200, "{\"ok\":true,\"result\":[]}");
    } else if (answer == null) {
      LoopbackServer.send(call, 418);
    } else {
      answer.to(call);
    }
  }
}
