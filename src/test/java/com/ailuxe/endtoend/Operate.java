package com.ailuxe.endtoend;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Operate as its user demo, through the API of its own pages. */
final class Operate {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Http http;

  private Operate(Http http) {
    this.http = http;
  }

  static Operate signIn(URI camunda) {
    var http = new Http(camunda);
    http.post("/api/login?username=demo&password=demo", null);
    return new Operate(http);
  }

  /** The incident of this process whose text has the words; it appears a few seconds late. */
  Incident incident(String process, String words) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> find(process, words), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<Incident> find(String process, String words) {
    var query = Map.of("query", Map.of("running", true, "incidents", true), "pageSize", 50);
    for (var instance : http.post("/api/process-instances", query).path("processInstances")) {
      if (instance.path("bpmnProcessId").asText().equals(process)) {
        var id = instance.path("id").asText();
        for (var incident : http.get(path(id) + "/incidents").path("incidents")) {
          var text = incident.path("errorMessage").asText();
          if (text.contains(words)) {
            return Optional.of(new Incident(id, incident.path("id").asText(), text));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Presses Retry in the row of the incident. */
  void retry(Incident incident) {
    http.post(
        path(incident.processInstance()) + "/operation",
        Map.of("operationType", "RESOLVE_INCIDENT", "incidentId", incident.id()));
  }

  private static String path(String processInstance) {
    return "/api/process-instances/" + processInstance;
  }

  /**
   * @param text as the page shows it
   */
  record Incident(String processInstance, String id, String text) {}
}
