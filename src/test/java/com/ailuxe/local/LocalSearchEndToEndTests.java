package com.ailuxe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The search store takes what Tasklist writes. */
@Tag("nightly")
@ResourceLock("stack")
class LocalSearchEndToEndTests {
  private static final String MAPPING =
      """
      {"mappings":{"dynamic":"strict","properties":{
       "creationTime":{"type":"date","format":"date_time || epoch_millis"},
       "completionTime":{"type":"date","format":"date_time || epoch_millis"}}}}""";

  private final CamundaPorts ports = CamundaPorts.free();
  private final HttpClient http = HttpClient.newHttpClient();
  private ChildProcess node;

  @BeforeEach
  void start(@TempDir Path home) {
    var distribution =
        new CamundaDistribution(LocalStackSettings.read().programs(), new Progress());
    node =
        new ChildProcess(
            new CamundaPrograms(distribution, ports, home).search(),
            home.resolve("run"),
            home.resolve("logs"));
    node.start();
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInSameThread()
        .ignoreExceptionsInstanceOf(IOException.class)
        .failFast(node.log().tail(20), () -> !node.isAlive())
        .until(() -> !call("GET", "/_cluster/health?wait_for_status=green", "").isEmpty());
  }

  @AfterEach
  void stop() {
    node.stop();
    http.close();
  }

  @Test
  void taskOfAWholeSecondAndOfAWholeMinuteIsKept() throws IOException, InterruptedException {
    var index = "/tasklist-list-view-8.6.0_";
    call("PUT", index, MAPPING);

    var answer =
        call(
            "POST",
            index + "/_bulk?refresh=true",
            """
            {"update":{"_id":"1"}}
            {"doc":{"creationTime":"2026-11-24T15:00Z"},"upsert":{"creationTime":"2026-11-24T15:00Z"}}
            {"update":{"_id":"1"}}
            {"doc":{"completionTime":"2026-11-24T15:00:07Z"},"upsert":{}}
            """);

    assertThat(answer).contains("\"errors\":false");
    assertThat(call("GET", index + "/_doc/1", ""))
        .contains("2026-11-24T15:00:00.000Z", "2026-11-24T15:00:07.000Z");
  }

  private String call(String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(ports.searchAddress().resolve(path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString()).body();
  }
}
