package com.ailuxe.endtoend;

import static com.ailuxe.LedgerAssert.assertThatTheLedgerBalances;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What messengers send beside plain words, and what nobody should send, on the whole stack. */
@Tag("stack")
@ResourceLock("stack")
@ExtendWith(FullStack.class)
class OutsideInputsEndToEndTests {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final String NOBODYS = "00000000-0000-4000-8000-0000000000aa";

  private static Http simulator;
  private static Tasklist tasklist;
  private static JdbcClient database;

  @BeforeAll
  static void theOneCommand(LocalStackProcess stack) {
    simulator = new Http(stack.simulator());
    tasklist = Tasklist.signIn(stack.camunda());
    database = JdbcClient.create(new DriverManagerDataSource(stack.database(), "ailuxe", "ailuxe"));
  }

  @AfterEach
  void theLedgerBalances() {
    assertThatTheLedgerBalances(database);
  }

  @Tag("nightly")
  @ParameterizedTest
  @ValueSource(strings = {"whatsapp", "telegram"})
  void aForgedButtonIsAnsweredInOneLineAndTheChatGoesOn(String channel) {
    var phone = phone(channel, "Forger");
    phone.says("Good evening");
    phone.nextText();
    var ours = phone.received().getFirst().path("id").asText();
    for (var payload :
        List.of("contract:accept:" + NOBODYS, "booking:cancel:" + NOBODYS, "booking:x")) {
      phone.sends(Map.of("type", "press", "text", "Accept", "replyTo", ours, "payload", payload));
      assertThat(phone.nextText()).as(payload).startsWith("Thank you, Forger.");
    }

    phone.says("Good evening");

    assertThat(phone.nextText()).isNotBlank();
  }

  @Tag("nightly")
  @ParameterizedTest
  @ValueSource(strings = {"whatsapp", "telegram"})
  void aButtonPressedTwiceAndThanksCancelOnce(String channel) {
    var phone = phone(channel, "Presser");
    asksFor("the yacht Aurelia in Monaco", channel.equals("whatsapp") ? 130 : 131, phone);
    phone.says("I have to cancel my booking, sorry");
    var title = phone.next().path("choices").findValuesAsText("title").getFirst();

    phone.presses(title);
    phone.says("Thank you");
    phone.presses(title);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(phone.texts())
                  .filteredOn(text -> text.contains("is cancelled"))
                  .hasSize(1);
              assertThat(openMessages(phone)).isZero();
            });
    assertThat(states(phone)).containsExactly("CANCELLED");
  }

  @Tag("nightly")
  @ParameterizedTest
  @ValueSource(strings = {"whatsapp", "telegram"})
  void whoIsQuotedIsBooked(String channel) {
    var phone = phone(channel, "Quoter");
    phone.says("Tell me about Aurelia, please");
    var about = phone.next();
    assertThat(Phone.text(about)).contains("Aurelia").doesNotContain("Serena");

    phone.sends(
        Map.of(
            "text",
            "I would like this one on %s from 2pm to 8pm in Monaco, 4 guests, 9000 EUR"
                .formatted(day(channel.equals("whatsapp") ? 132 : 133)),
            "replyTo",
            about.path("id").asText()));

    assertThat(phone.nextText()).contains("Aurelia", "Guests: 4", "BK-");
    assertThat(states(phone)).containsExactly("HELD");
  }

  @Tag("nightly")
  @ParameterizedTest
  @ValueSource(strings = {"whatsapp", "telegram"})
  void anEditedWishMovesTheBooking(String channel) {
    var phone = phone(channel, "Editor");
    var first = channel.equals("whatsapp") ? 134 : 138;
    var wish = "I would like the yacht Aurelia in Monaco on %s from 2pm to 8pm, 4 guests, 9000 EUR";
    var id = phone.sends(Map.of("text", wish.formatted(day(first))));
    phone.sends(Map.of("type", "edit", "replyTo", id, "text", wish.formatted(day(first + 1))));
    assertThat(phone.nextText()).contains("BK-", day(first + 1));

    phone.sends(Map.of("type", "edit", "replyTo", id, "text", wish.formatted(day(first + 1))));
    phone.sends(Map.of("type", "edit", "replyTo", id, "text", wish.formatted(day(first + 2))));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(starts(phone)).containsExactly(day(first + 2)));
    assertThat(states(phone)).containsExactly("HELD");
  }

  @Tag("nightly")
  @Test
  void whatIsTakenBackIsNotAnswered() {
    var phone = phone("whatsapp", "Deleter");
    var id = phone.sends(Map.of("text", "I would like a yacht"));
    phone.sends(Map.of("type", "revoke", "replyTo", id));
    phone.says("Good evening");

    assertThat(phone.nextText()).startsWith("Good");
    await().atMost(PATIENCE).until(() -> openMessages(phone) == 0);
    assertThat(phone.unseen()).isEmpty();
  }

  @Tag("nightly")
  @Test
  void aFilledFormIsForAPersonWhoReadsIt() {
    var phone = phone("whatsapp", "Former");
    phone.sends(Map.of("type", "flow", "text", "{\"screen_0_Arrival_0\":\"1_Nice airport\"}"));

    assertThat(phone.nextText()).contains("Former");
    var task = tasklist.task("Task_AnswerByHand", "Nice airport");
    assertThat(task.variable("transcript")).contains("Arrival: Nice airport");
    tasklist.complete(
        task, Map.of("decision", "send", "reply", "We shall be there.", "handBack", true));
    assertThat(phone.nextText()).isEqualTo("We shall be there.");
  }

  /** Nobody is written to who did not write, and whoever did is answered. */
  @Tag("nightly")
  @Test
  void whatElseTelegramTellsIsKeptAndTheChatGoesOn() {
    var phone = phone("telegram", "Teller");
    phone.says("Good evening");
    phone.nextText();
    var from = Map.of("id", Long.parseLong(phone.address()), "is_bot", false);
    var chat = Map.of("id", from.get("id"), "type", "private");
    var group = Map.of("id", -1001234567890L, "type", "supergroup");
    var publicName = Map.of("id", "@everybody", "type", "private");
    List.of(
            Map.of("message", Map.of("message_id", 1, "from", from, "chat", group, "text", "Hi")),
            Map.of("message", Map.of("message_id", 1, "chat", publicName, "text", "Hi")),
            Map.of("channel_post", Map.of("message_id", 1, "chat", group, "text", "Hi")),
            Map.of("business_message", Map.of("message_id", 1, "chat", chat, "text", "Hi")),
            Map.of("business_connection", Map.of("id", "b", "user", from, "is_enabled", true)),
            Map.of("my_chat_member", Map.of("chat", chat, "from", from)),
            Map.of("message_reaction", Map.of("chat", chat, "message_id", 1, "user", from)),
            Map.of("callback_query", Map.of("id", "1", "from", from, "data", List.of("x"))),
            Map.of("message", List.of("a", "b")),
            Map.of())
        .forEach(update -> simulator.post("/simulator/api/telegram/update", update));
    var checklist =
        Map.of("title", "Weekend", "tasks", List.of(Map.of("id", 1, "text", "Champagne")));
    simulator.post(
        "/simulator/api/telegram/update",
        Map.of(
            "message",
            Map.of("message_id", 900_001, "from", from, "chat", chat, "checklist", checklist)));

    assertThat(phone.nextText()).contains("Teller");
    var task = tasklist.task("Task_AnswerByHand", "Champagne");
    assertThat(task.variable("transcript")).contains("title: Weekend", "text: Champagne");
    tasklist.complete(
        task, Map.of("decision", "send", "reply", "It will be cold.", "handBack", true));
    assertThat(phone.nextText()).isEqualTo("It will be cold.");
    assertThat(phone.unseen()).isEmpty();
    assertThat(simulator.get("/simulator/api/received?channel=telegram").toString())
        .doesNotContain("@everybody", "-1001234567890");
  }

  @Test
  void oneNumberInTwoFormsIsOneContact() {
    var number = "55" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
    for (var form : List.of("521", "52")) {
      var phone = Phone.withWhatsApp(simulator, "Maria " + form, form + number);
      phone.says("Good evening");
      assertThat(phone.nextText()).isNotBlank();
    }

    assertThat(
            database
                .sql("select count(*) from contact_identity where value in (?, ?)")
                .params("+521" + number, "+52" + number)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private static Phone phone(String channel, String name) {
    var random = ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
    return channel.equals("whatsapp")
        ? Phone.withWhatsApp(simulator, name, "4479" + random)
        : Phone.withTelegram(simulator, name, random);
  }

  private static void asksFor(String talent, int daysAhead, Phone phone) {
    phone.says(
        "I would like %s on %s from 2pm to 8pm for 6 people, budget 12000 EUR"
            .formatted(talent, day(daysAhead)));
    assertThat(phone.nextText()).contains("BK-");
  }

  private static String day(int ahead) {
    return DAY.format(Phone.today(simulator).plusDays(ahead));
  }

  private static List<String> states(Phone phone) {
    return ofBookings("b.state", phone);
  }

  private static List<String> starts(Phone phone) {
    return ofBookings(
        "to_char(b.starts_at at time zone 'Europe/Monaco', 'FMDD FMMonth YYYY')", phone);
  }

  private static List<String> ofBookings(String what, Phone phone) {
    return database
        .sql(
            """
            select %s from booking b join conversation c on c.id = b.conversation_id
            where c.recipient_value = ? order by b.reference"""
                .formatted(what))
        .param(phone.address())
        .query(String.class)
        .list();
  }

  private static int openMessages(Phone phone) {
    return database
        .sql(
            """
            select count(*) from inbox i join conversation c on c.id = i.conversation_id
            where c.recipient_value = ? and i.state = 'OPEN'""")
        .param(phone.address())
        .query(Integer.class)
        .single();
  }
}
