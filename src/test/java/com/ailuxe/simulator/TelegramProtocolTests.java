package com.ailuxe.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class TelegramProtocolTests {
  private static final byte[] PDF = "%PDF-1.7 a contract".getBytes(StandardCharsets.UTF_8);

  @RegisterExtension final SimulatorTestBed bed = new SimulatorTestBed();
  private Caller caller;
  private FakeApp app;

  @BeforeEach
  void wire() {
    caller = bed.caller();
    app = bed.app();
  }

  private JsonNode updates(String parameters) {
    var reply = caller.bot("getUpdates", parameters);
    assertThat(reply.status()).isEqualTo(200);
    return reply.at("/result");
  }

  @Test
  void updatesStayUntilTheOffsetPassesThem() {
    caller.says("yuki", "telegram", "one");
    caller.says("elena", "telegram", "two");
    caller.says("yuki", "telegram", "three");

    var all = updates("{}");
    assertThat(all)
        .extracting(update -> update.at("/message/text").asText())
        .containsExactly("one", "two", "three");
    var first = all.at("/0/update_id").asLong();
    assertThat(all)
        .extracting(update -> update.path("update_id").asLong())
        .containsExactly(first, first + 1, first + 2);
    assertThat(updates("{\"limit\":1}")).hasSize(1);
    assertThat(updates("{\"offset\":%d}".formatted(first + 2))).hasSize(1);
    assertThat(updates("{}"))
        .extracting(update -> update.at("/message/text").asText())
        .containsExactly("three");
    assertThat(caller.log("yuki", "telegram").at("/0/status").asText()).isEqualTo("DELIVERED");
    assertThat(updates("{\"offset\":%d}".formatted(first + 3))).isEmpty();
  }

  @Test
  void negativeOffsetKeepsTheNewestOnly() {
    caller.says("yuki", "telegram", "one");
    caller.says("yuki", "telegram", "two");

    assertThat(updates("{\"offset\":-1}"))
        .extracting(update -> update.at("/message/text").asText())
        .containsExactly("two");
    assertThat(updates("{}")).hasSize(1);
  }

  @Test
  void longPollWaitsForTheNextUpdate() {
    var poll = CompletableFuture.supplyAsync(() -> updates("{\"timeout\":20}"));
    await().until(() -> caller.get("/state").text("/channels/telegram/mode").equals("polling"));
    assertThat(poll).isNotDone();
    caller.says("yuki", "telegram", "at last");

    assertThat(poll.join().at("/0/message/text").asText()).isEqualTo("at last");
  }

  @Test
  void secondPollerEndsTheFirst() {
    var first = CompletableFuture.supplyAsync(() -> caller.bot("getUpdates", "{\"timeout\":20}"));
    await().until(() -> caller.get("/state").text("/channels/telegram/mode").equals("polling"));
    updates("{}");

    assertThat(first.join().status()).isEqualTo(409);
    assertThat(first.join().text("/description"))
        .startsWith("Conflict: terminated by other getUpdates request");
  }

  @Test
  void webhookGetsUpdatesInOrderWithTheSecretAndExcludesPolling() {
    caller.says("yuki", "telegram", "before");
    app.answersNext(500);
    var set =
        caller.bot(
            "setWebhook",
            "{\"url\":\"%s\",\"secret_token\":\"s3cret\",\"max_connections\":1}"
                .formatted(app.uri("/webhooks/telegram")));
    assertThat(set.text("/description")).isEqualTo("Webhook was set");
    caller.says("elena", "telegram", "after");

    await().until(() -> app.got().size() == 3);
    assertThat(app.got())
        .extracting(got -> got.json().at("/message/text").asText())
        .containsExactly("before", "before", "after");
    assertThat(app.got())
        .allSatisfy(
            got ->
                assertThat(got.headers().getFirst("X-Telegram-Bot-Api-Secret-Token"))
                    .isEqualTo("s3cret"));
    var refused = caller.bot("getUpdates", "{}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/error_code").asInt()).isEqualTo(409);
    var info = caller.bot("getWebhookInfo", "{}").at("/result");
    assertThat(info.path("url").asText()).endsWith("/webhooks/telegram");
    await()
        .until(
            () ->
                caller.bot("getWebhookInfo", "{}").at("/result/pending_update_count").asInt() == 0);

    assertThat(caller.bot("deleteWebhook", "{}").text("/description"))
        .isEqualTo("Webhook was deleted");
    caller.says("yuki", "telegram", "polled");
    assertThat(updates("{}"))
        .extracting(update -> update.at("/message/text").asText())
        .containsExactly("polled");
  }

  @Test
  void settingTheWebhookEndsAWaitingPoll() {
    var poll = CompletableFuture.supplyAsync(() -> caller.bot("getUpdates", "{\"timeout\":20}"));
    await().until(() -> caller.get("/state").text("/channels/telegram/mode").equals("polling"));
    caller.bot("setWebhook", "{\"url\":\"%s\"}".formatted(app.uri("/webhooks/telegram")));

    assertThat(poll.join().status()).isEqualTo(409);
  }

  @Test
  void updatesThatAreNotAllowedAreNotKept() {
    updates("{\"allowed_updates\":[\"callback_query\"]}");
    caller.says("yuki", "telegram", "unheard");
    assertThat(updates("{\"allowed_updates\":[\"message\"]}")).isEmpty();
    caller.says("yuki", "telegram", "heard");
    assertThat(updates("{}")).hasSize(1);
  }

  @Test
  void buttonsArePressedAndTheKeyboardIsTakenAway() {
    caller.says("yuki", "telegram", "/start");
    var sent =
        caller
            .bot(
                "sendMessage",
                """
                {"chat_id":700003,"text":"<b>Accept</b> &amp; sign?","parse_mode":"HTML",
                 "reply_markup":{"inline_keyboard":[[
                  {"text":"Accept","callback_data":"accept:7"},
                  {"text":"Read","url":"https://example.org/c.pdf"}]]}}""")
            .at("/result");
    assertThat(sent.path("text").asText()).isEqualTo("Accept & sign?");
    assertThat(sent.at("/chat/id").asLong()).isEqualTo(700003);
    assertThat(sent.at("/from/is_bot").asBoolean()).isTrue();
    var messageId = sent.path("message_id").asText();
    var press = "/contacts/yuki/telegram/press";
    caller.post(press, "{\"messageId\":\"%s\",\"button\":\"Accept\"}".formatted(messageId));
    assertThat(
            caller
                .post(press, "{\"messageId\":\"%s\",\"button\":\"Read\"}".formatted(messageId))
                .status())
        .isEqualTo(400);

    var updates = updates("{}");
    assertThat(updates.at("/0/message/entities/0/type").asText()).isEqualTo("bot_command");
    var query = updates.at("/1/callback_query");
    assertThat(query.path("data").asText()).isEqualTo("accept:7");
    assertThat(query.at("/message/message_id").asText()).isEqualTo(messageId);
    assertThat(query.at("/from/username").asText()).isEqualTo("yuki_tanaka");
    var queryId = query.path("id").asText();
    assertThat(
            caller
                .bot("answerCallbackQuery", "{\"callback_query_id\":\"%s\"}".formatted(queryId))
                .status())
        .isEqualTo(200);
    assertThat(caller.bot("answerCallbackQuery", "{\"callback_query_id\":\"1\"}").status())
        .isEqualTo(400);

    var edit = "{\"chat_id\":700003,\"message_id\":%s}".formatted(messageId);
    assertThat(
            caller.bot("editMessageReplyMarkup", edit).at("/result/reply_markup").isMissingNode())
        .isTrue();
    assertThat(caller.bot("editMessageReplyMarkup", edit).text("/description"))
        .contains("message is not modified");
    assertThat(caller.log("yuki", "telegram").at("/1/choices")).isEmpty();
  }

  @Test
  void documentIsUploadedAndFetchedBack() {
    caller.says("yuki", "telegram", "/start");
    var sent =
        caller
            .botUpload(
                "sendDocument",
                Map.of(
                    "chat_id", "700003",
                    "caption", "Your contract",
                    "reply_markup",
                        "{\"inline_keyboard\":[[{\"text\":\"Accept\",\"callback_data\":\"a\"}]]}"),
                "document",
                "Vertrag Nº 7.pdf",
                "application/pdf",
                PDF)
            .at("/result");
    assertThat(sent.at("/document/file_name").asText()).isEqualTo("Vertrag Nº 7.pdf");
    assertThat(sent.path("caption").asText()).isEqualTo("Your contract");
    var line = caller.log("yuki", "telegram").path(1);
    assertThat(line.at("/choices/0/title").asText()).isEqualTo("Accept");
    assertThat(caller.plain(line.at("/file/url").asText()).bytes()).isEqualTo(PDF);
    assertThat(line.path("request").asText()).contains("Vertrag Nº 7.pdf");

    var fileId = sent.at("/document/file_id").asText();
    var again =
        caller.bot("sendDocument", "{\"chat_id\":700003,\"document\":\"%s\"}".formatted(fileId));
    assertThat(again.status()).isEqualTo(200);
    var path =
        caller.bot("getFile", "{\"file_id\":\"%s\"}".formatted(fileId)).text("/result/file_path");
    assertThat(path).endsWith(".pdf");
    assertThat(caller.plain("/file/bot100001:local-telegram-token/" + path).bytes()).isEqualTo(PDF);
    assertThat(caller.plain("/file/bot100001:wrong/" + path).status()).isEqualTo(401);
  }

  @Test
  void contactSendsEveryTypeOfUpdate() {
    var text = caller.says("amelie", "telegram", "Hello");
    byte[] bytes = {1, 2, 3};
    caller.sendsFile(
        "amelie",
        "telegram",
        Map.of("text", "Look", "mediaGroup", "9"),
        "a.jpg",
        "image/jpeg",
        bytes);
    caller.sendsFile("amelie", "telegram", Map.of(), "id.pdf", "application/pdf", PDF);
    caller.sendsFile("amelie", "telegram", Map.of("type", "voice"), "n.ogg", "audio/ogg", bytes);
    var chat = "/contacts/amelie/telegram/messages";
    caller.post(chat, "{\"type\":\"location\",\"latitude\":43.55,\"longitude\":7.01}");
    caller.post(chat, "{\"type\":\"contact\",\"phone\":\"33612345678\"}");
    caller.post(chat, "{\"type\":\"edit\",\"replyTo\":\"" + text + "\",\"text\":\"Hello!\"}");

    var updates = updates("{}");
    assertThat(updates.at("/1/message/photo")).hasSize(2);
    assertThat(updates.at("/1/message/caption").asText()).isEqualTo("Look");
    assertThat(updates.at("/1/message/media_group_id").asText()).isEqualTo("9");
    assertThat(updates.at("/2/message/document/file_name").asText()).isEqualTo("id.pdf");
    assertThat(updates.at("/3/message/voice/mime_type").asText()).isEqualTo("audio/ogg");
    assertThat(updates.at("/4/message/location/latitude").asDouble()).isEqualTo(43.55);
    assertThat(updates.at("/5/message/contact/user_id").asLong()).isEqualTo(700001);
    assertThat(updates.at("/6/edited_message/text").asText()).isEqualTo("Hello!");
    assertThat(updates.at("/6/edited_message/message_id").asText()).isEqualTo(text);
    assertThat(caller.log("amelie", "telegram").at("/0/text").asText()).isEqualTo("Hello!");
  }

  @Test
  void formAndQueryWorkLikeJson() {
    caller.says("elena", "telegram", "/start");
    var form =
        caller.botForm("sendMessage", Map.of("chat_id", "700004", "text", "Guten Tag, Ärger & Co"));
    assertThat(form.text("/result/text")).isEqualTo("Guten Tag, Ärger & Co");
    assertThat(caller.plain("/bot100001:local-telegram-token/getMe").text("/result/username"))
        .isEqualTo("ailuxe_local_bot");
    assertThat(caller.plain("/bot100001:local-telegram-token/getUpdates?limit=1").at("/result"))
        .hasSize(1);
  }

  @Test
  void whoWroteBeforeThereWereChatsHereCanBeWrittenTo() {
    caller.post(
        "/contacts",
        "{\"name\":\"Greta\",\"telegramId\":700009,\"wroteAt\":\"2026-11-01T10:00:00Z\"}");

    var reply = caller.bot("sendMessage", "{\"chat_id\":700009,\"text\":\"Hi\"}");
    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void errorsLookLikeTelegrams() {
    var unauthorized = caller.plain("/bot1:wrong/getMe");
    assertThat(unauthorized.status()).isEqualTo(401);
    assertThat(unauthorized.text("/description")).isEqualTo("Unauthorized");
    assertThat(unauthorized.at("/ok").asBoolean(true)).isFalse();

    refused(
        403,
        "bot can't initiate",
        caller.bot("sendMessage", "{\"chat_id\":700003,\"text\":\"Hi\"}"));
    refused(400, "chat not found", caller.bot("sendMessage", "{\"chat_id\":1,\"text\":\"Hi\"}"));
    caller.says("yuki", "telegram", "/start");
    refused(400, "message text is empty", caller.bot("sendMessage", "{\"chat_id\":700003}"));
    refused(
        400,
        "message is too long",
        caller.bot("sendMessage", "{\"chat_id\":700003,\"text\":\"" + "x".repeat(4097) + "\"}"));
    refused(
        400,
        "BUTTON_DATA_INVALID",
        caller.bot(
            "sendMessage",
            "{\"chat_id\":700003,\"text\":\"?\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"A\","
                + "\"callback_data\":\""
                + "é".repeat(33)
                + "\"}]]}}"));
    refused(
        400,
        "can't parse entities",
        caller.bot(
            "sendMessage", "{\"chat_id\":700003,\"text\":\"<b>x\",\"parse_mode\":\"HTML\"}"));
    refused(
        400,
        "Character '.' is reserved",
        caller.bot(
            "sendMessage", "{\"chat_id\":700003,\"text\":\"x.\",\"parse_mode\":\"MarkdownV2\"}"));
    refused(400, "invalid file_id", caller.bot("getFile", "{\"file_id\":\"7\"}"));
    caller.put("/contacts/yuki/phone", "{\"state\":\"BLOCKS_US\"}");
    refused(
        403,
        "blocked by the user",
        caller.bot("sendMessage", "{\"chat_id\":700003,\"text\":\"Hi\"}"));
    assertThat(caller.bot("unheardOf", "{}").status()).isEqualTo(404);
    assertThat(caller.log("yuki", "telegram")).hasSize(1);
  }

  private static void refused(int status, String reason, Caller.Reply reply) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.at("/error_code").asInt()).isEqualTo(status);
    assertThat(reply.text("/description")).contains(reason);
  }

  @Test
  void markupIsTakenOffTheText() {
    assertThat(TelegramText.plain("a <i>b</i> &lt;c&gt;", "HTML")).isEqualTo("a b <c>");
    assertThat(TelegramText.plain("*a* _b_ \\. [c](https://x.y/z)", "MarkdownV2"))
        .isEqualTo("a b . c");
    assertThat(List.of(TelegramText.plain("1 < 2 * 3", null))).containsExactly("1 < 2 * 3");
  }
}
