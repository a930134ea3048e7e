package com.ailuxe.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.Chromium;
import com.ailuxe.DemoAgency;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.InboundEvent.Content;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.InboundEvent.Origin;
import com.ailuxe.conversation.InboundEvent.Sender;
import com.ailuxe.conversation.Inbox;
import com.ailuxe.conversation.MessageType;
import com.ailuxe.journey.FakeUserTasks;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.tasks.GivenTasks;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of the console as a browser shows them; what it saw is kept in target/console. */
@ConsoleModuleTest
class ConsoleBrowserTests {
  private static final Path PICTURES = Path.of("target/console");
  private static final List<String> ROOMS = List.of("/live", "/tasks", "/bookings");
  private static final List<String> PAGES =
      List.of(
          "/live",
          "/tasks",
          "/bookings",
          "/bookings/calendar",
          "/bookings/calendar?view=month",
          "/bookings/contracts",
          "/console/patterns");

  @RegisterExtension static final Chromium chromium = new Chromium();

  @LocalServerPort int port;
  @Autowired Inbox inbox;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @Autowired FakeUserTasks engine;

  private String phone;

  @BeforeEach
  void somebodyWrites() {
    phone = "+49153" + (10_000_000 + Math.abs(UUID.randomUUID().hashCode() % 80_000_000));
    says("Good evening");
  }

  @Test
  void everyRoomCanBeReadByAll() {
    read(ROOMS, 1440, ColorScheme.LIGHT);
  }

  @Test
  @Tag("nightly")
  void everyPageCanBeReadByAllInEveryLook() {
    for (var width : List.of(390, 1440)) {
      read(PAGES, width, ColorScheme.LIGHT);
      read(PAGES, width, ColorScheme.DARK);
    }
  }

  private void read(List<String> pages, int width, ColorScheme scheme) {
    var page = signedIn(width);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    for (var path : pages) {
      open(page, path);
      assertThatAllCanReadIt(page, path);
      keep(page, path, width, scheme.name().toLowerCase(Locale.ROOT));
      page.evaluate("document.documentElement.dir = 'rtl'");
      assertThatNothingStandsOut(page, path + " at " + width + " from right to left");
      keep(page, path, width, scheme.name().toLowerCase(Locale.ROOT) + "-rtl");
    }
    page.close();
  }

  @Test
  void whatAContactWritesAppearsByItselfAndWhatAPersonAnswersLeavesOnce() {
    var page = signedIn(1440);
    open(page, "/live");
    var row = page.locator("[data-chat='" + conversation() + "']");
    row.click();
    assertThat(page.locator("#messages .words").last()).hasText("Good evening");

    says("Are you there?");
    assertThat(page.locator("#messages .words").last()).hasText("Are you there?");
    assertThat(row.locator("p")).hasText("Are you there?");

    page.locator("#words").fill("Yes, good evening.");
    page.keyboard().press("Enter");

    assertThat(page.locator("#messages .out .words").last()).hasText("Yes, good evening.");
    assertThat(page.locator("#messages .out footer").last()).containsText("you");
    assertThat(page.locator("#chat-head")).containsText("You answer");
    assertThat(page.locator("#words")).hasValue("");
    assertThat(
            jdbc.sql(
                    "select count(*) from message where text = 'Yes, good evening.' and conversation_id = ?")
                .param(conversation())
                .query(Long.class)
                .single())
        .isEqualTo(1);

    page.locator("#chat-head button:has-text('Hand back')").click();
    assertThat(page.locator("#chat-head")).containsText("The concierge answers");
  }

  @Test
  @Tag("nightly")
  void whatWasTypedIsThereAfterTheSessionWasOverAndAfterAReload() {
    var page = signedIn(1440);
    open(page, "/live/" + conversation());
    page.locator("#words").fill("A long answer");
    jdbc.sql("delete from spring_session").update();

    page.locator("#send").click();
    page.locator("#again-name").fill("demo");
    page.locator("#again-password").fill("demo");
    page.locator("#session-over button").click();
    assertThat(page.locator("#session-over")).not().isVisible();
    assertThat(page.locator("#words")).hasValue("A long answer");

    page.reload();
    assertThat(page.locator("#words")).hasValue("A long answer");
    page.locator("#send").click();
    assertThat(page.locator("#messages .out .words").last()).hasText("A long answer");
  }

  @Test
  @Tag("nightly")
  void whoeverIsSlowerIsToldInPlaceAndTheirWordsStay() {
    var mine = signedIn(1440);
    open(mine, "/live/" + conversation());
    mine.locator("#words").fill("I answer");
    jdbc.sql(
            "update conversation set handler = 'PERSON', handler_name = 'Nora Lind', handler_since = now(), epoch = epoch + 1 where id = ?")
        .param(conversation())
        .update();

    mine.locator("#send").click();

    assertThat(mine.locator("#compose-notice")).containsText("wrote since you looked");
    assertThat(mine.locator("#words")).hasValue("I answer");
    assertThat(mine.locator("#chat-head")).containsText("Nora Lind answers");
  }

  @Test
  void aDraftThatWaitsIsChangedAndSentInTheChat() {
    var task = GivenTasks.review(new ConversationId(conversation()));
    GivenTasks.deployed(engine, "review-reply");
    engine.open(task, GivenTasks.variables(new ConversationId(conversation())));
    var page = signedIn(1440);
    open(page, "/live/" + conversation());
    var draft = page.locator(".draft");
    assertThat(draft).containsText("Review reply");
    assertThat(draft.locator("textarea")).hasValue("A colleague will tell you shortly.");

    draft.locator("textarea").fill("Yes, with pleasure.");
    draft.locator("button:has-text('Send')").first().click();

    assertThat(draft).hasCount(0);
    assertThat(engine.fate(task.key()).orElseThrow().assignee()).isEqualTo("demo");
    var answers = Objects.requireNonNull(engine.answers(task.key()));
    assertThat(answers.get("decision")).isEqualTo("approve");
    assertThat(answers.get("reply")).isEqualTo("Yes, with pleasure.");
  }

  @Test
  void whoeverIsSlowerAboutADraftLearnsWhoWas() {
    var task = GivenTasks.review(new ConversationId(conversation()));
    GivenTasks.deployed(engine, "review-reply");
    engine.open(task, GivenTasks.variables(new ConversationId(conversation())));
    var page = signedIn(1440);
    open(page, "/live/" + conversation());
    var draft = page.locator(".draft");
    draft.locator("textarea").fill("My words");
    engine.assign(task.key(), "nora");

    draft.locator("button:has-text('Send')").first().click();

    assertThat(page.locator("#toasts")).containsText("has this task at the moment");
    assertThat(draft.locator("textarea")).hasValue("My words");
  }

  private Page signedIn(int width) {
    var page = chromium.ownPage(width);
    page.navigate(address("/sign-in"));
    page.locator("#name").fill("demo@luxe");
    page.locator("#password").fill("demo");
    page.locator("button").click();
    page.waitForURL("**/live");
    return page;
  }

  private void open(Page page, String path) {
    page.navigate(address(path));
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

  private static void keep(Page page, String path, int width, String look) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(
                PICTURES.resolve(
                    path.substring(1).replaceAll("[^a-z]+", "-")
                        + "-"
                        + width
                        + "-"
                        + look
                        + ".png")));
  }

  private UUID conversation() {
    return jdbc.sql("select id from conversation where recipient_value = ?")
        .param(phone)
        .query(UUID.class)
        .single();
  }

  private void says(String text) {
    inbox.accept(
        List.of(
            new MessageReceived(
                new Origin(
                    Channel.WHATSAPP,
                    DemoAgency.WHATSAPP_ACCOUNT,
                    UUID.randomUUID().toString(),
                    "{}"),
                new Sender(List.of(new Identity(IdentityKind.PHONE, phone)), "Ada Lovelace", null),
                new Content(MessageType.TEXT, text, null, null),
                clock.instant())));
  }
}
