package com.ailuxe.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moves the simulated time: its own first, then the app's, then the engine's. A target that did not
 * follow is named; it catches up at the next move, also one by nothing.
 */
final class SimulatedTime {
  private static final long TOLERATED_DRIFT_MILLI = 5_000;

  /** Whether one target followed. */
  record Followed(String target, URI url, boolean ok, @Nullable String error) {}

  /** The time after a move. */
  record Moved(Instant now, long offsetMilli, boolean ok, List<Followed> targets) {}

  private final SimulatorSettings.ClockTargets targets;
  private final SimulatorState state;
  private final HttpClient http;

  SimulatedTime(SimulatorSettings.ClockTargets targets, SimulatorState state, HttpClient http) {
    this.targets = targets;
    this.state = state;
    this.http = http;
  }

  synchronized Moved advance(Duration by) {
    if (by.isNegative()) {
      throw new Refused(400, "time only moves forward");
    }
    var before = state.clock().offsetMilli();
    var total = Math.addExact(before, by.toMillis());
    if (total != before) {
      state.record(new Fact.ClockMoved(total));
    }
    var followed = new ArrayList<Followed>();
    var app = targets.app();
    if (app != null) {
      followed.add(put(app.resolve("/local/clock"), total));
    }
    var camunda = targets.camundaManagement();
    if (camunda != null) {
      followed.add(add(camunda, total, by.toMillis()));
    }
    var ok = followed.stream().allMatch(Followed::ok);
    return new Moved(state.now(), total, ok, followed);
  }

  private Followed put(URI url, long totalMilli) {
    return call("app", url, "PUT", offset(totalMilli));
  }

  private Followed add(URI management, long totalMilli, long deltaMilli) {
    var url = management.resolve("/actuator/clock/add");
    try {
      var missing = missing(management.resolve("/actuator/clock"), totalMilli);
      var delta = Math.abs(missing - deltaMilli) <= TOLERATED_DRIFT_MILLI ? deltaMilli : missing;
      return delta <= 0
          ? new Followed("camunda", url, true, null)
          : call("camunda", url, "POST", offset(delta));
    } catch (IOException e) {
      return new Followed("camunda", url, false, Http.reason(e));
    }
  }

  /** How far the engine's clock is behind the simulated time. */
  private long missing(URI url, long totalMilli) throws IOException {
    var answer = send(HttpRequest.newBuilder(url).GET());
    var now = Json.MAPPER.readTree(answer.body()).path("epochMilli");
    if (answer.statusCode() != 200 || !now.isNumber()) {
      throw new IOException("GET " + url.getPath() + " answered " + answer.statusCode());
    }
    return System.currentTimeMillis() + totalMilli - now.asLong();
  }

  private static ObjectNode offset(long milli) {
    return Json.object().put("offsetMilli", milli);
  }

  private Followed call(String target, URI url, String method, ObjectNode body) {
    try {
      var request =
          HttpRequest.newBuilder(url)
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
      var status = send(request).statusCode();
      return new Followed(
          target, url, status / 100 == 2, status / 100 == 2 ? null : "answered " + status);
    } catch (IOException e) {
      return new Followed(target, url, false, Http.reason(e));
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(
          request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
