package com.ailuxe.journey;

import io.camunda.client.CredentialsProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.HttpClientErrorException.Unauthorized;
import org.springframework.web.client.RestClient;

/**
 * User tasks by Tasklist's own API, which engines before 8.8 need: they have no search for tasks.
 */
final class TasklistUserTasks implements UserTasks {
  private static final int PAGE = 100;

  private final RestClient http;
  private final @Nullable CredentialsProvider credentials;
  private final @Nullable String username;
  private final @Nullable String password;

  /**
   * @param credentials of the engine's client, for a Tasklist where nobody signs in; null for one
   *     that is open
   */
  TasklistUserTasks(
      URI address,
      @Nullable String username,
      @Nullable String password,
      @Nullable CredentialsProvider credentials,
      Duration timeout) {
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
    var search = new Search(Long.toString(processInstance), taskId, PAGE);
    try {
      return search(search);
    } catch (Unauthorized e) {
      if (username == null) {
        throw e;
      }
      signIn(username);
      return search(search);
    }
  }

  /** A search for tasks of all states, the latest first. */
  private record Search(String processInstanceKey, String taskDefinitionId, int pageSize) {}

  private record Found(String id, @Nullable String taskState, @Nullable String assignee) {
    SeenTask seen() {
      return new SeenTask(Long.parseLong(id), "COMPLETED".equals(taskState), assignee);
    }
  }

  private List<SeenTask> search(Search search) {
    var found =
        http.post()
            .uri("/v1/tasks/search")
            .headers(this::authorize)
            .contentType(MediaType.APPLICATION_JSON)
            .body(search)
            .retrieve()
            .body(Found[].class);
    return Arrays.stream(Objects.requireNonNull(found)).map(Found::seen).toList();
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
