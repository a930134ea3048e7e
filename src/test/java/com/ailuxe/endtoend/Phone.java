package com.ailuxe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The phone of one contact, with one messenger open. */
final class Phone {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Http simulator;
  private final String chat;
  private final String address;
  private int seen;

  private Phone(Http simulator, String chat, String address) {
    this.simulator = simulator;
    this.chat = chat;
    this.address = address;
  }

  static Phone withWhatsApp(Http simulator, String name, String number) {
    var contact = simulator.post("/simulator/api/contacts", Map.of("name", name, "phone", number));
    return new Phone(simulator, chat(contact, "whatsapp"), "+" + number);
  }

  static Phone withTelegram(Http simulator, String name, long userId) {
    var contact =
        simulator.post("/simulator/api/contacts", Map.of("name", name, "telegramId", userId));
    return new Phone(simulator, chat(contact, "telegram"), Long.toString(userId));
  }

  /** The day in Monaco on the simulated clock, which never goes back. */
  static LocalDate today(Http simulator) {
    var ahead = simulator.get("/simulator/api/state").path("offsetMilli").asLong();
    return LocalDate.ofInstant(Instant.now().plusMillis(ahead), ZoneId.of("Europe/Monaco"));
  }

  private static String chat(JsonNode contact, String channel) {
    return "/simulator/api/contacts/" + contact.path("id").asText() + "/" + channel;
  }

  void says(String text) {
    simulator.post(chat + "/messages", Map.of("type", "text", "text", text));
  }

  /**
   * Anything else than plain words.
   *
   * @return the messenger's id of it
   */
  String sends(Map<String, ?> saying) {
    return simulator.post(chat + "/messages", saying).path("id").asText();
  }

  /** The agency's owner answers this contact from the business phone. */
  void hearsFromTheOwner(String text) {
    simulator.post(
        "/simulator/api/whatsapp/echo", Map.of("contact", chat.split("/")[4], "text", text));
  }

  /** Presses a button of the last message that has it. */
  void presses(String button) {
    var message =
        received().stream()
            .filter(entry -> entry.path("choices").findValuesAsText("title").contains(button))
            .reduce((first, second) -> second)
            .orElseThrow(() -> new AssertionError("No message with a button " + button));
    simulator.post(
        chat + "/press", Map.of("messageId", message.path("id").asText(), "button", button));
  }

  /** The next message that came in and was not looked at yet. */
  JsonNode next() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(received())
                    .as("messages on %s after: %s", chat, texts())
                    .hasSizeGreaterThan(seen));
    return received().get(seen++);
  }

  String nextText() {
    return text(next());
  }

  /** The contact's number or user id, as the app keeps it. */
  String address() {
    return address;
  }

  /** All that the app sent to this chat, oldest first. */
  List<JsonNode> received() {
    return entriesOf("APP");
  }

  /** All that the contact wrote, oldest first. */
  List<JsonNode> said() {
    return entriesOf("CONTACT");
  }

  private List<JsonNode> entriesOf(String author) {
    return simulator
        .get(chat + "/log")
        .path("entries")
        .valueStream()
        .filter(entry -> entry.path("author").asText().equals(author))
        .toList();
  }

  /** What came in and was not looked at yet. */
  List<String> unseen() {
    return texts().stream().skip(seen).toList();
  }

  List<String> texts() {
    return received().stream().map(Phone::text).toList();
  }

  static String text(JsonNode message) {
    return message.path("text").asText();
  }
}
