package com.ailuxe.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@ConsoleModuleTest
class SignInTests {
  private static final String DEMO_OF_COST_9 =
      "{bcrypt}$2a$09$F3jrUjz7JKYYaSiafaO9Suo4akZ35zVoA499MM39ogJkVgqXSEpyS";

  @Autowired TestRestTemplate http;
  @Autowired JdbcClient jdbc;

  @Test
  void staffSignInWithTheirAgencysShortName() {
    var answer = me("demo@luxe", "demo");

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(answer.getBody())
        .contains("Camille Laurent", DemoAgency.ID.toString())
        .contains("ROLE_CONCIERGE", "ROLE_APPROVER", "ROLE_SUPERVISOR");
    assertThat(answer.getHeaders().get(HttpHeaders.SET_COOKIE)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"demo", "demo@", "@luxe", "demo@other", "nobody@luxe", "de\0mo@luxe", "", "@"})
  void nobodyElseIsLetIn(String name) {
    assertRefused(me(name, "demo"));
  }

  @Test
  void aWrongPasswordIsRefused() {
    assertRefused(me("demo@luxe", "Demo"));
    assertRefused(me("demo@luxe", ""));
    assertRefused(me("demo@luxe", "demo".repeat(100)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic", "Basic ***", "Bearer abc", "Basic ZGVtbw=="})
  void aHeaderThatIsNoSignInIsRefused(String header) {
    assertRefused(get("/api/me", header));
  }

  @Test
  void withoutPasswordThereIsNoSignIn() {
    assertRefused(me(employ("CONCIERGE", null), ""));
    assertRefused(me(employ("CONCIERGE", "plain words"), "plain words"));
    assertRefused(me(employ("CONCIERGE", "{rot13}demo"), "demo"));
    assertRefused(me(employ("CONCIERGE", "{noop}demo"), "demo"));
    assertRefused(me(employ("CONCIERGE", DEMO_OF_COST_9), "demo"));
    assertRefused(me(employ("CONCIERGE", Api.DEMO.replace("{bcrypt}", "{noop}")), "demo"));
  }

  @Test
  void aRoleOutsideEveryGroupIsSignedInAndMayDoNothing() {
    var answer = me(employ("ACCOUNTANT", Api.DEMO), "demo");

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    assertProblem(answer, "urn:ailuxe:api:not-allowed");
  }

  @Test
  void whatIsNotThereIsAProblemForStaffAndClosedForTheWorld() {
    var unknown = get("/api/nothing", basic("demo@luxe", "demo"));
    assertThat(unknown.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(unknown.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);

    assertRefused(get("/api/nothing", null));
    assertThat(get("/nothing", null).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(get("/nothing", basic("demo@luxe", "demo")).getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
  }

  private void assertRefused(ResponseEntity<String> answer) {
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    assertThat(answer.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE)).startsWith("Basic");
    assertProblem(answer, "urn:ailuxe:api:sign-in-refused");
  }

  private static void assertProblem(ResponseEntity<String> answer, String type) {
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer.getBody()).contains(type);
  }

  private String employ(String role, @Nullable String passwordHash) {
    var name = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into staff (id, agency_id, username, name, role, password_hash)
            values (gen_random_uuid(), ?, ?, 'A person', ?, ?)""")
        .params(DemoAgency.ID.value(), name, role)
        .param(passwordHash)
        .update();
    return name + "@luxe";
  }

  private ResponseEntity<String> me(String name, String password) {
    return get("/api/me", basic(name, password));
  }

  private static String basic(String name, String password) {
    var both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  private ResponseEntity<String> get(String path, @Nullable String authorization) {
    var headers = new HttpHeaders();
    if (authorization != null) {
      headers.set(HttpHeaders.AUTHORIZATION, authorization);
    }
    return http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class);
  }
}
