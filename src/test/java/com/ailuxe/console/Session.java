package com.ailuxe.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A browser without scripts: keeps its cookies, and sends back what the forms have in them. */
final class Session {
  private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final TestRestTemplate http;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private String csrf = "";

  Session(TestRestTemplate http) {
    this.http = http.withRedirects(HttpRedirects.DONT_FOLLOW);
  }

  static Session of(TestRestTemplate http) {
    return new Session(http).signedIn("demo@luxe");
  }

  /** Somebody new with this role in the demo agency. */
  static Session employed(TestRestTemplate http, JdbcClient jdbc, String role) {
    return new Session(http).signedIn(employ(jdbc, role, DemoAgency.ID.value(), "luxe"));
  }

  /** The owner of a new agency. */
  static Session ofAnotherAgency(TestRestTemplate http, JdbcClient jdbc) {
    var agency = UUID.randomUUID();
    jdbc.sql(
            """
            insert into agency (id, slug, name, legal_name, address, time_zone, locale, currency, created_at)
            values (?, ?, 'Other', 'Other', 'Elsewhere', 'Europe/Paris', 'en', 'EUR', now())""")
        .params(agency, agency.toString())
        .update();
    return new Session(http).signedIn(employ(jdbc, "OWNER", agency, agency.toString()));
  }

  private static String employ(JdbcClient jdbc, String role, UUID agency, String slug) {
    var username = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into staff (id, agency_id, username, name, role, password_hash)
            values (gen_random_uuid(), ?, ?, 'Nora Lind', ?, ?)""")
        .params(agency, username, role, Api.DEMO)
        .update();
    return username + "@" + slug;
  }

  Session signedIn(String name) {
    get("/sign-in");
    var answer = post("/sign-in", Map.of("name", name, "password", "demo"));
    assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(302);
    get("/console/patterns");
    return this;
  }

  ResponseEntity<String> get(String path) {
    return call(HttpMethod.GET, path, null, new HttpHeaders());
  }

  ResponseEntity<String> post(String path, Map<String, String> fields) {
    return post(path, fields, new HttpHeaders());
  }

  ResponseEntity<String> post(String path, Map<String, String> fields, HttpHeaders headers) {
    var form = new LinkedMultiValueMap<String, String>();
    fields.forEach(form::add);
    if (!form.containsKey("_csrf")) {
      form.add("_csrf", csrf);
    }
    headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
    return call(HttpMethod.POST, path, form, headers);
  }

  /** Sends a file with the other fields of its form. */
  ResponseEntity<String> send(
      String path, Map<String, String> fields, String name, String content, HttpHeaders headers) {
    var form = new LinkedMultiValueMap<String, Object>();
    fields.forEach(form::add);
    form.add("_csrf", csrf);
    form.add(
        "file",
        new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
          @Override
          public String getFilename() {
            return name;
          }
        });
    headers.setContentType(MediaType.MULTIPART_FORM_DATA);
    return call(HttpMethod.POST, path, form, headers);
  }

  ResponseEntity<String> call(
      HttpMethod method,
      String path,
      @Nullable MultiValueMap<String, ?> body,
      HttpHeaders headers) {
    headers.set(
        HttpHeaders.COOKIE,
        String.join(
            "; ",
            cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .toList()));
    headers.set(HttpHeaders.ACCEPT, "text/html, text/event-stream;q=0.5, */*;q=0.1");
    var answer = http.exchange(path, method, new HttpEntity<>(body, headers), String.class);
    answer
        .getHeaders()
        .getOrEmpty(HttpHeaders.SET_COOKIE)
        .forEach(
            set -> {
              var pair = set.split(";", 2)[0].split("=", 2);
              if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
              } else {
                cookies.put(pair[0], pair[1]);
              }
            });
    if (answer.getBody() != null) {
      var field = CSRF_FIELD.matcher(answer.getBody());
      if (field.find()) {
        csrf = field.group(1);
      }
    }
    return answer;
  }

  /** The value of a cookie; null where there is none. */
  @Nullable String cookie(String name) {
    return cookies.get(name);
  }

  /** Another browser with the same cookies. */
  Session copy() {
    var copy = new Session(http);
    copy.cookies.putAll(cookies);
    copy.csrf = csrf;
    return copy;
  }
}
