package com.ailuxe.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class WhatsAppProtocolTests {
  private static final byte[] PDF = "%PDF-1.7 a contract".getBytes(StandardCharsets.UTF_8);
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
  void textOfContactArrivesSignedOverTheRawBytes() throws Exception {
    var id = caller.says("amelie", "whatsapp", "Une villa à Cannes, s'il vous plaît ✨");

    await().until(() -> app.messages().size() == 1);
    var got = app.messages().getFirst();
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("local-app-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    assertThat(got.headers().getFirst("X-Hub-Signature-256"))
        .isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(got.body())));
    assertThat(got.json().path("object").asText()).isEqualTo("whatsapp_business_account");
    var value = got.value();
    assertThat(value.at("/metadata/phone_number_id").asText()).isEqualTo("100000000000001");
    assertThat(value.at("/contacts/0/profile/name").asText()).isEqualTo("Amélie Laurent");
    assertThat(value.at("/contacts/0/wa_id").asText()).isEqualTo("33612345678");
    var message = value.at("/messages/0");
    assertThat(message.path("id").asText()).isEqualTo(id).startsWith("wamid.");
    assertThat(message.path("from").asText()).isEqualTo("33612345678");
    assertThat(message.path("timestamp").isTextual()).isTrue();
    assertThat(message.at("/text/body").asText())
        .isEqualTo("Une villa à Cannes, s'il vous plaît ✨");
    await()
        .untilAsserted(
            () ->
                assertThat(caller.log("amelie", "whatsapp").at("/0/status").asText())
                    .isEqualTo("DELIVERED"));
  }

  @Test
  void contactWithoutPhoneIsKnownByUserIdInBothDirections() {
    caller.says("sofia", "whatsapp", "Ciao");

    await().until(() -> app.messages().size() == 1);
    var value = app.messages().getFirst().value();
    assertThat(value.at("/messages/0").has("from")).isFalse();
    assertThat(value.at("/messages/0/from_user_id").asText()).isEqualTo("IT.4419208655302741");
    assertThat(value.at("/contacts/0").has("wa_id")).isFalse();
    assertThat(value.at("/contacts/0/user_id").asText()).isEqualTo("IT.4419208655302741");

    var reply =
        caller.whatsApp(
            """
            {"messaging_product":"whatsapp","recipient":"IT.4419208655302741","type":"text",
             "text":{"body":"Benvenuta"}}""");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text("/contacts/0/user_id")).isEqualTo("IT.4419208655302741");
    await().until(() -> app.statuses().contains("delivered"));
    var status =
        app.got().stream().filter(got -> !got.status().isEmpty()).toList().getFirst().value();
    assertThat(status.at("/statuses/0/recipient_user_id").asText())
        .isEqualTo("IT.4419208655302741");
    assertThat(status.at("/statuses/0").has("recipient_id")).isFalse();
  }

  @Test
  void sentMessageTravelsInOrderAndBringsTheCallbackDataBack() {
    caller.says("james", "whatsapp", "Hello");
    var reply =
        caller.whatsApp(
            """
            {"messaging_product":"whatsapp","to":"+44 7700 900123","type":"text",
             "text":{"body":"Good evening"},"biz_opaque_callback_data":"outbox-7"}""");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text("/contacts/0/input")).isEqualTo("+44 7700 900123");
    assertThat(reply.text("/contacts/0/wa_id")).isEqualTo(JAMES);
    var id = reply.text("/messages/0/id");

    await().until(() -> app.statuses().equals(List.of("sent", "delivered")));
    caller.post("/contacts/james/whatsapp/read", "{}");
    await().until(() -> app.statuses().equals(List.of("sent", "delivered", "read")));
    caller.post("/contacts/james/whatsapp/read", "{}");

    for (var got : app.got()) {
      if (!got.status().isEmpty()) {
        assertThat(got.value().at("/statuses/0/id").asText()).isEqualTo(id);
        assertThat(got.value().at("/statuses/0/biz_opaque_callback_data").asText())
            .isEqualTo("outbox-7");
        assertThat(got.value().at("/statuses/0/recipient_id").asText()).isEqualTo(JAMES);
      }
    }
    var line = caller.log("james", "whatsapp").path(1);
    assertThat(line.path("text").asText()).isEqualTo("Good evening");
    assertThat(line.path("status").asText()).isEqualTo("READ");
    assertThat(line.path("request").asText()).contains("\"biz_opaque_callback_data\":\"outbox-7\"");
    assertThat(app.statuses()).containsExactly("sent", "delivered", "read");
  }

  @Test
  void freeTextOutsideTheServiceWindowFailsAndTemplateArrives() {
    caller.says("james", "whatsapp", "Hello");
    caller.post("/clock/advance", "{\"by\":\"PT25H\"}");

    assertThat(caller.whatsAppText(JAMES, "Still there?").status()).isEqualTo(200);
    await().until(() -> app.statuses().equals(List.of("failed")));
    var status =
        app.got().stream().filter(got -> !got.status().isEmpty()).toList().getFirst().value();
    assertThat(status.at("/statuses/0/errors/0/code").asInt()).isEqualTo(131047);

    var template =
        caller.whatsApp(
            """
            {"messaging_product":"whatsapp","to":"447700900123","type":"template","template":
             {"name":"booking_thanks","language":{"code":"en"},"components":[
              {"type":"body","parameters":[{"type":"text","text":"Maison $1"},
               {"type":"text","text":"yacht"},{"type":"text","text":"Aurelia"},
               {"type":"text","text":"today"}]}]}}""");
    assertThat(template.text("/messages/0/message_status")).isEqualTo("accepted");
    await().until(() -> app.statuses().equals(List.of("failed", "sent", "delivered")));
    assertThat(caller.log("james", "whatsapp").path(2).path("text").asText())
        .startsWith("It was a pleasure for Maison $1 to arrange this for you:")
        .contains("yacht – Aurelia\ntoday");
  }

  @Test
  void templateWithAFileAndButtonsIsAnsweredByItsPayload() {
    var media = caller.uploadMedia("contract.pdf", "application/pdf", PDF).text("/id");
    var sent =
        caller.whatsApp(
            """
            {"messaging_product":"whatsapp","to":"447700900123","type":"template","template":
             {"name":"contract_document","language":{"code":"en"},"components":[
              {"type":"header","parameters":[{"type":"document","document":
               {"id":"%s","filename":"contract.pdf"}}]},
              {"type":"body","parameters":[{"type":"text","text":"LUXE-2026-0001"},
               {"type":"text","text":"yacht"},{"type":"text","text":"Aurelia"},
               {"type":"text","text":"today"}]},
              {"type":"button","sub_type":"quick_reply","index":"0","parameters":[
               {"type":"payload","payload":"accept:7"}]},
              {"type":"button","sub_type":"quick_reply","index":"1","parameters":[
               {"type":"payload","payload":"decline:7"}]}]}}"""
                .formatted(media));
    var line = caller.log("james", "whatsapp").path(0);
    assertThat(line.at("/file/name").asText()).isEqualTo("contract.pdf");
    assertThat(line.path("choices").findValuesAsText("title")).containsExactly("Accept", "Decline");

    caller.post(
        "/contacts/james/whatsapp/press",
        "{\"messageId\":\"%s\",\"button\":\"Accept\"}".formatted(sent.text("/messages/0/id")));

    await().until(() -> app.messages().size() == 1);
    assertThat(app.messages().getFirst().value().at("/messages/0/button/payload").asText())
        .isEqualTo("accept:7");
  }

  @ParameterizedTest
  @CsvSource({
    "reminder_49h, en, 404, 132001",
    "booking_thanks, fr, 404, 132001",
    "booking_thanks, en, 400, 132000",
    "contract_document, en, 400, 132000",
  })
  void templateThatIsNotAsMetaKnowsItIsRefused(String name, String language, int status, int code) {
    var refused =
        caller.whatsApp(
            """
            {"messaging_product":"whatsapp","to":"447700900123","type":"template","template":
             {"name":"%s","language":{"code":"%s"},"components":[
              {"type":"body","parameters":[{"type":"text","text":"the yacht"}]}]}}"""
                .formatted(name, language));

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.json().at("/error/code").asInt()).isEqualTo(code);
    assertThat(caller.log("james", "whatsapp")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"contract_document, today, 132012", "booking_thanks, 'to\nday', 132018"})
  void templateWithoutItsFileOrWithALineBreakInAParameterIsRefused(
      String name, String when, int code) {
    var message = Json.object().put("messaging_product", "whatsapp").put("to", JAMES);
    var template = message.put("type", "template").putObject("template").put("name", name);
    template.putObject("language").put("code", "en");
    var parameters =
        template.putArray("components").addObject().put("type", "body").putArray("parameters");
    for (var text : List.of("one", "two", "three", when)) {
      parameters.addObject().put("type", "text").put("text", text);
    }

    var refused = caller.whatsApp(Json.text(message));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/error/code").asInt()).isEqualTo(code);
  }

  @Test
  void refusedWebhookIsTriedAgainUntilTheAppTakesIt() {
    app.answersNext(500, 503);
    caller.says("james", "whatsapp", "one");
    caller.says("james", "whatsapp", "two");

    await().until(() -> app.messages().size() == 4);
    assertThat(app.messages())
        .extracting(got -> got.value().at("/messages/0/text/body").asText())
        .containsExactly("one", "one", "one", "two");
    await()
        .untilAsserted(
            () ->
                assertThat(caller.get("/webhooks?state=delivered").at("/0/attempts"))
                    .extracting(attempt -> attempt.path("status").asInt())
                    .containsExactly(500, 503, 200));
  }

  @Test
  void webhookIsGivenUpAfterTheLastAttemptAndResumedWhenAsked() {
    app.answersNext(500, 500, 500, 500);
    caller.says("james", "whatsapp", "Hello");

    await().until(() -> caller.get("/webhooks?state=given_up").json().size() == 1);
    assertThat(caller.get("/state").at("/channels/whatsapp/givenUp").asInt()).isEqualTo(1);
    assertThat(caller.post("/webhooks/resume", "").at("/resumed").asInt()).isEqualTo(1);
    await().until(() -> caller.get("/webhooks?state=delivered").json().size() == 1);
  }

  @Test
  void severalMessagesComeInOneWebhook() {
    var messages =
        """
        "messages":[{"contact":"james","text":"one"},{"contact":"amelie","text":"two"},
        {"contact":"james","text":"three"}]""";
    caller.post("/whatsapp/batch", "{" + messages + "}");
    caller.post("/whatsapp/batch", "{\"shape\":\"CHANGES\"," + messages + "}");
    caller.post("/whatsapp/batch", "{\"shape\":\"ENTRIES\"," + messages + "}");

    await().until(() -> app.messages().size() == 3);
    var together = app.messages().get(0).json();
    assertThat(together.at("/entry/0/changes/0/value/messages"))
        .extracting(message -> message.at("/text/body").asText())
        .containsExactly("one", "two", "three");
    assertThat(together.at("/entry/0/changes/0/value/contacts")).hasSize(2);
    assertThat(app.messages().get(1).json().at("/entry/0/changes")).hasSize(3);
    assertThat(app.messages().get(2).json().at("/entry")).hasSize(3);
  }

  @Test
  void buttonsAndRowsArePressed() {
    caller.says("james", "whatsapp", "Hello");
    var buttons =
        caller
            .whatsApp(
                """
                {"messaging_product":"whatsapp","to":"447700900123","type":"interactive",
                 "interactive":{"type":"button","body":{"text":"The contract"},"action":{"buttons":[
                  {"type":"reply","reply":{"id":"accept:7","title":"Accept"}},
                  {"type":"reply","reply":{"id":"decline:7","title":"Decline"}}]}}}""")
            .text("/messages/0/id");
    var rows =
        caller
            .whatsApp(
                """
                {"messaging_product":"whatsapp","to":"447700900123","type":"interactive",
                 "interactive":{"type":"list","body":{"text":"Which yacht?"},"action":{
                  "button":"Choose","sections":[{"rows":[
                   {"id":"y1","title":"Aurelia","description":"42 m"},{"id":"y2","title":"Nereid"}]}]}}}""")
            .text("/messages/0/id");

    assertThat(press(buttons, "accept:7").status()).isEqualTo(200);
    assertThat(press(rows, "Aurelia").status()).isEqualTo(200);
    assertThat(press(rows, "Titanic").status()).isEqualTo(404);

    await().until(() -> app.messages().size() == 3);
    var pressed = app.messages().get(1).value().at("/messages/0");
    assertThat(pressed.at("/interactive/type").asText()).isEqualTo("button_reply");
    assertThat(pressed.at("/interactive/button_reply/id").asText()).isEqualTo("accept:7");
    assertThat(pressed.at("/context/id").asText()).isEqualTo(buttons);
    assertThat(pressed.at("/context/from").asText()).isEqualTo("49305550100");
    var row = app.messages().get(2).value().at("/messages/0/interactive/list_reply");
    assertThat(row.path("id").asText()).isEqualTo("y1");
    assertThat(row.path("description").asText()).isEqualTo("42 m");
  }

  private Caller.Reply press(String messageId, String button) {
    return caller.post(
        "/contacts/james/whatsapp/press",
        Json.text(Json.object().put("messageId", messageId).put("button", button)));
  }

  @Test
  void mediaIsUploadedSentAndDownloaded() throws Exception {
    caller.says("james", "whatsapp", "Hello");
    var mediaId = caller.uploadMedia("contract.pdf", "application/pdf", PDF).text("/id");
    var sent =
        caller.whatsApp(
            """
            {"messaging_product":"whatsapp","to":"447700900123","type":"document",
             "document":{"id":"%s","filename":"Vertrag Nº 7.pdf","caption":"Please read"}}"""
                .formatted(mediaId));
    assertThat(sent.status()).isEqualTo(200);
    var line = caller.log("james", "whatsapp").path(1);
    assertThat(line.at("/file/name").asText()).isEqualTo("Vertrag Nº 7.pdf");
    assertThat(caller.plain(line.at("/file/url").asText()).bytes()).isEqualTo(PDF);

    var facts = caller.graphGet(mediaId);
    assertThat(facts.text("/mime_type")).isEqualTo("application/pdf");
    assertThat(facts.text("/sha256"))
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PDF)));
    assertThat(facts.at("/file_size").asInt()).isEqualTo(PDF.length);
    var url = facts.text("/url");
    assertThat(caller.download(url, "local-whatsapp-token").bytes()).isEqualTo(PDF);
    assertThat(caller.download(url, "wrong").status()).isEqualTo(401);
    caller.post("/clock/advance", "{\"by\":\"PT6M\"}");
    assertThat(caller.download(url, "local-whatsapp-token").status()).isEqualTo(404);

    assertThat(caller.graph("DELETE", mediaId, "").at("/success").asBoolean()).isTrue();
    assertThat(caller.graphGet(mediaId).status()).isEqualTo(400);
  }

  @Test
  void documentInTheHeaderOfButtonsMayComeFromALink() {
    caller.says("james", "whatsapp", "Hello");
    app.serves("/files/contract.pdf", PDF);
    var message =
        """
        {"messaging_product":"whatsapp","to":"447700900123","type":"interactive","interactive":{
         "type":"button","header":{"type":"document","document":{"link":"%s","filename":"c.pdf"}},
         "body":{"text":"Accept?"},
         "action":{"buttons":[{"type":"reply","reply":{"id":"a","title":"Accept"}}]}}}""";
    assertThat(caller.whatsApp(message.formatted(app.uri("/files/contract.pdf"))).status())
        .isEqualTo(200);
    var line = caller.log("james", "whatsapp").path(1);
    assertThat(line.at("/file/name").asText()).isEqualTo("c.pdf");
    assertThat(line.at("/choices/0/title").asText()).isEqualTo("Accept");
    assertThat(caller.plain(line.at("/file/url").asText()).bytes()).isEqualTo(PDF);

    var dead = caller.whatsApp(message.formatted("http://127.0.0.1:1/gone.pdf"));
    assertThat(dead.status()).isEqualTo(400);
  }

  @Test
  void contactSendsEveryTypeOfMessage() {
    var text = caller.says("amelie", "whatsapp", "Hello");
    byte[] bytes = {1, 2, 3};
    caller.sendsFile("amelie", "whatsapp", Map.of("text", "Look"), "a.jpg", "image/jpeg", bytes);
    caller.sendsFile("amelie", "whatsapp", Map.of("type", "voice"), "note.ogg", "audio/ogg", bytes);
    caller.sendsFile("amelie", "whatsapp", Map.of(), "id.pdf", "application/pdf", PDF);
    caller.sendsFile("amelie", "whatsapp", Map.of(), "clip.mp4", "video/mp4", bytes);
    caller.sendsFile(
        "amelie", "whatsapp", Map.of("type", "sticker"), "s.webp", "image/webp", bytes);
    var chat = "/contacts/amelie/whatsapp/messages";
    caller.post(
        chat, "{\"type\":\"location\",\"latitude\":43.55,\"longitude\":7.01,\"name\":\"Port\"}");
    caller.post(
        chat, "{\"type\":\"contacts\",\"name\":\"My agent\",\"phone\":\"+33 1 23 45 67 89\"}");
    caller.post(chat, "{\"type\":\"reaction\",\"text\":\"👍\",\"replyTo\":\"" + text + "\"}");
    caller.post(chat, "{\"type\":\"unsupported\"}");
    caller.post(chat, "{\"type\":\"number-change\",\"phone\":\"33698765432\"}");

    await().until(() -> app.messages().size() == 11);
    var messages = app.messages().stream().map(got -> got.value().at("/messages/0")).toList();
    assertThat(messages)
        .extracting(message -> message.path("type").asText())
        .containsExactly(
            "text",
            "image",
            "audio",
            "document",
            "video",
            "sticker",
            "location",
            "contacts",
            "reaction",
            "unsupported",
            "system");
    assertThat(messages.get(1).at("/image/caption").asText()).isEqualTo("Look");
    assertThat(messages.get(2).at("/audio/voice").asBoolean()).isTrue();
    assertThat(messages.get(2).at("/audio/mime_type").asText()).isEqualTo("audio/ogg; codecs=opus");
    var mediaId = messages.get(3).at("/document/id").asText();
    assertThat(messages.get(3).at("/document/filename").asText()).isEqualTo("id.pdf");
    assertThat(
            caller.download(caller.graphGet(mediaId).text("/url"), "local-whatsapp-token").bytes())
        .isEqualTo(PDF);
    assertThat(messages.get(8).at("/reaction/message_id").asText()).isEqualTo(text);
    assertThat(messages.get(9).at("/errors/0/code").asInt()).isEqualTo(131051);
    assertThat(messages.get(10).at("/system/wa_id").asText()).isEqualTo("33698765432");
    assertThat(messages.get(10).path("from").asText()).isEqualTo("33612345678");
    assertThat(app.messages().get(10).value().has("contacts")).isFalse();
    assertThat(caller.whatsAppText("33698765432", "Noted").status()).isEqualTo(200);
    assertThat(caller.whatsAppText("33612345678", "Gone").status()).isEqualTo(400);
  }

  @Test
  void ownersEchoAndStopOfMarketingComeInTheirOwnFields() {
    caller.post("/whatsapp/echo", "{\"contact\":\"james\",\"text\":\"I take over\"}");
    caller.post("/contacts/james/whatsapp/messages", "{\"type\":\"marketing-stop\"}");

    await().until(() -> app.got().size() == 2);
    var echo = app.got().get(0).json().at("/entry/0/changes/0");
    assertThat(echo.path("field").asText()).isEqualTo("smb_message_echoes");
    assertThat(echo.at("/value/message_echoes/0/to").asText()).isEqualTo(JAMES);
    assertThat(echo.at("/value/message_echoes/0/text/body").asText()).isEqualTo("I take over");
    var stop = app.got().get(1).json().at("/entry/0/changes/0");
    assertThat(stop.path("field").asText()).isEqualTo("user_preferences");
    assertThat(stop.at("/value/user_preferences/0/value").asText()).isEqualTo("stop");
  }

  @Test
  void markAsReadTicksTheContactsMessages() {
    caller.says("james", "whatsapp", "one");
    var second = caller.says("james", "whatsapp", "two");
    var mark =
        """
        {"messaging_product":"whatsapp","status":"read","message_id":"%s",
         "typing_indicator":{"type":"text"}}""";

    assertThat(caller.whatsApp(mark.formatted(second)).at("/success").asBoolean()).isTrue();
    assertThat(caller.log("james", "whatsapp"))
        .extracting(line -> line.path("status").asText())
        .containsExactly("READ", "READ");
    assertThat(caller.whatsApp(mark.formatted("wamid.none")).status()).isEqualTo(400);
  }

  @Test
  void errorsLookLikeMetas() {
    var wrongToken =
        caller.send(
            caller
                .request("/v23.0/100000000000001/messages")
                .header("Authorization", "Bearer wrong")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    assertThat(wrongToken.status()).isEqualTo(401);
    assertThat(wrongToken.at("/error/code").asInt()).isEqualTo(190);
    assertThat(wrongToken.text("/error/type")).isEqualTo("OAuthException");
    assertThat(wrongToken.text("/error/fbtrace_id")).isNotBlank();

    refused(100, caller.whatsAppText(JAMES, "x".repeat(4097)));
    refused(131030, caller.whatsAppText("49111111111", "Who?"));
    refused(100, caller.whatsApp("{\"to\":\"447700900123\"}"));
    refused(100, caller.whatsApp("no json"));
    refused(100, caller.graph("POST", "999/messages", "{\"messaging_product\":\"whatsapp\"}"));
    refused(
        100,
        caller.whatsApp(
            """
            {"messaging_product":"whatsapp","to":"447700900123","type":"document",
             "document":{"id":"12345"}}"""));
    var fourButtons =
        caller.whatsApp(
            """
            {"messaging_product":"whatsapp","to":"447700900123","type":"interactive","interactive":{
             "type":"button","body":{"text":"?"},"action":{"buttons":[
              {"reply":{"id":"1","title":"1"}},{"reply":{"id":"2","title":"2"}},
              {"reply":{"id":"3","title":"3"}},{"reply":{"id":"4","title":"4"}}]}}}""");
    refused(100, fourButtons);
    assertThat(fourButtons.text("/error/error_data/details")).contains("Max allowed buttons: 3");
    assertThat(caller.whatsAppText(JAMES, "x".repeat(4096)).status()).isEqualTo(200);
    assertThat(caller.log("james", "whatsapp")).hasSize(1);
    assertThat(caller.get("/received").json()).hasSize(9);
  }

  private static void refused(int code, Caller.Reply reply) {
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/error/code").asInt()).isEqualTo(code);
    assertThat(reply.text("/error/message")).isNotBlank();
  }

  @Test
  void handshakeAsksTheAppForTheChallenge() {
    var reply = caller.post("/whatsapp/handshake", "");
    assertThat(reply.at("/ok").asBoolean()).isTrue();
    var got = app.got().getFirst();
    assertThat(got.method()).isEqualTo("GET");
    assertThat(got.uri().getQuery())
        .contains("hub.mode=subscribe")
        .contains("hub.verify_token=local-verify-token");

    app.answersNext(403);
    assertThat(caller.post("/whatsapp/handshake", "").at("/ok").asBoolean()).isFalse();
  }

  @Test
  void messageIdsAreUniqueAndLookLikeMetas() {
    var id = WhatsAppApi.newMessageId();
    assertThat(id).isNotEqualTo(WhatsAppApi.newMessageId());
    assertThat(Base64.getDecoder().decode(id.substring("wamid.".length()))).isNotEmpty();
  }
}
