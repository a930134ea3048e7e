package com.ailuxe.endtoend;

import static com.ailuxe.LedgerAssert.assertThatTheLedgerBalances;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The whole way from a chat to a kept booking on the local stack: engine, Tasklist, PostgreSQL, app
 * and both messengers. The clock only ever goes forward, so the paths that move it come last.
 */
@Tag("stack")
@ResourceLock("stack")
@ExtendWith(FullStack.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyEndToEndTests {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private static Http simulator;
  private static Http staff;
  private static Tasklist tasklist;
  private static Operate operate;
  private static JdbcClient database;

  @BeforeAll
  static void theOneCommand(LocalStackProcess stack) {
    simulator = new Http(stack.simulator());
    staff = Http.as("demo@luxe", "demo", stack.app());
    tasklist = Tasklist.signIn(stack.camunda());
    operate = Operate.signIn(stack.camunda());
    database = JdbcClient.create(new DriverManagerDataSource(stack.database(), "ailuxe", "ailuxe"));
  }

  @AfterAll
  static void theLedgerBalances() {
    assertThatTheLedgerBalances(database);
  }

  @Test
  @Order(1)
  void aQuestionIsAnsweredOnBothMessengers() {
    for (var phone : List.of(whatsApp("Ada Query", 1), telegram("Bo Query", 1))) {
      phone.says("Good evening");

      assertThat(phone.nextText()).contains("automatic concierge of Maison Luxe");
      assertThat(phone.received()).hasSize(1);
    }
  }

  @Tag("nightly")
  @Test
  @Order(2)
  void aBurstGetsOneAnswer() {
    var phone = whatsApp("Cleo Burst", 2);

    phone.says("Good evening");
    phone.says("I would like a yacht");
    phone.says("in Monaco");

    assertThat(phone.nextText()).contains("Aurelia");
    nothingMoreComesTo(phone);
  }

  @Test
  @Order(3)
  void aDraftThatNeedsAPersonIsEditedAndSent() {
    var phone = whatsApp("Dora Review", 3);
    phone.says("Could you move my booking to another day?");

    var task = tasklist.task("Task_ReviewReply", "Dora Review");
    assertThat(task.variable("transcript")).contains("move my booking");
    tasklist.complete(
        task, Map.of("decision", "approve", "reply", "Of course, Dora. Which day suits you?"));

    assertThat(phone.nextText()).isEqualTo("Of course, Dora. Which day suits you?");
  }

  @Tag("nightly")
  @Test
  @Order(4)
  void aDiscardedDraftIsNotSent() {
    var phone = telegram("Emil Discard", 4);
    phone.says("Could you move my booking to another day?");

    tasklist.complete(
        tasklist.task("Task_ReviewReply", "Emil Discard"), Map.of("decision", "discard"));

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> inboxStates("Emil Discard").equals(List.of("IGNORED")));
    assertThat(phone.received()).isEmpty();
  }

  @Test
  @Order(5)
  void whoAsksForAPersonGetsOneAndTheirWords() {
    var phone = whatsApp("Petra Person", 8);
    phone.says("Good evening, I would like to talk to a person");
    assertThat(phone.nextText()).contains("A person from our team takes over");
    var outdated = tasklist.task("Task_AnswerByHand", "Petra Person");
    assertThat(outdated.variable("reason")).contains("asks for a person");

    phone.says("It is about my anniversary");
    var task = tasklist.task("Task_AnswerByHand", "my anniversary");
    assertThat(task.variable("transcript")).contains("talk to a person", "my anniversary");
    tasklist.complete(
        task,
        Map.of(
            "decision",
            "send",
            "reply",
            "Good evening, Petra, this is Camille.",
            "handBack",
            true));

    assertThat(phone.nextText()).isEqualTo("Good evening, Petra, this is Camille.");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> inboxStates("Petra Person").equals(List.of("HANDED_OVER", "HANDED_OVER")));
    nothingMoreComesTo(phone);
  }

  @Tag("nightly")
  @Test
  @Order(5)
  void theOwnersPhoneTakesOverUntilStaffHandBack() {
    var phone = whatsApp("Olga Owner", 12);
    phone.says("Could you move my booking to another day?");
    tasklist.task("Task_ReviewReply", "Olga Owner");

    phone.hearsFromTheOwner("Of course, dear Olga. Which day?");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> inboxStates("Olga Owner").equals(List.of("HANDED_OVER")));
    phone.says("Thursday");
    var task = tasklist.task("Task_AnswerByHand", "Thursday");
    assertThat(task.variable("transcript")).contains("Colleague: Of course, dear Olga.");
    assertThat(phone.received()).isEmpty();

    phone.hearsFromTheOwner("Thursday it is.");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> inboxStates("Olga Owner").equals(List.of("HANDED_OVER", "HANDED_OVER")));
    var conversation = "/api/conversations/" + conversationOf("Olga Owner");
    var seen = staff.get(conversation).path("conversation");
    assertThat(seen.path("handler").asText()).isEqualTo("PERSON");
    staff.post(conversation + "/hand-back", Map.of("epoch", seen.path("epoch").asLong()));
    phone.says("Good evening");

    assertThat(phone.nextText()).contains("automatic concierge of Maison Luxe");
    nothingMoreComesTo(phone);
  }

  @Tag("nightly")
  @Test
  @Order(6)
  void aDeclinedApprovalIsAnnouncedToTheContact() {
    var phone = whatsApp("Fay Declined", 5);
    asksFor("the yacht Aurelia in Monaco", 20, phone);

    tasklist.complete(
        tasklist.task("Task_ApproveBooking", "Fay Declined"),
        Map.of("approved", false, "note", "The yacht is in the yard that week."));

    assertThat(phone.nextText()).contains("The yacht is in the yard that week.");
    assertThat(bookingState("Fay Declined")).isEqualTo("DECLINED");
    nothingMoreComesTo(phone);
  }

  @Tag("nightly")
  @Test
  @Order(7)
  void aBookingThatIsCancelledByItsButtonGivesTheSlotBack() {
    var phone = whatsApp("Kim Cancelled", 10);
    asksFor("the yacht Aurelia in Monaco", 23, phone);
    phone.says("I have to cancel my booking, sorry");
    var question = phone.next();
    assertThat(question.path("choices").findValuesAsText("title"))
        .hasSize(2)
        .contains("Keep it")
        .anyMatch(title -> title.startsWith("Cancel BK-"));

    phone.presses(question.path("choices").findValuesAsText("title").getFirst());

    assertThat(phone.nextText()).contains("Your booking is cancelled", "Aurelia");
    assertThat(bookingState("Kim Cancelled")).isEqualTo("CANCELLED");
    asksFor("the yacht Aurelia in Monaco", 23, telegram("Lou Next", 10));
    nothingMoreComesTo(phone);
  }

  @Tag("nightly")
  @Test
  @Order(8)
  void aDeclinedContractGivesTheSlotBack() {
    var phone = telegram("Gil Conrad", 6);
    asksFor("the yacht Aurelia in Monaco", 21, phone);
    isCalled("Gil Conrad", phone);
    approve("Gil Conrad", "Aurelia");
    assertThat(phone.nextText()).contains("Aurelia");
    contractIn(phone.next(), "Gil Conrad", "Aurelia");

    phone.presses("Decline");

    assertThat(phone.nextText()).isNotBlank();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> bookingState("Gil Conrad").equals("RELEASED"));
    nothingMoreComesTo(phone);
  }

  @Tag("nightly")
  @Test
  @Order(9)
  void aConfirmedBookingIsMovedByChatWhenStaffAgrees() {
    var phone = telegram("Mia Moreau", 11);
    asksFor("the yacht Aurelia in Monaco", 40, phone);
    isCalled("Mia Moreau", phone);
    approve("Mia Moreau", "Aurelia");
    assertThat(phone.nextText()).contains("Aurelia");
    contractIn(phone.next(), "Mia Moreau", "Aurelia");
    phone.presses("Accept");
    assertThat(phone.nextText()).contains("LUXE-2");

    phone.says("Could we start an hour later?");

    assertThat(phone.nextText()).contains("Until our team has agreed it stays as it was");
    var task = tasklist.task("Task_ApproveChange", "Mia Moreau");
    assertThat(startOf("Mia Moreau")).isEqualTo(LocalTime.of(14, 0));
    tasklist.complete(task, Map.of("approved", true));
    assertThat(phone.nextText()).contains("It is arranged, Mia", "Aurelia");
    contractIn(phone.next(), "Mia Moreau", "Aurelia");
    assertThat(startOf("Mia Moreau")).isEqualTo(LocalTime.of(15, 0));
    phone.presses("Accept");
    assertThat(phone.nextText()).contains("LUXE-2");
    assertThat(contracts("Mia Moreau")).containsExactly("SUPERSEDED", "ACCEPTED");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(plannedFor("Mia Moreau")).containsExactly("15:00"));
    nothingMoreComesTo(phone);
  }

  @Test
  @Order(10)
  void anIncidentSaysWhatToDoAndRetryInOperateContinuesTheCase() {
    var phone = whatsApp("Wei Zhang", 16);
    asksFor("the yacht Aurelia in Monaco", 45, phone);
    isCalled("Wei Zhang", phone);
    placeOfTheBookingIs("张江");
    approve("Wei Zhang", "Aurelia");
    assertThat(phone.nextText()).contains("Aurelia");
    var booking =
        textsOf(
                "Wei Zhang",
                """
                select b.id::text from booking b join contact c on c.id = b.contact_id
                where c.display_name = ?""")
            .getFirst();
    var incident = operate.incident("contract", booking);
    assertThat(incident.text()).startsWith("CONTRACT_FONT: ").contains("U+5F20", "Retry");
    assertThat(phone.unseen()).isEmpty();

    placeOfTheBookingIs("Zhangjiang");
    operate.retry(incident);

    contractIn(phone.next(), "Wei Zhang", "Aurelia");
    phone.presses("Accept");
    assertThat(phone.nextText()).contains("LUXE-2");
    assertThat(contracts("Wei Zhang")).containsExactly("ACCEPTED");
    nothingMoreComesTo(phone);
  }

  @Test
  @Order(11)
  void aBookingIsKeptOnWhatsAppAndOnTelegram() {
    var hanna = whatsApp("Hanna Kept", 7);
    var igor = telegram("Igor Kept", 7);
    asksFor("the yacht Aurelia in Monaco", 22, hanna);
    asksFor("Villa Serena in Saint-Tropez", 22, igor);
    isCalled("Hanna Kept", hanna);
    approve("Hanna Kept", "Aurelia");
    approve("Igor Kept", "Villa Serena");
    assertThat(hanna.nextText()).contains("Aurelia");
    assertThat(igor.nextText()).contains("Villa Serena");
    assertThat(igor.nextText()).contains("waits for one thing only, Igor");
    tasklist.task("Task_EnterLegalName", "Igor Kept");
    isCalled("Igor Kept", igor);
    contractIn(hanna.next(), "Hanna Kept", "Aurelia");
    contractIn(igor.next(), "Igor Kept", "Villa Serena");
    var kept = List.of(hanna, igor);
    for (var phone : kept) {
      phone.presses("Accept");
      assertThat(phone.nextText()).contains("LUXE-2");
    }
    remindersArePlanned();

    for (var before : List.of(Duration.ofHours(48), Duration.ofHours(24), Duration.ofHours(1))) {
      if (before.equals(Duration.ofHours(24))) {
        advanceToTheEvents(before.negated().minusHours(1));
        opensTheWindow(hanna);
      }
      advanceToTheEvents(before.negated());
      assertThat(hanna.nextText()).contains("Aurelia");
      assertThat(igor.nextText()).contains("Villa Serena");
    }
    advanceToTheEvents(Duration.ofHours(7));
    kept.forEach(phone -> assertThat(phone.nextText()).isNotBlank());

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(List.of(bookingState("Hanna Kept"), bookingState("Igor Kept")))
                    .containsOnly("COMPLETED"));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(reminders("Hanna Kept"))
                    .containsExactly(
                        "48h TEMPLATE DELIVERED", "24h TEXT DELIVERED", "1h TEMPLATE DELIVERED"));
    assertThat(reminders("Igor Kept"))
        .containsExactly("48h TEXT ACCEPTED", "24h TEXT ACCEPTED", "1h TEXT ACCEPTED");
    kept.forEach(JourneyEndToEndTests::nothingMoreComesTo);
    everyMessageIsSettledAndNoneIsUnknown();
  }

  @Tag("nightly")
  @Test
  @Order(12)
  void aTaskThatNobodyDoesIsMailedAboutAndGoesToTheSupervisors() {
    var phone = telegram("Lea Late", 9);
    phone.says("I would like to talk to a person");
    assertThat(phone.nextText()).contains("A person from our team takes over");
    tasklist.task("Task_AnswerByHand", "Lea Late");

    simulator.post("/simulator/api/clock/advance", Map.of("by", "PT16M"));
    awaitMail("CONCIERGE: Lea Late waits for an answer on Telegram");

    simulator.post("/simulator/api/clock/advance", Map.of("by", "PT15M"));
    awaitMail("SUPERVISOR: Escalated: Lea Late still waits on Telegram");
    tasklist.complete(
        tasklist.taskOf("supervisor", "Task_AnswerByHand", "Lea Late"),
        Map.of("decision", "send", "reply", "Here I am, Lea.", "handBack", true));

    assertThat(phone.nextText()).isEqualTo("Here I am, Lea.");
    nothingMoreComesTo(phone);
  }

  @Tag("nightly")
  @Test
  @Order(13)
  void aPersonSaysWhatBecameOfMessagesThatTheMessengerDidNotAnswer() {
    var arrived = telegram("Nora Arrived", 12);
    var again = telegram("Otto Again", 13);
    var dropped = telegram("Pia Dropped", 14);
    var reported = whatsApp("Quin Reported", 15);
    fails(Map.of("kind", "NO_ANSWER", "channel", "telegram", "times", 3, "delay", "PT20S"));
    fails(Map.of("kind", "NO_ANSWER", "channel", "whatsapp", "times", 1, "delay", "PT20S"));
    fails(Map.of("kind", "LATE_WEBHOOK", "on", "status", "times", 2, "delay", "PT12S"));
    for (var phone : List.of(arrived, again, dropped, reported)) {
      phone.says("Good evening");
      assertThat(phone.nextText()).contains("automatic concierge");
    }
    for (var contact : List.of("Nora Arrived", "Otto Again", "Pia Dropped", "Quin Reported")) {
      awaitSend(contact, "UNKNOWN");
    }
    awaitSend("Quin Reported", "DELIVERED");
    everythingIsAnnounced();
    simulator.post("/simulator/api/clock/advance", Map.of("by", "PT6M"));

    resolve("Nora Arrived", "received");
    resolve("Otto Again", "again");
    resolve("Pia Dropped", "drop");

    awaitSend("Nora Arrived", "SENT");
    awaitSend("Otto Again", "ACCEPTED");
    awaitSend("Pia Dropped", "WITHDRAWN");
    assertThat(again.nextText()).contains("automatic concierge");
    assertThat(tasklist.offers("Task_ResolveUnknownSend", "Quin Reported")).isFalse();
    awaitDecision("Nora Arrived", "Camille Laurent message.confirmed");
    awaitDecision("Otto Again", "Camille Laurent message.queued-again");
    awaitDecision("Pia Dropped", "Camille Laurent message.dropped");
    assertThat(decisions("Quin Reported")).isEmpty();
    List.of(arrived, again, dropped, reported).forEach(JourneyEndToEndTests::nothingMoreComesTo);
  }

  @Test
  @Order(14)
  void everyDecisionOfThisDayHasTheNameOfWhoeverMadeIt() {
    var phone = telegram("Rosa Taken", 16);
    phone.says("Could you move my booking to another day?");
    tasklist.complete(
        tasklist.task("Task_ReviewReply", "Rosa Taken"), Map.of("decision", "take-over"));
    var byHand = tasklist.task("Task_AnswerByHand", "Rosa Taken");
    assertThat(byHand.assignee()).isEqualTo("demo");
    tasklist.complete(
        byHand, Map.of("decision", "send", "reply", "Of course, Rosa.", "handBack", true));
    assertThat(phone.nextText()).isEqualTo("Of course, Rosa.");

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(names("select name from decision"))
                    .hasSizeGreaterThan(2)
                    .containsOnly("Camille Laurent"));
    assertThat(names("select decided_by from booking where decided_at is not null"))
        .allMatch("Camille Laurent"::equals);
    assertThat(names("select decided_by from booking_change where decided_at is not null"))
        .allMatch("Camille Laurent"::equals);
    assertThat(names("select actor from audit")).doesNotContain("staff");
  }

  private static List<String> names(String query) {
    return database.sql(query).query(String.class).list();
  }

  private static void awaitDecision(String contact, String decision) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(decisions(contact)).containsExactly(decision));
  }

  private static void fails(Map<String, Object> fault) {
    simulator.post("/simulator/api/misbehaviour", fault);
  }

  private static void resolve(String contact, String decision) {
    var task = tasklist.task("Task_ResolveUnknownSend", contact);
    assertThat(task.variable("text")).contains("automatic concierge");
    assertThat(task.variable("transcript")).contains("Good evening", "? → Concierge: ");
    tasklist.complete(task, Map.of("decision", decision));
  }

  private static void awaitSend(String contact, String state) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        textsOf(
                            contact,
                            """
                            select o.state from outbox o
                            join conversation v on v.id = o.conversation_id
                            join contact c on c.id = v.contact_id where c.display_name = ?"""))
                    .containsExactly(state));
  }

  private static void everythingIsAnnounced() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                database
                    .sql("select count(*) from event_publication")
                    .query(Integer.class)
                    .single()
                    .equals(0));
  }

  private static List<String> decisions(String contact) {
    return textsOf(
        contact,
        """
        select a.actor || ' ' || a.action from audit a
        join message m on m.id = a.subject_id
        join conversation v on v.id = m.conversation_id
        join contact c on c.id = v.contact_id
        where c.display_name = ? and a.subject_type = 'message' order by a.id""");
  }

  private static void awaitMail(String notice) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        database
                            .sql(
                                """
                                select staff_group || ': ' || subject from staff_notice
                                where state = 'SENT'""")
                            .query(String.class)
                            .list())
                    .contains(notice));
  }

  /** Says it all in one message, and reads in one that it is held. */
  private static void asksFor(String talent, int daysAhead, Phone phone) {
    phone.says(
        "I would like %s on %s from 2pm to 8pm for 6 people, budget 12000 EUR"
            .formatted(talent, DAY.format(Phone.today(simulator).plusDays(daysAhead))));
    assertThat(phone.nextText()).contains("Guests: 6", "BK-").doesNotContain("all I need");
  }

  /** Answers the question in the notice that the slot is held. */
  private static void isCalled(String legalName, Phone phone) {
    phone.says(legalName);
    assertThat(phone.nextText()).contains("in the name of “" + legalName + "”");
  }

  private static void placeOfTheBookingIs(String place) {
    database
        .sql(
            """
            update booking set place = ? where contact_id in
              (select id from contact where display_name = 'Wei Zhang')""")
        .param(place)
        .update();
  }

  private static void approve(String contact, String talent) {
    var task = tasklist.task("Task_ApproveBooking", contact);
    assertThat(task.variable("talentName")).contains(talent);
    tasklist.complete(task, Map.of("approved", true));
  }

  private static void contractIn(JsonNode message, String contact, String talent) {
    assertThat(message.path("choices").findValuesAsText("title"))
        .containsExactly("Accept", "Decline");
    var file = simulator.bytes(message.path("file").path("url").asText());
    try (var pdf = Loader.loadPDF(file)) {
      assertThat(new PDFTextStripper().getText(pdf)).contains(contact, talent, "Maison Luxe");
    } catch (IOException e) {
      throw new AssertionError("The contract is no PDF", e);
    }
  }

  /** WhatsApp takes a free text only within 24 hours of the contact's last message. */
  private static void opensTheWindow(Phone phone) {
    phone.says("Thank you");
    assertThat(phone.nextText()).isNotBlank();
  }

  private static LocalTime startOf(String contact) {
    return database
        .sql(
            """
            select b.start_wall from booking b join contact c on c.id = b.contact_id
            where c.display_name = ?""")
        .param(contact)
        .query(LocalDateTime.class)
        .single()
        .toLocalTime();
  }

  private static List<String> contracts(String contact) {
    return textsOf(
        contact,
        """
            select k.state from contract k join booking b on b.id = k.booking_id
            join contact c on c.id = b.contact_id
            where c.display_name = ? order by k.issued_at""");
  }

  /** The starts, in Monaco, that reminders still to come are for. */
  private static List<String> plannedFor(String contact) {
    return textsOf(
        contact,
        """
            select distinct to_char(
              (r.due_at + (case r.kind when '48h' then 48 when '24h' then 24 else 1 end) * interval '1 hour')
                at time zone 'Europe/Monaco', 'HH24:MI')
            from reminder r join booking b on b.id = r.booking_id
            join contact c on c.id = b.contact_id
            where c.display_name = ? and r.state = 'PLANNED'""");
  }

  private static List<String> reminders(String contact) {
    return textsOf(
        contact,
        """
            select l.kind || ' ' || l.form || ' ' || l.state from reminder_ledger l
            join booking b on b.id = l.booking_id join contact c on c.id = b.contact_id
            where c.display_name = ? order by l.due_at""");
  }

  /** What this query, whose only parameter is the contact's name, finds. */
  private static List<String> textsOf(String contact, String query) {
    return database.sql(query).param(contact).query(String.class).list();
  }

  private static void remindersArePlanned() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                database
                        .sql(
                            """
                            select count(*) from reminder r
                            join booking b on b.id = r.booking_id
                            join contact c on c.id = b.contact_id
                            where r.state = 'PLANNED' and c.display_name like '% Kept'""")
                        .query(Integer.class)
                        .single()
                    == 6);
  }

  /** Moves the clock to just after so long from the start of the two events, which is the same. */
  private static void advanceToTheEvents(Duration fromStart) {
    var start =
        database
            .sql(
                """
                select distinct b.starts_at from booking b
                join contact c on c.id = b.contact_id
                where b.state = 'CONFIRMED' and c.display_name like '% Kept'""")
            .query(OffsetDateTime.class)
            .single();
    var to = start.toInstant().plus(fromStart).plusSeconds(2);
    simulator.post("/simulator/api/clock/advance", Map.of("to", to.toString()));
  }

  /** A later turn of the same conversation is answered next: so nothing else was on its way. */
  private static void nothingMoreComesTo(Phone phone) {
    phone.says("Thank you");
    phone.next();
    assertThat(phone.unseen()).isEmpty();
  }

  private static void everyMessageIsSettledAndNoneIsUnknown() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        database
                            .sql("select count(*) from inbox where state = 'OPEN'")
                            .query(Integer.class)
                            .single())
                    .isZero());
    assertThat(
            database
                .sql(
                    """
                    select distinct state from outbox
                    where reason is distinct from 'said with the notice'""")
                .query(String.class)
                .list())
        .isSubsetOf("ACCEPTED", "SENT", "DELIVERED", "READ");
  }

  private static List<String> inboxStates(String contact) {
    return database
        .sql(
            """
            select i.state from inbox i join conversation v on v.id = i.conversation_id
            join contact c on c.id = v.contact_id where c.display_name = ? and i.kind = 'MESSAGE'""")
        .param(contact)
        .query(String.class)
        .list();
  }

  private static UUID conversationOf(String contact) {
    return database
        .sql(
            """
            select v.id from conversation v join contact c on c.id = v.contact_id
            where c.display_name = ?""")
        .param(contact)
        .query(UUID.class)
        .single();
  }

  private static String bookingState(String contact) {
    return database
        .sql(
            """
            select b.state from booking b join contact c on c.id = b.contact_id
            where c.display_name = ?""")
        .param(contact)
        .query(String.class)
        .single();
  }

  private static Phone whatsApp(String name, int number) {
    return Phone.withWhatsApp(simulator, name, "4479110000" + (10 + number));
  }

  private static Phone telegram(String name, int number) {
    return Phone.withTelegram(simulator, name, 900_000L + number);
  }
}
