package com.ailuxe.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.staff.StaffId;
import com.ailuxe.staff.StaffSessions;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@ConsoleModuleTest
class DoorTests {
  @Autowired TestRestTemplate http;
  @Autowired JdbcClient jdbc;
  @Autowired StaffSessions sessions;

  @Test
  void whoSignsInGetsToThePageThatWasWanted() {
    var browser = new Session(http);
    assertRedirect(browser.get("/live?view=mine"), "/sign-in?to=%2Flive%3Fview%3Dmine");
    browser.get("/sign-in?to=%2Flive%3Fview%3Dmine");

    var answer =
        browser.post(
            "/sign-in", Map.of("name", "demo@luxe", "password", "demo", "to", "/live?view=mine"));

    assertRedirect(answer, "/live?view=mine");
    assertThat(browser.get("/live?view=mine").getBody()).contains("Camille Laurent", "Maison Luxe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "evil", " "})
  void nobodyIsLedToAnotherSite(String wanted) {
    var browser = new Session(http);
    browser.get("/sign-in");

    assertRedirect(
        browser.post("/sign-in", Map.of("name", "demo@luxe", "password", "demo", "to", wanted)),
        "/");
  }

  @Test
  void onThePageOfTheAgencyTheUsernameIsEnough() {
    var browser = new Session(http);
    assertThat(browser.get("/sign-in/luxe").getBody()).contains("Maison Luxe");

    assertRedirect(
        browser.post(
            "/sign-in", Map.of("name", "demo", "password", "demo", "agency", "luxe", "to", "")),
        "/");
  }

  @Test
  void theLogoIsTheAgencysAndUnknownAgenciesHaveALetter() {
    assertThat(new Session(http).get("/sign-in/logo/luxe").getHeaders().getContentType())
        .hasToString("image/png");
    assertThat(new Session(http).get("/sign-in/logo/nobody").getBody()).contains(">N<");
  }

  @Test
  void aWrongPasswordIsSaidWithTheNameStillThere() {
    var browser = new Session(http);
    browser.get("/sign-in");

    var answer = browser.post("/sign-in", Map.of("name", "demo@luxe", "password", "wrong"));

    assertThat(answer.getStatusCode().value()).isEqualTo(401);
    assertThat(answer.getBody())
        .contains("Name or password is wrong", "value=\"demo@luxe\"")
        .doesNotContain("value=\"wrong\"");
  }

  @Test
  void aSignInMakesTheSessionANewOne() {
    var browser = Session.of(http);
    var before = browser.cookie("ailuxe");

    browser.get("/sign-in");
    browser.post("/sign-in", Map.of("name", "demo@luxe", "password", "demo"));

    assertThat(browser.cookie("ailuxe")).isNotNull().isNotEqualTo(before);
  }

  @Test
  void theSessionIsARowThatKeepsNothingButWhoItIs() {
    var browser = Session.of(http);
    assertThat(browser.get("/live").getStatusCode().value()).isEqualTo(200);

    assertThat(
            jdbc.sql(
                    """
                    select distinct a.attribute_name from spring_session_attributes a""")
                .query(String.class)
                .list())
        .containsExactly(
            "org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME");
  }

  @Test
  void whoSignsOutIsOutWithEveryCopyOfTheCookie() {
    var browser = Session.of(http);
    var stolen = browser.copy();

    assertRedirect(browser.post("/sign-out", Map.of()), "/sign-in");

    assertRedirect(stolen.get("/live"), "/sign-in?to=%2Flive");
  }

  @Test
  void allSessionsOfAPersonEndAtOnce() {
    var person = Session.employed(http, jdbc, "CONCIERGE");
    var id =
        jdbc.sql("select principal_name from spring_session order by creation_time desc limit 1")
            .query(String.class)
            .single();

    sessions.endAll(new StaffId(UUID.fromString(id)));

    assertRedirect(person.get("/live"), "/sign-in?to=%2Flive");
  }

  @Test
  void whoMayNotSignInAnyMoreIsOutWithTheNextCall() {
    var person = Session.employed(http, jdbc, "CONCIERGE");
    assertThat(person.get("/live").getStatusCode().value()).isEqualTo(200);
    var id =
        jdbc.sql("select principal_name from spring_session order by creation_time desc limit 1")
            .query(String.class)
            .single();

    jdbc.sql("update staff set password_hash = null where id = ?")
        .param(UUID.fromString(id))
        .update();

    assertRedirect(person.get("/live"), "/sign-in?to=%2Flive");
  }

  @Test
  void aFormOfAnotherPageChangesNothing() {
    var answer = Session.of(http).post("/sign-out", Map.of("_csrf", "guessed"));

    assertThat(answer.getStatusCode().value()).isEqualTo(403);
  }

  @Test
  void anOpenPageIsRefusedInAWayThatItUnderstands() {
    var headers = new HttpHeaders();
    headers.set("HX-Request", "true");

    var answer = new Session(http).call(HttpMethod.GET, "/live/list", null, headers);

    assertThat(answer.getStatusCode().value()).isEqualTo(401);
    assertThat(answer.getHeaders().getLocation()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"/live", "/sign-in", "/console/patterns"})
  void nothingRunsInAPageThatIsNotAFileOfOurs(String path) {
    var page = Session.of(http).get(path);

    assertThat(page.getHeaders().getFirst("Content-Security-Policy"))
        .contains("script-src 'self'", "style-src 'self'")
        .doesNotContain("unsafe", "http:", "https:");
    assertThat(page.getBody())
        .doesNotContain("<style", " style=", "javascript:")
        .doesNotContainPattern(" on[a-z]+=\"")
        .doesNotContainPattern("<script(?![^>]+src=\"/assets/)");
  }

  private static void assertRedirect(ResponseEntity<String> answer, String place) {
    assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(302);
    var location = answer.getHeaders().getLocation();
    assertThat(String.valueOf(location).replaceFirst("^http://[^/]+", "")).isEqualTo(place);
  }
}
