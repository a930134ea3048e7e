package com.ailuxe.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The API for staff, as a person signed in calls it. */
final class Api {
  /** What is stored of the password {@code demo}. */
  static final String DEMO = "{bcrypt}$2a$10$pnYtBI2tw5IadHT/KwJvXu1aDtzzfbF/9h0YQZzQoAilb28iaOPSa";

  private final TestRestTemplate http;
  private final @Nullable String name;

  /**
   * @param name null for nobody
   */
  Api(TestRestTemplate http, @Nullable String name) {
    this.http = http;
    this.name = name;
  }

  static Api of(TestRestTemplate http) {
    return new Api(http, "demo@luxe");
  }

  /** Somebody new with this role in the demo agency. */
  static Api employed(TestRestTemplate http, JdbcClient jdbc, String role) {
    var username = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into staff (id, agency_id, username, name, role, password_hash)
            values (gen_random_uuid(), ?, ?, 'Nora Lind', ?, ?)""")
        .params(DemoAgency.ID.value(), username, role, DEMO)
        .update();
    return new Api(http, username + "@luxe");
  }

  /** The owner of a new agency. */
  static Api ofAnotherAgency(TestRestTemplate http, JdbcClient jdbc) {
    var agency = UUID.randomUUID();
    jdbc.sql(
            """
            insert into agency (id, slug, name, legal_name, address, time_zone, locale, currency, created_at)
            values (?, ?, 'Other', 'Other', 'Elsewhere', 'Europe/Paris', 'en', 'EUR', now())""")
        .params(agency, agency.toString())
        .update();
    jdbc.sql(
            """
            insert into staff (id, agency_id, username, name, role, password_hash)
            values (gen_random_uuid(), ?, 'owner', 'An owner', 'OWNER', ?)""")
        .params(agency, DEMO)
        .update();
    return new Api(http, "owner@" + agency);
  }

  ResponseEntity<String> get(String path) {
    return call(HttpMethod.GET, path, null, new HttpHeaders());
  }

  ResponseEntity<String> post(String path, String json) {
    return post(path, json, new HttpHeaders());
  }

  ResponseEntity<String> post(String path, String json, HttpHeaders headers) {
    headers.setContentType(MediaType.APPLICATION_JSON);
    return call(HttpMethod.POST, path, json, headers);
  }

  ResponseEntity<String> call(
      HttpMethod method, String path, @Nullable String body, HttpHeaders headers) {
    if (name != null) {
      headers.setBasicAuth(name, "demo");
    }
    return http.exchange(path, method, new HttpEntity<>(body, headers), String.class);
  }

  static JsonNode ok(ResponseEntity<String> answer) {
    assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
    return json(answer);
  }

  /** The detail of a problem document. */
  static String problem(int status, String type, ResponseEntity<String> answer) {
    assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(json(answer).path("type").asText("about:blank")).isEqualTo(type);
    return json(answer).path("detail").asText();
  }

  private static JsonNode json(ResponseEntity<String> answer) {
    try {
      return new ObjectMapper().readTree(answer.getBody());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
