package com.ailuxe.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.ailuxe.journey.UserTaskProperties.Api;
import com.ailuxe.journey.UserTasks.SeenTask;
import com.ailuxe.local.LoopbackServer;
import com.ailuxe.local.LoopbackServer.Request;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.camunda.client.CamundaClient;
import io.camunda.client.CredentialsProvider;
import io.camunda.client.CredentialsProvider.CredentialsApplier;
import io.camunda.client.CredentialsProvider.StatusCode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.client.RestClientException;

/** Both APIs by which an engine tells of tasks, on the wire. */
class UserTasksTests {
  private static final String V1_ANSWER =
      """
      [{"id":"4503599627370530","taskDefinitionId":"Task_ReviewReply","taskState":"CREATED",
        "assignee":null,"completionDate":null,"implementation":"ZEEBE_USER_TASK"},
       {"id":"4503599627370520","taskDefinitionId":"Task_ReviewReply","taskState":"CANCELED",
        "assignee":"eva"},
       {"id":"4503599627370510","taskDefinitionId":"Task_ReviewReply","taskState":"COMPLETED",
        "assignee":"demo","completionDate":"2026-11-30T10:00:00.000+0000"}]""";
  private static final String V2_ANSWER =
      """
      {"items":[
        {"userTaskKey":"4503599627370530","state":"CREATED","elementId":"Task_ReviewReply",
         "assignee":null,"processInstanceKey":"4503599627370500"},
        {"userTaskKey":"4503599627370520","state":"CANCELED","elementId":"Task_ReviewReply",
         "assignee":"eva","processInstanceKey":"4503599627370500"},
        {"userTaskKey":"4503599627370510","state":"COMPLETED","elementId":"Task_ReviewReply",
         "assignee":"demo","processInstanceKey":"4503599627370500"}],
       "page":{"totalItems":3,"hasMoreTotalItems":false}}""";
  private static final List<SeenTask> SEEN =
      List.of(
          new SeenTask(4503599627370530L, false, null),
          new SeenTask(4503599627370520L, false, "eva"),
          new SeenTask(4503599627370510L, true, "demo"));

  private LoopbackServer server;
  private @Nullable String cookieWanted;
  private @Nullable String bearerWanted;

  private record Asked(String path, String body, @Nullable String cookie) {}

  @BeforeEach
  void anEngine() {
    server = new LoopbackServer(this::answer);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void tasklistIsAskedWithItsOwnSignIn() throws IOException {
    cookieWanted = "OPERATE-SESSION=s1";
    var tasks = tasklist("demo", "de&mo");

    assertThat(tasks.of(4503599627370500L, "Task_ReviewReply")).isEqualTo(SEEN);
    assertThat(tasks.of(4503599627370500L, "Task_ReviewReply")).isEqualTo(SEEN);

    assertThat(asked())
        .extracting(Asked::path)
        .containsExactly("/v1/tasks/search", "/api/login", "/v1/tasks/search", "/v1/tasks/search");
    assertThat(asked().get(1).body()).isEqualTo("username=demo&password=de%26mo");
    var question = new ObjectMapper().readTree(asked().getFirst().body());
    assertThat(question.path("processInstanceKey").asText()).isEqualTo("4503599627370500");
    assertThat(question.path("taskDefinitionId").asText()).isEqualTo("Task_ReviewReply");
  }

  @Test
  void aSignInThatRanOutIsRenewed() {
    cookieWanted = "OPERATE-SESSION=s1";
    var tasks = tasklist("demo", "demo");
    tasks.of(1, "Task_ReviewReply");
    cookieWanted = "OPERATE-SESSION=s2";

    assertThat(tasks.of(1, "Task_ReviewReply")).isEqualTo(SEEN);
  }

  @Test
  void withoutASignInTasklistTakesTheCredentialsOfTheEnginesClient() {
    bearerWanted = "Bearer t1";

    assertThat(tasklist(null, null).of(1, "Task_ReviewReply")).isEqualTo(SEEN);

    bearerWanted = "Bearer t2";
    assertThatThrownBy(() -> tasklist(null, null).of(1, "Task_ReviewReply"))
        .isInstanceOf(RestClientException.class);
  }

  @Test
  void theEnginesOwnSearchTellsTheSame() throws IOException {
    try (var engine = engine()) {
      var tasks = new UserTasksByVersion(engine, properties(Api.V2));

      assertThat(tasks.of(4503599627370500L, "Task_ReviewReply")).isEqualTo(SEEN);
    }

    var filter = new ObjectMapper().readTree(asked().getFirst().body()).path("filter");
    assertThat(asked().getFirst().path()).isEqualTo("/v2/user-tasks/search");
    assertThat(filter.path("processInstanceKey").asText()).isEqualTo("4503599627370500");
    assertThat(filter.path("elementId").asText()).isEqualTo("Task_ReviewReply");
  }

  @Test
  void aPropertyChoosesTasklistWhereTheEnginesRestApiIs() {
    try (var engine = engine()) {
      new UserTasksByVersion(engine, properties(Api.V1)).of(1, "Task_ReviewReply");
    }

    assertThat(asked()).extracting(Asked::path).containsExactly("/v1/tasks/search");
  }

  @ParameterizedTest
  @CsvSource({
    "8.6.0, false",
    "8.7.12, false",
    "8.8.0, true",
    "8.9.17, true",
    "8.10.0-alpha1, true",
    "9.0.0, true",
    "development, true"
  })
  void theVersionOfTheEngineChooses(String version, boolean searches) {
    assertThat(UserTasksByVersion.searchesTasks(version)).isEqualTo(searches);
  }

  private UserTasks tasklist(@Nullable String username, @Nullable String password) {
    return new TasklistUserTasks(
        mock(CamundaClient.class),
        address(),
        username,
        password,
        new Bearer("Bearer t1"),
        Duration.ofSeconds(5));
  }

  private CamundaClient engine() {
    return CamundaClient.newClientBuilder()
        .restAddress(address())
        .grpcAddress(URI.create("http://127.0.0.1:1"))
        .preferRestOverGrpc(false)
        .build();
  }

  private static UserTaskProperties properties(Api api) {
    return new UserTaskProperties(
        api,
        null,
        null,
        null,
        Duration.ofSeconds(5),
        Duration.ZERO,
        Duration.ofMinutes(5),
        Duration.ofDays(1));
  }

  private URI address() {
    return URI.create(server.url());
  }

  private record Bearer(String token) implements CredentialsProvider {
    @Override
    public void applyCredentials(CredentialsApplier applier) {
      applier.put("Authorization", token);
    }

    @Override
    public boolean shouldRetryRequest(StatusCode statusCode) {
      return false;
    }
  }

  private List<Asked> asked() {
    return server.requests().stream()
        .map(sent -> new Asked(sent.target(), sent.text(), sent.headers().getFirst("Cookie")))
        .toList();
  }

  private void answer(Request request, HttpExchange call) throws IOException {
    switch (request.path()) {
      case "/v1/tasks/search" -> search(request, call, V1_ANSWER);
      case "/v2/user-tasks/search" -> search(request, call, V2_ANSWER);
      case "/api/login" -> signIn(call);
      default -> LoopbackServer.send(call, 404);
    }
  }

  private void search(Request request, HttpExchange call, String tasks) throws IOException {
    var cookie = request.headers().getFirst("Cookie");
    var bearer = request.headers().getFirst("Authorization");
    if ((cookieWanted != null && !cookieWanted.equals(cookie))
        || (bearerWanted != null && !bearerWanted.equals(bearer))) {
      LoopbackServer.sendJson(call, 401, "{\"message\":\"Unauthorized\"}");
    } else {
      LoopbackServer.sendJson(call, 200, tasks);
    }
  }

  private void signIn(HttpExchange call) throws IOException {
    call.getResponseHeaders().add("Set-Cookie", cookieWanted + "; Path=/; HttpOnly");
    LoopbackServer.send(call, 204);
  }
}
