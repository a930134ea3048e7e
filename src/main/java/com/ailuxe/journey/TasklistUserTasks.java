package com.ailuxe.journey;

import io.camunda.client.CamundaClient;
import io.camunda.client.CredentialsProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.HttpClientErrorException.NotFound;
import org.springframework.web.client.HttpClientErrorException.Unauthorized;
import org.springframework.web.client.RestClient;

/**
 * User tasks by Tasklist's own API, which engines before 8.8 need: they have no search for tasks.
 */
final class TasklistUserTasks extends UserTaskCommands {
  private static final int PAGE = 100;
  private static final int OPEN_PAGE = 500;
  private static final String COMPLETED = "COMPLETED";

  /** Its dates have an offset without a colon. */
  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX]")
          .toFormatter(Locale.ROOT);

  private final RestClient http;
  private final @Nullable CredentialsProvider credentials;
  private final @Nullable String username;
  private final @Nullable String password;

  /**
   * @param engine what tasks are assigned and completed by
   * @param credentials of the engine's client, for a Tasklist where nobody signs in; null for one
   *     that is open
   */
  TasklistUserTasks(
      CamundaClient engine,
      URI address,
      @Nullable String username,
      @Nullable String password,
      @Nullable CredentialsProvider credentials,
      Duration timeout) {
    super(engine);
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .connectTimeout(timeout)
            .build();
    var requests = new JdkClientHttpRequestFactory(client);
    requests.setReadTimeout(timeout);
    this.http = RestClient.builder().baseUrl(address).requestFactory(requests).build();
    this.credentials = credentials;
    this.username = username;
    this.password = password;
  }

  @Override
  public List<SeenTask> of(long processInstance, String taskId) {
    return search(new Search(Long.toString(processInstance), taskId, PAGE)).stream()
        .map(Found::seen)
        .toList();
  }

  @Override
  public List<OpenTask> open() {
    var all = new ArrayList<OpenTask>();
    List<String> after = null;
    List<Found> page;
    do {
      page = search(OpenSearch.after(after));
      page.stream().map(Found::open).forEach(all::add);
      after = page.isEmpty() ? null : page.getLast().sortValues();
    } while (page.size() == OPEN_PAGE && after != null);
    return all;
  }

  @Override
  public Optional<Fate> fate(long key) {
    return get(Found.class, "/v1/tasks/{id}", key).map(Found::fate);
  }

  @Override
  public Map<String, String> variables(long key, Set<String> wanted) {
    var search = new VariableSearch(wanted.stream().map(name -> new Wanted(name, true)).toList());
    var found =
        asking(
            () ->
                http.post()
                    .uri("/v1/tasks/{id}/variables/search", key)
                    .headers(this::authorize)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(search)
                    .retrieve()
                    .body(FoundVariable[].class));
    return Arrays.stream(found)
        .filter(variable -> wanted.contains(variable.name()))
        .collect(
            Collectors.toMap(
                FoundVariable::name,
                variable -> Objects.requireNonNullElse(variable.value(), "null")));
  }

  @Override
  public Optional<String> form(OpenTask task) {
    var form = FormVersion.parse(Objects.requireNonNull(task.form()));
    return get(
            FoundForm.class,
            "/v1/forms/{id}?processDefinitionKey={process}&version={version}",
            form.id(),
            form.process(),
            form.version())
        .map(FoundForm::schema);
  }

  /** A search for tasks of all states, the latest first. */
  private record Search(String processInstanceKey, String taskDefinitionId, int pageSize) {}

  private record Order(String field, String order) {}

  /** A search for open tasks, the oldest first. */
  private record OpenSearch(
      String state, int pageSize, List<Order> sort, @Nullable List<String> searchAfter) {
    static OpenSearch after(@Nullable List<String> last) {
      return new OpenSearch("CREATED", OPEN_PAGE, List.of(new Order("creationTime", "ASC")), last);
    }
  }

  private record Found(
      String id,
      @Nullable String name,
      String taskDefinitionId,
      @Nullable String taskState,
      @Nullable String assignee,
      @Nullable List<String> candidateGroups,
      @Nullable String creationDate,
      @Nullable String dueDate,
      @Nullable String processInstanceKey,
      @Nullable String processDefinitionKey,
      @Nullable String formId,
      @Nullable String formVersion,
      @Nullable List<String> sortValues) {
    SeenTask seen() {
      return new SeenTask(Long.parseLong(id), COMPLETED.equals(taskState), assignee);
    }

    OpenTask open() {
      return new OpenTask(
          Long.parseLong(id),
          Long.parseLong(Objects.requireNonNull(processInstanceKey)),
          taskDefinitionId,
          Objects.requireNonNullElse(name, taskDefinitionId),
          formId == null || formVersion == null || processDefinitionKey == null
              ? null
              : new FormVersion(formId, formVersion, processDefinitionKey).toString(),
          Objects.requireNonNullElse(candidateGroups, List.of()),
          someone(),
          instant(Objects.requireNonNull(creationDate)),
          dueDate == null ? null : instant(dueDate));
    }

    Fate fate() {
      var state =
          COMPLETED.equals(taskState)
              ? State.COMPLETED
              : "CREATED".equals(taskState) ? State.OPEN : State.CANCELLED;
      return new Fate(state, someone());
    }

    private @Nullable String someone() {
      return assignee == null || assignee.isBlank() ? null : assignee;
    }

    private static Instant instant(String date) {
      return OffsetDateTime.parse(date, DATE).toInstant();
    }
  }

  private record Wanted(String name, boolean alwaysReturnFullValue) {}

  private record VariableSearch(List<Wanted> includeVariables) {}

  private record FoundVariable(String name, @Nullable String value) {}

  private record FoundForm(String schema) {}

  /** Which form it is, and by which process it is found. */
  private record FormVersion(String id, String version, String process) {
    static FormVersion parse(String text) {
      var parts = text.split("/");
      return new FormVersion(parts[0], parts[1], parts[2]);
    }

    @Override
    public String toString() {
      return String.join("/", id, version, process);
    }
  }

  private List<Found> search(Record search) {
    var found =
        asking(
            () ->
                http.post()
                    .uri("/v1/tasks/search")
                    .headers(this::authorize)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(search)
                    .retrieve()
                    .body(Found[].class));
    return List.of(found);
  }

  /** Empty where there is no such thing. */
  private <T> Optional<T> get(Class<T> type, String address, Object... parts) {
    try {
      return Optional.of(
          asking(
              () -> http.get().uri(address, parts).headers(this::authorize).retrieve().body(type)));
    } catch (NotFound e) {
      return Optional.empty();
    }
  }

  /** Signs in where that is asked for, and asks once more. */
  private <T> T asking(Supplier<@Nullable T> request) {
    try {
      return Objects.requireNonNull(request.get());
    } catch (Unauthorized e) {
      if (username == null) {
        throw e;
      }
      signIn(username);
      return Objects.requireNonNull(request.get());
    }
  }

  private void authorize(HttpHeaders headers) {
    if (username == null && credentials != null) {
      try {
        credentials.applyCredentials(headers::set);
      } catch (IOException e) {
        throw new UncheckedIOException("No credentials for Tasklist", e);
      }
    }
  }

  /** What proves it from then on is a cookie. */
  private void signIn(String name) {
    var form = new LinkedMultiValueMap<String, String>();
    form.add("username", name);
    form.add("password", password == null ? "" : password);
    http.post()
        .uri("/api/login")
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .body(form)
        .retrieve()
        .toBodilessEntity();
  }
}
