package com.ailuxe.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.journey.UserTaskProperties.Api;
import com.ailuxe.local.LoopbackServer;
import com.ailuxe.local.LoopbackServer.Request;
import com.ailuxe.tasks.TaskEngine.Answer;
import com.ailuxe.tasks.TaskEngine.Fate;
import com.ailuxe.tasks.TaskEngine.OpenTask;
import com.ailuxe.tasks.TaskEngine.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both APIs by which an engine shows and takes the tasks of people, on the wire. */
class UserTaskApisTests {
  private static final long TASK = 4503599627370530L;
  private static final long OF_SOMEBODY = 4503599627370531L;
  private static final long GONE = 4503599627370532L;
  private static final long BROKEN = 4503599627370533L;

  private static final String V1_OPEN =
      """
      {"id":"4503599627370530","name":"Review reply","taskDefinitionId":"Task_ReviewReply",
       "processName":"Contact turn","creationDate":"2026-12-01T01:13:41.187+0000",
       "completionDate":null,"assignee":null,"taskState":"CREATED",
       "sortValues":["1796087621187","4503599627370530"],"isFirst":true,
       "formKey":"2251799813685285","formId":"review-reply","formVersion":1,
       "isFormEmbedded":false,"processDefinitionKey":"2251799813685252",
       "processInstanceKey":"4503599627370500","tenantId":"<default>",
       "dueDate":"2026-12-01T01:28:38.943+0000","followUpDate":null,
       "candidateGroups":["concierge"],"candidateUsers":null,"variables":[],"context":null,
       "implementation":"ZEEBE_USER_TASK","priority":50}""";
  private static final String V2_OPEN =
      """
      {"userTaskKey":"4503599627370530","state":"CREATED","elementId":"Task_ReviewReply",
       "name":"Review reply","assignee":"","processInstanceKey":"4503599627370500",
       "formKey":"2251799813685285","candidateGroups":["concierge"],
       "creationDate":"2026-12-01T01:13:41.187Z","dueDate":"2026-12-01T01:28:38.943Z"}""";
  private static final Map<String, String> ANSWERS =
      Map.ofEntries(
          Map.entry("GET /v1/tasks/" + TASK, done(V1_OPEN)),
          Map.entry(
              "POST /v1/tasks/%d/variables/search".formatted(TASK),
              """
              [{"id":"1-reply","name":"reply","value":"\\"Yes\\"","isValueTruncated":true,
                "previewValue":"\\"Y","draft":null},
               {"id":"1-followUp","name":"followUp","value":null,"isValueTruncated":false,
                "previewValue":null,"draft":null}]"""),
          Map.entry(
              "GET /v1/forms/review-reply",
              """
              {"id":"review-reply","version":1,"schema":"{\\"components\\":[]}"}"""),
          Map.entry("GET /v2/user-tasks/" + TASK, done(V2_OPEN)),
          Map.entry(
              "POST /v2/user-tasks/%d/variables/search".formatted(TASK),
              page(
                  """
                  {"variableKey":"1","name":"reply","value":"\\"Before\\"",
                   "scopeKey":"4503599627370500"},
                  {"variableKey":"2","name":"reply","value":"\\"Yes\\"",
                   "scopeKey":"4503599627370529"},
                  {"variableKey":"3","name":"review","value":"{}","scopeKey":"4503599627370500"}""")),
          Map.entry(
              "GET /v2/user-tasks/%d/form".formatted(TASK),
              """
              {"formKey":"2251799813685285","formId":"review-reply","version":1,
               "schema":"{\\"components\\":[]}"}"""));

  private LoopbackServer server;
  private CamundaClient engine;
  private int lastOfThePage = 1;

  @BeforeEach
  void anEngine() {
    server = new LoopbackServer(this::answer);
    engine =
        CamundaClient.newClientBuilder()
            .restAddress(URI.create(server.url()))
            .grpcAddress(URI.create("http://127.0.0.1:1"))
            .preferRestOverGrpc(false)
            .build();
  }

  @AfterEach
  void stop() {
    engine.close();
    server.close();
  }

  @Test
  void tasklistShowsWhichTasksAreOpen() throws IOException {
    assertThat(tasks(Api.V1).open()).containsExactly(task("review-reply/1/2251799813685252"));

    var question = json(server.requests().getFirst());
    assertThat(question.path("state").asText()).isEqualTo("CREATED");
    assertThat(question.path("sort").path(0).path("field").asText()).isEqualTo("creationTime");
    assertThat(question.path("sort").path(0).path("order").asText()).isEqualTo("ASC");
  }

  @Test
  void tasklistIsAskedPageByPage() throws IOException {
    lastOfThePage = 500;

    assertThat(tasks(Api.V1).open()).hasSize(501);

    assertThat(json(server.requests().getFirst()).path("searchAfter").isNull()).isTrue();
    assertThat(json(server.requests().getLast()).path("searchAfter"))
        .extracting(JsonNode::asText)
        .containsExactly("1796087621187", "4503599627370530");
  }

  @Test
  void theEnginesOwnSearchShowsWhichTasksAreOpen() throws IOException {
    assertThat(tasks(Api.V2).open()).containsExactly(task("2251799813685285"));

    var question = json(server.requests().getFirst());
    assertThat(question.path("filter").path("state").path("$in"))
        .extracting(JsonNode::asText)
        .containsExactly("CREATED", "ASSIGNING", "UPDATING");
    assertThat(question.path("sort").path(0).path("order").asText()).isEqualTo("ASC");
  }

  @Test
  void theEnginesOwnSearchIsAskedPageByPage() throws IOException {
    lastOfThePage = 500;

    assertThat(tasks(Api.V2).open()).hasSize(501);

    assertThat(json(server.requests().getLast()).path("page").path("from").asInt()).isEqualTo(500);
  }

  @Test
  void aFormIsTheOneWithWhichTheTaskBegan() {
    assertThat(tasks(Api.V1).form(task("review-reply/1/2251799813685252")))
        .hasValue("{\"components\":[]}");
    assertThat(server.requests().getLast().target())
        .isEqualTo("/v1/forms/review-reply?processDefinitionKey=2251799813685252&version=1");
    assertThat(tasks(Api.V2).form(task("2251799813685285"))).hasValue("{\"components\":[]}");
    assertThat(tasks(Api.V1).form(task("withdrawn/1/2"))).isEmpty();
  }

  @Test
  void variablesAreWholeAndThoseNearestToTheTask() throws IOException {
    assertThat(tasks(Api.V1).variables(TASK, Set.of("reply")))
        .isEqualTo(Map.of("reply", "\"Yes\""));
    assertThat(json(server.requests().getLast()).path("includeVariables").path(0))
        .hasToString("{\"name\":\"reply\",\"alwaysReturnFullValue\":true}");

    assertThat(tasks(Api.V2).variables(TASK, Set.of("reply")))
        .isEqualTo(Map.of("reply", "\"Yes\""));
    assertThat(server.requests().getLast().target())
        .endsWith("/variables/search?truncateValues=false");
  }

  @ParameterizedTest
  @EnumSource(names = {"V1", "V2"})
  void whatBecameOfATask(Api api) {
    assertThat(tasks(api).fate(TASK)).hasValue(new Fate(State.COMPLETED, "demo"));
    assertThat(tasks(api).fate(GONE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"V1", "V2"})
  void aTaskIsDoneByTheEnginesRestApi(Api api) throws IOException {
    var tasks = tasks(api);

    assertThat(tasks.assign(TASK, "eva")).isEqualTo(Answer.DONE);
    assertThat(json(server.requests().getLast()).path("allowOverride").asBoolean(true)).isFalse();
    assertThat(tasks.complete(TASK, withNull("reply"))).isEqualTo(Answer.DONE);
    assertThat(json(server.requests().getLast()).path("variables")).hasToString("{\"reply\":null}");
    assertThat(tasks.unassign(TASK)).isEqualTo(Answer.DONE);

    assertThat(tasks.assign(OF_SOMEBODY, "eva")).isEqualTo(Answer.CONFLICT);
    assertThat(tasks.complete(GONE, Map.of())).isEqualTo(Answer.GONE);
    assertThatThrownBy(() -> tasks.complete(BROKEN, Map.of())).isInstanceOf(ProblemException.class);
  }

  private static OpenTask task(String form) {
    return new OpenTask(
        TASK,
        4503599627370500L,
        "Task_ReviewReply",
        "Review reply",
        form,
        List.of("concierge"),
        null,
        Instant.parse("2026-12-01T01:13:41.187Z"),
        Instant.parse("2026-12-01T01:28:38.943Z"));
  }

  private static Map<String, @Nullable Object> withNull(String name) {
    var values = new HashMap<String, @Nullable Object>();
    values.put(name, null);
    return values;
  }

  private UserTasks tasks(Api api) {
    return new UserTasksByVersion(
        engine,
        new UserTaskProperties(
            api,
            null,
            null,
            null,
            Duration.ofSeconds(5),
            Duration.ZERO,
            Duration.ofMinutes(5),
            Duration.ofDays(1)));
  }

  private static JsonNode json(Request request) throws IOException {
    return new ObjectMapper().readTree(request.text());
  }

  private void answer(Request request, HttpExchange call) throws IOException {
    var asked = request.method() + " " + request.path();
    var answer = ANSWERS.get(asked);
    if (answer != null) {
      LoopbackServer.sendJson(call, 200, answer);
    } else if (asked.equals("POST /v1/tasks/search")) {
      LoopbackServer.sendJson(call, 200, "[%s]".formatted(open(V1_OPEN)));
    } else if (asked.equals("POST /v2/user-tasks/search")) {
      LoopbackServer.sendJson(call, 200, page(open(V2_OPEN)));
    } else if (asked.contains("/" + TASK + "/")) {
      LoopbackServer.send(call, 204);
    } else {
      var status = asked.contains("" + OF_SOMEBODY) ? 409 : asked.contains("" + BROKEN) ? 500 : 404;
      call.getResponseHeaders().add("Content-Type", "application/problem+json");
      var problem = "{\"status\":%d,\"title\":\"No\"}".formatted(status);
      LoopbackServer.send(call, status, problem.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A page of tasks, and one task for whoever asks for the next. */
  private String open(String task) {
    var tasks = String.join(",", Collections.nCopies(lastOfThePage, task));
    lastOfThePage = 1;
    return tasks;
  }

  private static String done(String open) {
    return open.replace("CREATED", "COMPLETED")
        .replace("\"assignee\":null", "\"assignee\":\"demo\"")
        .replace("\"assignee\":\"\"", "\"assignee\":\"demo\"");
  }

  private static String page(String items) {
    return "{\"items\":[%s],\"page\":{\"totalItems\":3,\"hasMoreTotalItems\":false}}"
        .formatted(items);
  }
}
