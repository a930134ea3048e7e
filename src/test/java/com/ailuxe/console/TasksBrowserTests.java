package com.ailuxe.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.Chromium;
import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.journey.FakeUserTasks;
import com.ailuxe.journey.Jobs;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.tasks.GivenTasks;
import com.ailuxe.tasks.TaskEngine.OpenTask;
import com.ailuxe.tasks.TaskEngine.State;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of tasks as a browser shows it, with an engine whose tasks a test makes. */
@ConsoleModuleTest
class TasksBrowserTests {
  private static final Path PICTURES = Path.of("target/console");
  private static final String TRANSCRIPT =
      """
      ← Elena *Petrova*: May I bring my dog?
            He is small, and never barks.
      → Concierge: Good evening, Elena. Aurelia is yours from 14:00 to 20:00.
      ← Elena *Petrova*: I would like the yacht Aurelia in Monaco on 20 December""";

  @RegisterExtension static final Chromium chromium = new Chromium();

  @LocalServerPort int port;
  @Autowired FakeUserTasks engine;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private ConversationId conversation;

  @BeforeEach
  void anAgencyWithoutTasks() {
    engine.clear();
    jdbc.sql(
            "update user_task set state = 'CANCELLED', closed_at = now(), variables = null, contact_name = null, why = null, read_again_at = null where state = 'OPEN'")
        .update();
    conversation = conversation("Elena Petrova");
  }

  @Test
  @Tag("nightly")
  void everyFormCanBeReadByAllAtEveryWidthInEveryLook() {
    var tasks = new HashMap<String, OpenTask>();
    FORMS.keySet().forEach(form -> tasks.put(form, waits(form)));
    var wide = signedIn(1440);
    wide.navigate(address("/tasks"));
    assertThat(wide.locator(".task")).hasCount(FORMS.size());
    var narrow = signedIn(390);

    tasks.forEach(
        (form, task) -> {
          for (var page : List.of(wide, narrow)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            open(page, task);
            assertThatAllCanReadIt(page, form);
            keep(page, form + "-light");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            page.evaluate("document.documentElement.dir = 'rtl'");
            assertThatNothingStandsOut(page, form);
            keep(page, form + "-dark-rtl");
          }
        });
  }

  @Test
  void aTaskAppearsByItselfAndIsDecidedInPlaceByKeyboardAlone() {
    var page = signedIn(1440);
    page.navigate(address("/tasks"));
    assertThat(page.locator("#rows")).containsText("Nothing waits");

    var task = waits("review-reply");

    assertThat(page.locator("#rows")).containsText("Elena Petrova");
    assertThat(page.locator("[data-count=tasks]")).hasText("1");
    page.locator("#rows a").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#task-title")).isFocused();
    assertThat(page.locator(".said li.in").first()).containsText("He is small");
    page.getByLabel("Discard: send nothing").check();
    assertThat(page.locator("#f-Field_Reply")).hasCount(0);
    assertThat(page.locator("#task-fields")).containsText("is still owed that");
    page.getByLabel("Approve: send the reply above").check();
    page.locator("#f-Field_Reply").fill("Dogs are welcome.\nAll of them.");
    page.keyboard().press("Control+Enter");

    assertThat(page.locator("#task-done")).containsText("Review reply for Elena Petrova is done");
    assertThat(page.locator("#rows")).containsText("Nothing waits");
    assertThat(page.locator("[data-count=tasks]")).hasText("");
    assertThat(engine.answers(task.key()))
        .isEqualTo(
            Map.of(
                "decision",
                "approve",
                "reply",
                "Dogs are welcome.\nAll of them.",
                "followUp",
                true));
    assertThat(engine.fate(task.key()).orElseThrow().assignee()).isEqualTo("demo");
  }

  @Test
  void whatIsMissingIsSaidInPlaceAndWhatWasTypedStaysAlsoAfterAReload() {
    var task = waits("approve-booking");
    var page = signedIn(1440);
    open(page, task);
    page.locator("#f-Field_Note").fill("A fine choice");
    page.locator("#f-Field_Price").fill("cheap");

    page.getByText("Complete task").click();

    assertThat(page.locator("#f-Field_Price-wrong")).hasText("This is no number");
    assertThat(page.locator("#f-Field_Approved-wrong")).hasText("Choose one");
    assertThat(page.locator("#f-Field_Note")).hasValue("A fine choice");
    page.reload();
    assertThat(page.locator("#f-Field_Note")).hasValue("A fine choice");
    assertThat(page.locator("#f-Field_Price")).hasValue("cheap");
    page.getByLabel("Approve: the contract goes out").check();
    page.locator("#f-Field_Price").fill("900");
    page.getByText("Complete task").click();
    assertThat(page.locator("#task-done")).isVisible();
    assertThat(engine.answers(task.key()))
        .isEqualTo(
            Map.of("approved", true, "note", "A fine choice", "price", "900", "priceReason", ""));
  }

  @Test
  void whoeverIsFasterInTasklistIsNamedInPlaceAndTheWordsOfTheOtherStay() {
    staff("nora", "Nora Lind");
    var task = waits("answer-by-hand");
    var other = waits("keep-promise");
    var page = signedIn(1440);
    open(page, task);
    page.locator("#f-Field_Reply").fill("I was about to say");

    engine.completed(task.processInstance(), task.taskId(), task.key(), "nora");

    assertThat(page.locator("#task-notice")).containsText("Nora Lind has done this task");
    assertThat(page.locator("#f-Field_Reply")).hasValue("I was about to say");
    assertThat(page.getByText("Complete task")).hasCount(0);
    open(page, task);
    assertThat(page.locator("#task-room")).containsText("Nora Lind has done this task");

    open(page, other);
    engine.assigned(other.key(), "nora");
    assertThat(page.locator("#task")).containsText("Nora Lind has it");
    assertThat(page.locator("#f-Field_Reply")).isDisabled();
    page.getByText("Take it over").click();
    assertThat(page.locator("#task")).containsText("You have it");
    page.getByText("Give it back").click();
    assertThat(page.getByText("I take it")).isVisible();
    assertThat(engine.fate(other.key()).orElseThrow().assignee()).isNull();
  }

  @Test
  @Tag("nightly")
  void whileTheEngineIsAwayThePageSaysSoAndKeepsWhatWasTyped() {
    var task = waits("enter-legal-name");
    var page = signedIn(1440);
    open(page, task);
    engine.isAway(true);
    page.locator("#f-Field_LegalName").fill("Elena Petrova");

    page.getByText("Complete task").click();

    assertThat(page.locator("#task-notice")).containsText("The engine did not answer");
    assertThat(page.locator("#f-Field_LegalName")).hasValue("Elena Petrova");
    page.navigate(address("/tasks"));
    assertThat(page.locator("#tasks-away")).containsText("The engine has not answered for");
    engine.isAway(false);
  }

  @Test
  @Tag("nightly")
  void theListIsNarrowedByWhoseAndByKind() {
    var mine = waits("review-reply");
    waits("approve-booking");
    engine.assigned(mine.key(), "demo");
    var page = signedIn(1440);
    page.navigate(address("/tasks"));
    assertThat(page.locator("#rows")).containsText("You");

    page.locator("#tasks-choices a:has-text('Mine')").click();
    assertThat(page.locator(".task")).hasCount(1);
    page.locator("#tasks-choices a:has-text('All')").click();
    page.locator("#tasks-choices a:has-text('Approve booking')").click();
    assertThat(page.locator(".task")).hasCount(1);
    assertThat(page.locator(".task")).containsText("Aurelia");
    page.reload();
    assertThat(page.locator(".task")).hasCount(1);
  }

  /** What the forms of bpmn/ show, as their workers prepare it. */
  private static final Map<String, Map<String, ?>> FORMS =
      Map.of(
          "review-reply",
          Map.of(
              "contactName",
              "Elena \\*Petrova\\*",
              "channel",
              "Telegram",
              "question",
              "← Elena *Petrova*: May I bring my dog?\n      He is small, and never barks.",
              "talent",
              "Aurelia (yacht, Monaco): EUR 1,850.00 an hour",
              "transcript",
              TRANSCRIPT,
              "files",
              "[passport.pdf](http://localhost:8090/api/messages/1/media)",
              "reason",
              "The agency's rules ask for a look at this draft",
              "reply",
              "I will ask, Elena; a colleague will tell you shortly.",
              "followUp",
              true),
          "answer-by-hand",
          Map.of(
              "contactName",
              "خالد المنصوري",
              "channel",
              "WhatsApp",
              "question",
              "← خالد المنصوري: هل اليخت متاح ليلة رأس السنة؟",
              "talent",
              "",
              "transcript",
              "← خالد المنصوري: هل اليخت متاح ليلة رأس السنة؟",
              "files",
              "",
              "reason",
              "The contact asked for a person",
              "handBack",
              true),
          "approve-booking",
          Map.ofEntries(
              Map.entry("reference", "BK-2026-0002"),
              Map.entry("contactName", "Elena Petrova"),
              Map.entry("channel", "Telegram"),
              Map.entry("talentName", "Aurelia"),
              Map.entry("service", "yacht"),
              Map.entry("when", "Sunday 20 December 2026, 14:00 – 20:00 (Monaco time)"),
              Map.entry("place", "Monaco"),
              Map.entry("guests", "6"),
              Map.entry("history", "none, this is the first"),
              Map.entry("proposedPrice", "EUR 11,100.00"),
              Map.entry("breakdown", "6 hours at EUR 1,850.00: EUR 11,100.00"),
              Map.entry("budget", "EUR 9,000.00"),
              Map.entry("overBudget", "EUR 2,100.00 over the budget of EUR 9,000.00."),
              Map.entry("conflicts", "- held for BK-2026-0001 until 18:00"),
              Map.entry("alternatives", "Bellissima\nSerenissima"),
              Map.entry("asked", TRANSCRIPT),
              Map.entry("problem", "")),
          "approve-change",
          Map.ofEntries(
              Map.entry("reference", "BK-2026-0002"),
              Map.entry("contactName", "Elena Petrova"),
              Map.entry("requestedBy", "the contact"),
              Map.entry("current", "20 December, 14:00 – 20:00"),
              Map.entry("wanted", "21 December, 14:00 – 20:00"),
              Map.entry("currentPrice", "EUR 11,100.00"),
              Map.entry("proposedPrice", "EUR 12,000.00"),
              Map.entry("breakdown", ""),
              Map.entry("overBudget", ""),
              Map.entry("conflicts", ""),
              Map.entry("alternatives", ""),
              Map.entry("problem", "The slot was taken by BK-2026-0009")),
          "confirm-deposit",
          Map.of(
              "amount",
              "EUR 5,550.00",
              "contactName",
              "Elena Petrova",
              "reference",
              "BK-2026-0002",
              "price",
              "EUR 11,100.00"),
          "enter-legal-name",
          Map.of(
              "reference",
              "BK-2026-0002",
              "channel",
              "Telegram",
              "contactName",
              "Lena",
              "problem",
              "",
              "transcript",
              TRANSCRIPT),
          "keep-promise",
          Map.of(
              "contactName",
              "Elena Petrova",
              "channel",
              "Telegram",
              "said",
              "A colleague will answer you shortly.",
              "undelivered",
              "",
              "question",
              "← Elena: May I bring my dog?",
              "transcript",
              TRANSCRIPT),
          "resolve-unknown-send",
          Map.of(
              "contactName",
              "Elena Petrova",
              "channel",
              "WhatsApp",
              "triedAt",
              "1 December 2026, 10:58",
              "attempts",
              1,
              "reason",
              "the connection was lost",
              "useless",
              "",
              "text",
              "Your contract is ready, Elena.",
              "transcript",
              "? → Concierge: Your contract is ready, Elena.\n" + TRANSCRIPT),
          "booking-request",
          Map.of(
              "problem",
              "",
              "found",
              true,
              "facts",
              "**BK-2026-0002** of **Elena Petrova**: Aurelia, 20 December",
              "agencies",
              List.of(),
              "reference",
              "BK-2026-0002",
              "currency",
              "EUR",
              "fee",
              "EUR 5,550.00",
              "action",
              "change",
              "talents",
              List.of(Map.of("label", "Aurelia (yacht, Monaco)", "value", "Aurelia"))),
          "new-booking",
          Map.of(
              "problem",
              "",
              "contact",
              "new",
              "contacts",
              List.of(
                  Map.of("label", "A new contact", "value", "new"),
                  Map.of("label", "Somebody else: look by name or number", "value", "search")),
              "talents",
              List.of(Map.of("label", "Aurelia (yacht, Monaco)", "value", "luxe/Aurelia"))));

  private static final Map<String, String> TASKS =
      Map.of(
          "review-reply", "Task_ReviewReply/Review reply",
          "answer-by-hand", "Task_AnswerByHand/Answer by hand",
          "approve-booking", "Task_ApproveBooking/Approve booking",
          "approve-change", "Task_ApproveChange/Approve change",
          "confirm-deposit", "Task_ConfirmDeposit/Confirm deposit received",
          "enter-legal-name", "Task_EnterLegalName/Enter legal name",
          "keep-promise", "Task_KeepPromise/Keep promise",
          "resolve-unknown-send", "Task_ResolveUnknownSend/Resolve unknown send",
          "booking-request", "Task_FileRequest/Cancel or change booking",
          "new-booking", "Task_FillInBooking/New booking");

  private OpenTask waits(String form) {
    GivenTasks.deployed(engine, form);
    var kind = Objects.requireNonNull(TASKS.get(form)).split("/");
    var task =
        new OpenTask(
            Jobs.key(),
            Jobs.key(),
            kind[0],
            kind[1],
            form + "/1",
            List.of("concierge"),
            null,
            clock.instant().minus(Duration.ofMinutes(3 + form.length())),
            clock.instant().plus(Duration.ofMinutes(18 - form.length())));
    var variables = new HashMap<String, Object>(Objects.requireNonNull(FORMS.get(form)));
    if (form.equals("new-booking")) {
      variables.put("agency", "luxe");
    } else {
      variables.put("conversationId", conversation.toString());
    }
    engine.open(task, GivenTasks.json(variables));
    return task;
  }

  private ConversationId conversation(String contact) {
    var id = ConversationId.random();
    jdbc.sql(
            """
            with somebody as (
              insert into contact (id, agency_id, display_name, locale, time_zone, created_at)
              values (gen_random_uuid(), :agency, :name, 'en', 'Europe/Paris', now()) returning id)
            insert into conversation (id, agency_id, contact_id, channel, account_id, recipient_kind,
              recipient_value, handler, created_at, version)
            select :id, :agency, id, 'TELEGRAM', '100001', 'TELEGRAM_USER', :recipient, 'CONCIERGE', now(), 0
            from somebody""")
        .param("agency", DemoAgency.ID.value())
        .param("name", contact)
        .param("id", id.value())
        .param("recipient", id.toString())
        .update();
    return id;
  }

  private void staff(String username, String name) {
    jdbc.sql(
            """
            insert into staff (id, agency_id, username, name, role)
            values (gen_random_uuid(), ?, ?, ?, 'CONCIERGE') on conflict do nothing""")
        .params(DemoAgency.ID.value(), username, name)
        .update();
  }

  private Page signedIn(int width) {
    var page = chromium.ownPage(width);
    page.navigate(address("/sign-in"));
    if (page.url().endsWith("/sign-in")) {
      page.locator("#name").fill("demo@luxe");
      page.locator("#password").fill("demo");
      page.locator("button").click();
      page.waitForURL("**/live");
    }
    return page;
  }

  /** Opens a task, once it is in the list. */
  private void open(Page page, OpenTask task) {
    page.navigate(address("/tasks"));
    if (engine.fate(task.key()).orElseThrow().state() == State.OPEN) {
      page.locator("[data-task='" + task.key() + "']").waitFor();
    }
    page.navigate(address("/tasks/" + task.key()));
    page.waitForFunction("document.fonts.status === 'loaded'");
  }

  private String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  private static void assertThatAllCanReadIt(Page page, String what) {
    var serious =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                .toList();
    assertThat(serious).as(what).isEmpty();
    assertThatNothingStandsOut(page, what);
  }

  private static void assertThatNothingStandsOut(Page page, String what) {
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as(what + " fits its width")
        .isEqualTo(true);
  }

  private static void keep(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve("tasks-" + name + "-" + page.viewportSize().width + ".png")));
  }
}
