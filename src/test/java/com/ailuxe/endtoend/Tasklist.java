package com.ailuxe.endtoend;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/** Tasklist as its user demo, through its own API. */
final class Tasklist {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Http http;

  private Tasklist(Http http) {
    this.http = http;
  }

  static Tasklist signIn(URI camunda) {
    var http = new Http(camunda);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .until(
            () -> {
              http.post("/api/login?username=demo&password=demo", null);
              return true;
            });
    return new Tasklist(http);
  }

  /** The open task of this element whose form shows the text; it appears a few seconds late. */
  Task task(String elementId, String shown) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> find(elementId, shown), Optional::isPresent)
        .orElseThrow();
  }

  /** The open task of this element whose form shows the text, once it is offered to this group. */
  Task taskOf(String group, String elementId, String shown) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> find(elementId, shown).filter(task -> task.group().equals(group)),
            Optional::isPresent)
        .orElseThrow();
  }

  /** Whether there is such a task now. */
  boolean offers(String elementId, String shown) {
    return find(elementId, shown).isPresent();
  }

  private Optional<Task> find(String elementId, String shown) {
    for (var task : http.post("/v1/tasks/search", Map.of("state", "CREATED", "pageSize", 50))) {
      if (task.path("taskDefinitionId").asText().equals(elementId)) {
        var variables =
            http.post("/v1/tasks/" + task.path("id").asText() + "/variables/search", Map.of());
        if (variables.toString().contains(shown)) {
          return Optional.of(
              new Task(
                  task.path("id").asText(),
                  task.path("candidateGroups").path(0).asText(),
                  task.path("assignee").asText(""),
                  variables));
        }
      }
    }
    return Optional.empty();
  }

  void complete(Task task, Map<String, ?> answers) {
    if (task.assignee().isEmpty()) {
      http.patch("/v1/tasks/" + task.id() + "/assign", Map.of());
    }
    var variables = new ArrayList<Map<String, String>>();
    answers.forEach(
        (name, value) ->
            variables.add(Map.of("name", name, "value", Http.JSON.valueToTree(value).toString())));
    http.patch("/v1/tasks/" + task.id() + "/complete", Map.of("variables", variables));
  }

  /**
   * @param group to whom it is offered
   * @param assignee whose it is; empty for nobody's
   * @param variables what its form shows
   */
  record Task(String id, String group, String assignee, JsonNode variables) {
    String variable(String name) {
      for (var variable : variables) {
        if (variable.path("name").asText().equals(name)) {
          return variable.path("value").asText();
        }
      }
      return "";
    }
  }
}
