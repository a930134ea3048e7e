package com.ailuxe.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class ControlApiTests {
  private static final String JAMES = "447700900123";

  @RegisterExtension final SimulatorTestBed bed = new SimulatorTestBed();
  private Caller caller;
  private FakeApp app;

  @BeforeEach
  void wire() {
    caller = bed.caller();
    app = bed.app();
  }

  @Test
  void contactsAreSeededAndAdded() {
    var seeded = caller.get("/contacts").json();
    assertThat(seeded)
        .extracting(contact -> contact.path("id").asText())
        .contains("amelie", "james", "sofia", "yuki");

    var added = caller.post("/contacts", "{\"name\":\"Nora Berg\",\"phone\":\"+49 1511 2345678\"}");
    assertThat(added.text("/id")).isEqualTo("nora-berg");
    assertThat(added.text("/phone")).isEqualTo("4915112345678");
    assertThat(added.at("/channels/0").asText()).isEqualTo("whatsapp");
    assertThat(caller.post("/contacts", "{\"name\":\"Twin\",\"phone\":\"4915112345678\"}").status())
        .isEqualTo(409);
    assertThat(caller.post("/contacts", "{\"name\":\"Ghost\"}").status()).isEqualTo(400);
    assertThat(caller.post("/contacts", "{\"phone\":\"4915112345679\"}").text("/error"))
        .isEqualTo("name is missing");
  }

  @Test
  void wrongCallsAreRefusedWithAReason() {
    assertThat(caller.get("/contacts/nobody/whatsapp/log").status()).isEqualTo(404);
    assertThat(caller.get("/contacts/james/telegram/log").text("/error"))
        .isEqualTo("James Whitfield does not use telegram");
    assertThat(caller.get("/contacts/james/fax/log").status()).isEqualTo(400);
    var chat = "/contacts/james/whatsapp/messages";
    assertThat(caller.post(chat, "{\"text\":\" \"}").text("/error")).isEqualTo("text is missing");
    assertThat(caller.post(chat, "{\"type\":\"image\"}").status()).isEqualTo(400);
    assertThat(caller.post(chat, "{").status()).isEqualTo(400);
    assertThat(caller.post("/clock/advance", "{\"by\":\"soon\"}").status()).isEqualTo(400);
    assertThat(caller.post("/clock/advance", "{\"by\":\"PT-1H\"}").status()).isEqualTo(400);
    assertThat(caller.log("james", "whatsapp")).isEmpty();
  }

  @Test
  void receivedCallsAreListedAcrossContactsInOrder() {
    caller.says("james", "whatsapp", "Hello");
    caller.says("yuki", "telegram", "/start");
    caller.whatsAppText(JAMES, "one");
    caller.bot("sendMessage", "{\"chat_id\":700003,\"text\":\"two\"}");
    caller.whatsAppText(JAMES, "three");
    caller.bot("getUpdates", "{}");

    var calls = caller.get("/received").json();
    assertThat(calls)
        .extracting(call -> call.at("/entry/text").asText())
        .containsExactly("one", "two", "three");
    assertThat(calls)
        .extracting(call -> call.at("/entry/contact").asText())
        .containsExactly("james", "yuki", "james");
    assertThat(calls.at("/0/body").asText()).contains("\"one\"");
    assertThat(caller.get("/received?channel=telegram&operation=sendMessage").json()).hasSize(1);
    var first = calls.at("/0/seq").asLong();
    assertThat(caller.get("/received?after=" + first).json()).hasSize(2);
  }

  @Test
  void phoneThatIsOffGetsItsMessagesWhenItIsOnAgain() {
    caller.says("james", "whatsapp", "Hello");
    caller.put("/contacts/james/phone", "{\"state\":\"OFF\"}");
    caller.whatsAppText(JAMES, "Are you there?");
    await().until(() -> app.statuses().equals(List.of("sent")));

    caller.put("/contacts/james/phone", "{\"state\":\"ON\"}");
    await().until(() -> app.statuses().equals(List.of("sent", "delivered")));
  }

  @Test
  void timeMovesHereThenInTheAppThenInTheEngine() {
    var moved = caller.post("/clock/advance", "{\"by\":\"PT24H\"}");
    assertThat(moved.status()).isEqualTo(200);
    assertThat(moved.at("/targets"))
        .extracting(target -> target.path("target").asText())
        .containsExactly("app", "camunda");
    caller.post("/clock/advance", "{\"by\":\"PT1H\"}");

    assertThat(app.on("/local/clock"))
        .extracting(got -> got.method() + " " + got.json().path("offsetMilli").asLong())
        .containsExactly("PUT 86400000", "PUT 90000000");
    assertThat(app.on("/actuator/clock/add"))
        .extracting(got -> got.method() + " " + got.json().path("offsetMilli").asLong())
        .first()
        .isEqualTo("POST 86400000");
    var now = Instant.parse(caller.get("/clock").text("/now"));
    assertThat(Duration.between(Instant.now(), now))
        .isBetween(Duration.ofHours(24), Duration.ofHours(25));
    caller.says("james", "whatsapp", "tomorrow");
    var written = Instant.parse(caller.log("james", "whatsapp").at("/0/at").asText());
    assertThat(written).isAfterOrEqualTo(now);

    var later = now.plus(Duration.ofDays(3));
    caller.post("/clock/advance", "{\"to\":\"%s\"}".formatted(later));
    assertThat(Instant.parse(caller.get("/clock").text("/now"))).isAfterOrEqualTo(later);
  }

  @Test
  void targetThatDidNotFollowIsNamedAndCatchesUp() {
    app.answersNext(200, 200, 500);
    var moved = caller.post("/clock/advance", "{\"by\":\"PT24H\"}");
    assertThat(moved.status()).isEqualTo(502);
    assertThat(moved.at("/ok").asBoolean()).isFalse();
    assertThat(moved.at("/targets/0/ok").asBoolean()).isTrue();
    assertThat(moved.text("/targets/1/error")).isEqualTo("answered 500");

    assertThat(caller.post("/clock/advance", "{\"by\":\"PT0S\"}").status()).isEqualTo(200);
    assertThat(app.on("/actuator/clock/add")).hasSize(2);
    assertThat(app.on("/actuator/clock/add"))
        .allSatisfy(
            got ->
                assertThat(got.json().path("offsetMilli").asLong())
                    .isBetween(86_400_000L - 1_000, 86_400_000L + 1_000));
    assertThat(caller.get("/clock").at("/offsetMilli").asLong()).isEqualTo(86_400_000);
  }

  @Test
  void callsGoWrongAsToldAndOnlySoOften() {
    caller.says("james", "whatsapp", "Hello");
    caller.says("yuki", "telegram", "/start");
    caller.put(
        "/misbehaviour",
        """
        {"faults":[
         {"kind":"TOO_MANY_REQUESTS","channel":"telegram","retryAfterSeconds":7,"times":1},
         {"kind":"EXPIRED_TOKEN","channel":"whatsapp","times":1},
         {"kind":"SERVER_ERROR","channel":"whatsapp","code":503,"times":1},
         {"kind":"SLOW","channel":"whatsapp","delay":"PT0.3S","times":1},
         {"kind":"NO_ANSWER","channel":"telegram","delay":"PT0.3S"}]}""");

    var limited = caller.bot("sendMessage", "{\"chat_id\":700003,\"text\":\"Hi\"}");
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.at("/parameters/retry_after").asInt()).isEqualTo(7);
    assertThat(caller.whatsAppText(JAMES, "Hi").at("/error/error_subcode").asInt()).isEqualTo(463);
    assertThat(caller.whatsAppText(JAMES, "Hi").status()).isEqualTo(503);
    assertThat(caller.whatsAppText(JAMES, "Hi").status()).isEqualTo(200);
    assertThat(caller.log("james", "whatsapp")).hasSize(2);

    var start = System.nanoTime();
    assertThat(caller.bot("sendMessage", "{\"chat_id\":700003,\"text\":\"Hi\"}").status())
        .isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
    assertThat(caller.log("yuki", "telegram")).hasSize(2);
    assertThat(caller.get("/misbehaviour").at("/faults")).hasSize(1);
  }

  @Test
  void faultIsAddedToThoseThatAreLeft() {
    caller.says("james", "whatsapp", "Hello");
    caller.put("/misbehaviour", "{\"faults\":[{\"kind\":\"SERVER_ERROR\",\"times\":2}]}");
    assertThat(caller.whatsAppText(JAMES, "Hi").status()).isEqualTo(500);

    caller.post("/misbehaviour", "{\"kind\":\"LOST_WEBHOOK\",\"channel\":\"telegram\"}");
    assertThat(caller.get("/misbehaviour").at("/faults"))
        .extracting(fault -> fault.path("kind").asText() + " " + fault.path("times").asText())
        .containsExactly("SERVER_ERROR 1", "LOST_WEBHOOK ");
    assertThat(caller.post("/misbehaviour", "{}").status()).isEqualTo(400);
    assertThat(caller.post("/misbehaviour", "{\"kind\":\"GREMLIN\"}").status()).isEqualTo(400);
    assertThat(caller.get("/misbehaviour").at("/faults")).hasSize(2);
  }

  @Test
  void webhooksGoWrongAsTold() {
    caller.put(
        "/misbehaviour",
        """
        {"faults":[
         {"kind":"LOST_WEBHOOK","on":"message","times":1},
         {"kind":"LATE_WEBHOOK","on":"message","delay":"PT0.4S","times":1}]}""");
    caller.says("james", "whatsapp", "lost and late");
    caller.says("james", "whatsapp", "in time");
    caller.put(
        "/misbehaviour",
        "{\"faults\":[{\"kind\":\"LATE_WEBHOOK\",\"delay\":\"PT0.4S\",\"times\":1}]}");
    caller.says("james", "whatsapp", "late");
    caller.says("james", "whatsapp", "overtakes");
    await().until(() -> app.messages().size() == 3);
    assertThat(app.messages())
        .extracting(got -> got.value().at("/messages/0/text/body").asText())
        .containsExactly("in time", "overtakes", "late");

    caller.put(
        "/misbehaviour",
        "{\"faults\":[{\"kind\":\"DUPLICATE_WEBHOOK\",\"copies\":3,\"times\":1}]}");
    caller.says("james", "whatsapp", "three times");
    await().until(() -> app.messages().size() == 6);
    assertThat(app.messages().subList(3, 6))
        .extracting(got -> got.value().at("/messages/0/id").asText())
        .containsOnly(caller.log("james", "whatsapp").at("/4/id").asText());
    assertThat(caller.get("/webhooks?state=lost").json()).hasSize(1);
  }

  @Test
  void acceptedMessageCanFailLater() {
    caller.says("james", "whatsapp", "Hello");
    caller.put(
        "/misbehaviour", "{\"faults\":[{\"kind\":\"FAILED_STATUS\",\"code\":131026,\"times\":1}]}");
    var id = caller.whatsAppText(JAMES, "Hi").text("/messages/0/id");
    await().until(() -> app.statuses().equals(List.of("failed")));
    assertThat(caller.log("james", "whatsapp").at("/1/status").asText()).isEqualTo("FAILED");

    caller.post(
        "/whatsapp/status", "{\"messageId\":\"%s\",\"status\":\"DELIVERED\"}".formatted(id));
    await().until(() -> app.statuses().equals(List.of("failed", "delivered")));
  }

  @Test
  void anyBodyIsSentSigned() {
    caller.post("/whatsapp/webhook", "{\"object\":\"whatsapp_business_account\",\"entry\":[]}");
    await().until(() -> app.got().size() == 1);
    assertThat(app.got().getFirst().headers().getFirst("X-Hub-Signature-256"))
        .startsWith("sha256=");
    assertThat(app.got().getFirst().json().path("entry")).isEmpty();
  }

  @Test
  void anyUpdateIsHandedOutAndNumberedWhereItIsNot() {
    caller.post("/telegram/update", "{\"business_message\":{\"text\":\"Hello\"}}");
    caller.post("/telegram/update", "{\"update_id\":910000000,\"message\":7}");
    caller.post("/telegram/update", "{\"update_id\":\"odd\"}");

    var updates = caller.bot("getUpdates", "{}").json().path("result");

    assertThat(updates).hasSize(3);
    assertThat(updates.path(0).at("/business_message/text").asText()).isEqualTo("Hello");
    assertThat(updates)
        .allSatisfy(update -> assertThat(update.path("update_id").isIntegralNumber()).isTrue());
    assertThat(updates.path(1).path("update_id").asLong()).isEqualTo(910000000);
    assertThat(updates.path(2).path("update_id").asLong()).isEqualTo(910000001);
    assertThat(caller.post("/telegram/update", "[]").status()).isEqualTo(400);
  }

  @Test
  void resetEmptiesTheChatsButKeepsContactsAndNumbers() {
    var first = caller.says("yuki", "telegram", "one");
    caller.says("james", "whatsapp", "Hello");
    caller.post("/reset", "{\"contact\":\"yuki\"}");
    assertThat(caller.log("yuki", "telegram")).isEmpty();
    assertThat(caller.log("james", "whatsapp")).hasSize(1);

    caller.post("/reset", "");
    assertThat(caller.log("james", "whatsapp")).isEmpty();
    assertThat(caller.get("/webhooks").json()).isEmpty();
    assertThat(caller.get("/contacts").json()).hasSizeGreaterThan(5);
    assertThat(Long.parseLong(caller.says("yuki", "telegram", "two")))
        .isGreaterThan(Long.parseLong(first));
  }

  @Test
  void eventsTellWhatHappens() throws Exception {
    var lines = new CopyOnWriteArrayList<String>();
    try (var http = HttpClient.newHttpClient()) {
      var stream =
          http.send(
              caller.request("/simulator/api/events").GET().build(),
              HttpResponse.BodyHandlers.ofLines());
      var heard =
          CompletableFuture.supplyAsync(
              () -> stream.body().peek(lines::add).anyMatch(line -> line.contains("\"Hello\"")));
      await().until(() -> lines.contains(":open"));
      caller.says("james", "whatsapp", "Hello");
      assertThat(heard.get(10, TimeUnit.SECONDS)).isTrue();
      assertThat(lines).contains("event:entry");
      http.shutdownNow();
    }
  }

  @Test
  void filesKeepTheirNames() {
    caller.sendsFile("james", "whatsapp", Map.of(), "été.pdf", "application/pdf", new byte[] {1});
    var url = caller.log("james", "whatsapp").at("/0/file/url").asText();
    assertThat(caller.plain(url).response().headers().firstValue("Content-Disposition").orElse(""))
        .contains("%C3%A9t%C3%A9.pdf");
  }
}
