package com.ailuxe.console;

import static com.ailuxe.LedgerAssert.assertThatTheLedgerBalances;
import static com.ailuxe.console.Api.ok;
import static com.ailuxe.console.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.InboundEvent.Content;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.InboundEvent.Origin;
import com.ailuxe.conversation.InboundEvent.Sender;
import com.ailuxe.conversation.Inbox;
import com.ailuxe.conversation.MessageType;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@ConsoleModuleTest
class ConversationApiTests {
  @Autowired TestRestTemplate http;
  @Autowired Inbox inbox;
  @Autowired JdbcClient jdbc;

  private Api camille;
  private Identity phone;
  private String conversation;

  @BeforeEach
  void somebodyWrites() {
    camille = Api.of(http);
    phone =
        new Identity(
            IdentityKind.PHONE,
            "+49151" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000));
    says("Hello");
    conversation =
        "/api/conversations/"
            + jdbc.sql("select id from conversation where recipient_value = ?")
                .param(phone.value())
                .query(UUID.class)
                .single();
  }

  @AfterEach
  void theLedgerBalances() {
    assertThatTheLedgerBalances(jdbc);
  }

  @Test
  void aPersonTakesOverWritesAndHandsBack() {
    assertThat(details().at("/conversation/handler").asText()).isEqualTo("CONCIERGE");

    var taken = ok(camille.post(conversation + "/takeover", "{}"));
    assertThat(taken.path("handler").asText()).isEqualTo("PERSON");
    assertThat(taken.path("handlerName").asText()).isEqualTo("Camille Laurent");
    assertThat(taken.path("handlerSince").asText()).isNotBlank();
    assertThat(ok(camille.post(conversation + "/takeover", "{}"))).isEqualTo(taken);

    var queued = ok(write("Good evening, Ada", epoch(), "key-1"));
    assertThat(ok(write("Good evening, Ada", 0, "key-1")).path("id")).isEqualTo(queued.path("id"));
    assertThat(details().path("lines"))
        .extracting(line -> line.path("author").asText() + ": " + line.path("text").asText())
        .containsExactly("CONTACT: Hello", "PERSON: Good evening, Ada");
    assertThat(details().at("/lines/1/state").asText()).isEqualTo("QUEUED");

    var back = ok(camille.post(conversation + "/hand-back", seen(epoch())));
    assertThat(back.path("handler").asText()).isEqualTo("CONCIERGE");
    assertThat(ok(camille.post(conversation + "/hand-back", seen(0)))).isEqualTo(back);
  }

  @Test
  void theNewestConversationsAreListed() {
    assertThat(ok(camille.get("/api/conversations")).path(0).path("id").asText())
        .isEqualTo(details().at("/conversation/id").asText());
  }

  @Test
  void aConflictSaysWhatIsNewerAndWhatToDo() {
    assertThat(problem(409, "urn:ailuxe:api:not-taken-over", write("Hello", epoch(), "key-1")))
        .contains("Take it over, then write");
    ok(camille.post(conversation + "/takeover", "{}"));
    var seen = epoch();
    says("Are you there?");

    assertThat(problem(409, "urn:ailuxe:api:something-newer", write("Hello", seen, "key-2")))
        .contains("Read the conversation again");
    problem(
        409,
        "urn:ailuxe:api:something-newer",
        camille.post(conversation + "/hand-back", seen(seen)));
    var nora = Api.employed(http, jdbc, "CONCIERGE");
    assertThat(
            problem(
                409,
                "urn:ailuxe:api:another-person-answers",
                nora.post(conversation + "/takeover", "{}")))
        .contains("Camille Laurent answers");
    ok(write("Here I am", epoch(), "key-3"));
    problem(409, "urn:ailuxe:api:key-used-before", write("Other words", epoch(), "key-3"));
  }

  @Test
  void anotherAgencySeesNothingOfIt() {
    var other = Api.ofAnotherAgency(http, jdbc);

    assertThat(ok(other.get("/api/conversations"))).isEmpty();
    for (var answer :
        List.of(
            other.get(conversation),
            other.post(conversation + "/takeover", "{}"),
            other.post(conversation + "/hand-back", seen(1)),
            other.post(conversation + "/messages", words("Hello", 1), key("key-1")),
            camille.get("/api/conversations/" + UUID.randomUUID()))) {
      problem(404, "urn:ailuxe:api:not-found", answer);
    }
    assertThat(details().path("lines")).hasSize(1);
    assertThat(details().at("/conversation/handler").asText()).isEqualTo("CONCIERGE");
  }

  @Test
  void anApproverReadsAndDoesNotTakeOver() {
    var approver = Api.employed(http, jdbc, "APPROVER");

    ok(approver.get(conversation));
    problem(403, "urn:ailuxe:api:not-allowed", approver.post(conversation + "/takeover", "{}"));
    problem(401, "urn:ailuxe:api:sign-in-refused", new Api(http, null).get(conversation));
    assertThat(details().at("/conversation/handler").asText()).isEqualTo("CONCIERGE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "7",
        "{\"epoch\": \"soon\"}",
        "{\"text\": {}}",
        "{}",
        "{\"text\": \"Hello\"}",
        "{\"text\": \" \", \"epoch\": 1}",
        "{\"epoch\": 1}",
        "{\"text\": \"a\\u0000b\", \"epoch\": 1}",
        "{\"text\": null, \"epoch\": null}"
      })
  void aBodyThatSaysNothingIsRefusedInWords(String body) {
    var answer = camille.post(conversation + "/messages", body, key("key-1"));

    assertThat(answer.getStatusCode().value()).isEqualTo(400);
    assertThat(answer.getBody()).contains("\"detail\":").doesNotContain("com.ailuxe");
    assertThat(details().path("lines")).hasSize(1);
  }

  @Test
  void tooLongWordsAndKeysAreRefused() {
    ok(camille.post(conversation + "/takeover", "{}"));
    assertThat(problem(400, "urn:ailuxe:api:invalid", write("x".repeat(4097), epoch(), "key-1")))
        .contains("text", "4096");
    var twoWhenComposed = "\ufb2a";
    assertThat(
            problem(
                400,
                "urn:ailuxe:api:invalid",
                write(twoWhenComposed.repeat(4096), epoch(), "key-1")))
        .contains("text", "4096");
    assertThat(problem(400, "urn:ailuxe:api:invalid", write("Hello", epoch(), "k".repeat(201))))
        .contains("key", "200");
    problem(400, "urn:ailuxe:api:invalid", write("Hello", epoch(), " "));
    assertThat(
            problem(
                400,
                "about:blank",
                camille.post(conversation + "/messages", words("Hello", epoch()))))
        .contains("Idempotency-Key");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/conversations/nobody, 400",
    "POST, /api/conversations/nobody/takeover, 400",
    "DELETE, /api/conversations/0f4f8b9e-7f0e-4a53-8d0b-3b2a0a6f5c22, 405",
    "POST, /api/conversations/0f4f8b9e-7f0e-4a53-8d0b-3b2a0a6f5c22/sing, 404"
  })
  void whatNobodyCanCallIsAProblem(HttpMethod method, String path, int status) {
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.CONTENT_TYPE, "application/json");
    problem(status, "about:blank", camille.call(method, path, "{}", headers));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void whatAFormOfAnotherPageCanSendChangesNothing(String contentType) {
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.CONTENT_TYPE, contentType);

    var answer = camille.call(HttpMethod.POST, conversation + "/takeover", "{}", headers);

    assertThat(answer.getStatusCode().is4xxClientError()).isTrue();
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(details().at("/conversation/handler").asText()).isEqualTo("CONCIERGE");
  }

  private void says(String text) {
    inbox.accept(
        List.of(
            new MessageReceived(
                new Origin(
                    Channel.WHATSAPP,
                    DemoAgency.WHATSAPP_ACCOUNT,
                    "wamid." + UUID.randomUUID(),
                    "{}"),
                new Sender(List.of(phone), "Ada", "en"),
                new Content(MessageType.TEXT, text, null, null),
                TestClock.START)));
  }

  private JsonNode details() {
    return ok(camille.get(conversation));
  }

  private long epoch() {
    return details().at("/conversation/epoch").asLong();
  }

  private ResponseEntity<String> write(String text, long epoch, String key) {
    return camille.post(conversation + "/messages", words(text, epoch), key(key));
  }

  private static HttpHeaders key(String key) {
    var headers = new HttpHeaders();
    headers.set("Idempotency-Key", key);
    return headers;
  }

  private static String words(String text, long epoch) {
    return "{\"text\": \"%s\", \"epoch\": %d}".formatted(text, epoch);
  }

  private static String seen(long epoch) {
    return "{\"epoch\": %d}".formatted(epoch);
  }
}
