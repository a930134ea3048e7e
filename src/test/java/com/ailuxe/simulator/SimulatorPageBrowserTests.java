package com.ailuxe.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ailuxe.Chromium;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("nightly")
class SimulatorPageBrowserTests {
  private static final String JAMES = "447700900123";
  private static final String BUTTONS =
      """
      {"messaging_product":"whatsapp","to":"447700900123","type":"interactive","interactive":{
       "type":"button","header":{"type":"document","document":{"id":"%s","filename":"Agreement.pdf"}},
       "body":{"text":"Your agreement"},"action":{"buttons":[
        {"type":"reply","reply":{"id":"accept:7","title":"Accept"}},
        {"type":"reply","reply":{"id":"decline:7","title":"Decline"}}]}}}""";

  @RegisterExtension static final Chromium chromium = new Chromium();
  @RegisterExtension final SimulatorTestBed bed = new SimulatorTestBed();
  private Caller caller;
  private FakeApp app;

  @BeforeEach
  void wire() {
    caller = bed.caller();
    app = bed.app();
  }

  private Page open(int width, String chat) {
    var page = chromium.ownPage(width);
    page.navigate("http://127.0.0.1:" + bed.port() + "/" + (chat.isEmpty() ? "" : "#" + chat));
    assertThat(page.locator("#people .person").first()).isAttached();
    return page;
  }

  private static Locator bubble(Page page, String text) {
    return page.locator(".message", new Page.LocatorOptions().setHasText(text));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void enterSendsAndTheTicksShowHowFarItGot() {
    var page = open(1280, "james/whatsapp");
    page.getByLabel("Message").fill("A chauffeur for Ascot?");
    page.keyboard().press("Enter");

    assertThat(bubble(page, "A chauffeur for Ascot?")).isVisible();
    assertThat(page.getByLabel("Message")).hasValue("");
    assertThat(bubble(page, "Ascot").getByLabel("Delivered")).isVisible();
    var id = caller.log("james", "whatsapp").at("/0/id").asText();
    caller.whatsApp(
        "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"%s\"}"
            .formatted(id));
    assertThat(
            bubble(page, "Ascot")
                .getByLabel("Read", new Locator.GetByLabelOptions().setExact(true)))
        .isVisible();
    page.keyboard().press("Enter");
    assertThat(caller.log("james", "whatsapp")).hasSize(1);
  }

  @Test
  void answerThatComesAfterItsEventsTakesNoTickBack() {
    var page = open(1280, "james/whatsapp");
    var held = new ArrayList<Route>();
    page.route("**/messages", held::add);
    page.getByLabel("Message").fill("Slow answer");
    page.keyboard().press("Enter");
    page.waitForCondition(() -> !held.isEmpty());
    var answer = held.getFirst().fetch();
    assertThat(bubble(page, "Slow answer").getByLabel("Delivered")).isVisible();

    page.waitForResponse(
        "**/messages",
        () -> held.getFirst().fulfill(new Route.FulfillOptions().setResponse(answer)));
    page.evaluate(
        "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    assertThat(bubble(page, "Slow answer").getByLabel("Delivered")).isVisible();
  }

  @Test
  void doubleClickSendsAndPressesOnce() {
    var page = open(1280, "james/whatsapp");
    page.getByLabel("Message").fill("Hello");
    button(page, "Send").dblclick();
    assertThat(bubble(page, "Hello")).hasCount(1);
    var mediaId = caller.uploadMedia("a.pdf", "application/pdf", new byte[] {1}).text("/id");
    caller.whatsApp(BUTTONS.formatted(mediaId));
    button(page, "Accept").dblclick();

    assertThat(bubble(page, "Accept").and(page.locator(".own"))).isVisible();
    assertThat(button(page, "Decline")).isDisabled();
    await().until(() -> app.messages().size() >= 2);
    var log = caller.log("james", "whatsapp");
    assertThat(log).hasSize(3);
    assertThat(log.at("/2/details/button_reply/id").asText()).isEqualTo("accept:7");
  }

  @Test
  void documentOpensAndTheOpenChatIsRead() {
    var pdf = "%PDF-1.4 agreement".getBytes(StandardCharsets.UTF_8);
    caller.says("james", "whatsapp", "Hello");
    var page = open(1280, "james/whatsapp");
    caller.whatsApp(
        BUTTONS.formatted(caller.uploadMedia("a.pdf", "application/pdf", pdf).text("/id")));

    var card = page.locator("a.document", new Page.LocatorOptions().setHasText("Agreement.pdf"));
    assertThat(card).isVisible();
    assertThat(caller.plain(card.getAttribute("href")).bytes()).isEqualTo(pdf);
    await().until(() -> app.statuses().equals(List.of("sent", "delivered", "read")));
  }

  @Test
  void chatThatIsNotOpenCountsAsUnread() {
    caller.says("james", "whatsapp", "Hello");
    var page = open(1280, "amelie/whatsapp");
    caller.whatsAppText(JAMES, "Good evening");

    assertThat(page.locator("[data-contact=james] .unread")).hasText("1");
    assertThat(app.statuses()).doesNotContain("read");
    page.locator("[data-contact=james]").click();
    assertThat(bubble(page, "Good evening")).isVisible();
    assertThat(page.locator("[data-contact=james] .unread")).hasCount(0);
    await().until(() -> app.statuses().contains("read"));
  }

  @Test
  void chatThatIsOpenIsNeverUnread() {
    caller.says("james", "whatsapp", "Hello");
    var page = open(1440, "james/whatsapp");
    var held = new ArrayList<Route>();
    page.route("**/read", held::add);
    caller.whatsAppText(JAMES, "Good evening");
    page.waitForCondition(() -> held.size() == 1);
    var answer = held.getFirst().fetch();
    caller.whatsAppText(JAMES, "We are open");
    assertThat(bubble(page, "We are open")).isVisible();

    assertThat(page.locator("[data-contact=james] .unread")).hasCount(0);
    held.getFirst().fulfill(new Route.FulfillOptions().setResponse(answer));
    page.waitForCondition(() -> held.size() == 2);
    held.getLast().resume();
    await().until(() -> app.statuses().stream().filter("read"::equals).count() == 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1440})
  void longQuoteEndsAtTheEndOfALine(int width) {
    caller.says("james", "whatsapp", "A yacht with a crew for eight of us. ".repeat(12));
    var id = caller.log("james", "whatsapp").at("/0/id").asText();
    caller.whatsApp(
        """
        {"messaging_product":"whatsapp","to":"%s","type":"text","context":{"message_id":"%s"},
         "text":{"body":"With pleasure"}}"""
            .formatted(JAMES, id));
    var page = open(width, "james/whatsapp");

    var words = page.locator(".quote .words");
    assertThat(words).isVisible();
    assertThat(words).hasCSS("-webkit-line-clamp", "2");
    assertThat(words).hasCSS("padding-bottom", "0px");
  }

  @Test
  void rowOfAListIsChosenByKeyboard() {
    caller.says("james", "whatsapp", "Hello");
    var page = open(1280, "james/whatsapp");
    caller.whatsApp(
        """
        {"messaging_product":"whatsapp","to":"447700900123","type":"interactive","interactive":{
         "type":"list","body":{"text":"Which yacht?"},"action":{"button":"See the yachts","sections":[
          {"title":"Cannes","rows":[{"id":"y1","title":"Aurelia"},{"id":"y2","title":"Nereid"}]}]}}}""");
    page.getByText("See the yachts").focus();
    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");

    assertThat(bubble(page, "Nereid").and(page.locator(".own"))).isVisible();
    assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
  }

  @Test
  void telegramButtonsLinksAndTypingAreShown() {
    caller.says("yuki", "telegram", "/start");
    var page = open(1280, "yuki/telegram");
    caller.bot("sendChatAction", "{\"chat_id\":700003,\"action\":\"typing\"}");
    assertThat(page.locator(".dots")).isVisible();
    caller.bot(
        "sendMessage",
        """
        {"chat_id":700003,"text":"Book <now>?","reply_markup":{"inline_keyboard":[[
         {"text":"Book","callback_data":"book"},{"text":"Fleet","url":"https://example.org/"}]]}}""");

    assertThat(bubble(page, "Book <now>?")).isVisible();
    assertThat(page.locator(".dots")).hasCount(0);
    assertThat(page.getByText("Fleet ↗")).hasAttribute("href", "https://example.org/");
    button(page, "Book").click();
    assertThat(page.locator(".message.pressed")).containsText("Book");
    var updates = caller.bot("getUpdates", "{}").at("/result");
    var query = updates.at("/1/callback_query/id").asText();
    caller.bot(
        "answerCallbackQuery",
        "{\"callback_query_id\":\"%s\",\"text\":\"Noted\"}".formatted(query));
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("Noted");
  }

  @Test
  void tickThatChangesUnderAPressedFingerLosesNoPress() {
    caller.says("yuki", "telegram", "/start");
    var page = open(1280, "yuki/telegram");
    page.evaluate("Object.defineProperty(document, 'hidden', {value: true, configurable: true})");
    caller.bot(
        "sendMessage",
        """
        {"chat_id":700003,"text":"Aurelia?","reply_markup":{"inline_keyboard":[[
         {"text":"Book","callback_data":"book"}]]}}""");
    var read = bubble(page, "Aurelia?").getByLabel("Read");
    button(page, "Book").hover();
    assertThat(read).hasCount(0);
    page.mouse().down();
    page.evaluate("delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))");
    assertThat(read).isVisible();
    page.mouse().up();

    assertThat(page.locator(".message.pressed")).containsText("Book");
  }

  @Test
  void ownerAnswersFromTheBusinessPhone() {
    caller.says("james", "whatsapp", "Hello");
    var page = open(1280, "james/whatsapp");
    page.locator("#text").fill("Good evening, James");
    page.locator("#more").click();
    page.getByText("Send as the owner, from the business phone").click();

    assertThat(bubble(page, "Good evening, James").and(page.locator(".owner"))).isVisible();
    assertThat(page.locator("#text")).hasValue("");
  }

  @Test
  void fileIsAttached() {
    var page = open(1280, "amelie/whatsapp");
    button(page, "Attach").click();
    var chooser = page.waitForFileChooser(() -> page.getByText("Photo, video or document").click());
    chooser.setFiles(new FilePayload("passport.pdf", "application/pdf", new byte[] {1, 2}));

    assertThat(page.locator("a.document")).containsText("passport.pdf");
    await().until(() -> app.messages().size() == 1);
    assertThat(app.messages().getFirst().value().at("/messages/0/document/filename").asText())
        .isEqualTo("passport.pdf");
  }

  @Test
  void clockMovesAndATargetThatDoesNotFollowIsNamed() {
    var page = open(1280, "james/whatsapp");
    button(page, "+24 h").click();
    assertThat(page.locator("#shift")).hasText("24 h ahead of real time");
    assertThat(button(page, "+24 h")).isEnabled();
    assertThat(app.on("/local/clock")).hasSize(1);

    app.answersNext(500);
    button(page, "+1 h").click();
    var alert = page.getByRole(AriaRole.ALERT);
    assertThat(alert).containsText("The app’s clock did not follow: answered 500");
    button(page, "Let it catch up").click();
    assertThat(alert).isHidden();
    assertThat(page.locator("#shift")).hasText("25 h ahead of real time");
    await().until(() -> app.on("/local/clock").size() == 3);
    assertThat(app.on("/local/clock"))
        .extracting(got -> got.json().path("offsetMilli").asLong())
        .containsExactly(86_400_000L, 90_000_000L, 90_000_000L);
  }

  @Test
  void connectionShowsTheLastAnswerOfTheApp() {
    var page = open(1280, "james/whatsapp");
    var link = page.locator("#links li", new Page.LocatorOptions().setHasText("WhatsApp"));
    assertThat(link).containsText("nothing sent yet");
    caller.says("james", "whatsapp", "Hello");
    assertThat(link).containsText("200 in");

    app.answersNext(500, 500, 500, 500);
    caller.says("james", "whatsapp", "Again");
    assertThat(link).containsText("answered 500 · 1 given up");
    button(page, "Try again now").click();
    assertThat(link).containsText("200 in");
  }

  @Test
  void troubleIsMadeCountsDownAndIsCleared() {
    caller.says("james", "whatsapp", "Hello");
    var page = open(1280, "james/whatsapp");
    var trouble = page.locator(".trouble");
    assertThat(trouble).containsText("Both providers behave.");
    assertThat(button(page, "Clear")).isHidden();

    page.getByText("Make trouble").click();
    trouble.getByLabel("What goes wrong").selectOption("TOO_MANY_REQUESTS");
    trouble.getByLabel("Seconds to wait").fill("7");
    trouble.getByLabel("Where").selectOption("whatsapp");
    trouble.getByLabel("How often").selectOption("3 times");
    button(page, "Start").click();
    var fault = page.locator("#faults li");
    assertThat(fault).containsText("Too many requests: 429");
    assertThat(fault).containsText("WhatsApp · 7 s");
    assertThat(fault).containsText("3\u00a0left");
    var known = caller.get("/misbehaviour").at("/faults/0");
    assertThat(known.path("retryAfterSeconds").asInt()).isEqualTo(7);

    assertThat(caller.whatsAppText(JAMES, "Hi").status()).isEqualTo(429);
    assertThat(fault).containsText("2\u00a0left");

    trouble.getByLabel("What goes wrong").selectOption("LATE_WEBHOOK");
    trouble.getByLabel("How often").selectOption("Until cleared");
    button(page, "Start").click();
    assertThat(fault).hasCount(2);
    assertThat(fault.last()).containsText("until cleared");
    assertThat(caller.get("/misbehaviour").at("/faults/1/delay").asText()).isEqualTo("PT5S");

    button(page, "Clear").click();
    assertThat(trouble).containsText("Both providers behave.");
    assertThat(caller.get("/misbehaviour").at("/faults")).isEmpty();
    assertThat(caller.whatsAppText(JAMES, "Hi").status()).isEqualTo(200);
  }

  @Test
  void troubleAsksForWhatItsKindNeedsOnly() {
    var page = open(1280, "james/whatsapp");
    page.getByText("Make trouble").click();
    var trouble = page.locator(".trouble");
    var kinds = trouble.getByLabel("What goes wrong");
    for (var kind : kinds.locator("option").allTextContents()) {
      kinds.selectOption(kind);
      button(page, "Start").click();
      assertThat(page.locator("#faults li").last()).containsText(kind);
    }

    assertThat(page.locator("#faults li")).hasCount(Misbehaviour.Kind.values().length);
    assertThat(caller.get("/misbehaviour").at("/faults"))
        .extracting(fault -> fault.path("kind").asText())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Misbehaviour.Kind.values()).map(Enum::name).toList());
    kinds.selectOption("FAILED_STATUS");
    assertThat(trouble.getByLabel("Where")).hasValue("whatsapp");
    kinds.selectOption("LOST_WEBHOOK");
    assertThat(page.locator("#fault-measure")).isHidden();
  }

  @Test
  void contactIsAdded() {
    var page = open(1280, "");
    button(page, "Add").click();
    var dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel("Name").fill("Nora Berg");
    dialog.getByText("Add", new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("needs a phone");
    dialog.getByLabel("Telegram id").fill("700055");
    dialog.getByText("Add", new Locator.GetByTextOptions().setExact(true)).click();

    assertThat(page.locator("#phone-owner")).hasText("Nora Berg");
    assertThat(page.locator("[data-contact=nora-berg]")).isVisible();
  }

  @Test
  void phoneWidthShowsTheListThenTheChatAndGoesBack() {
    caller.says("james", "whatsapp", "Hello");
    caller.whatsAppText(JAMES, "a".repeat(60) + " " + "https://example.org/" + "b".repeat(90));
    var page = open(390, "");
    assertThat(page.locator("#now-time")).isVisible();
    assertThat(page.locator("#chat")).isHidden();
    page.locator("[data-contact=james]").click();
    assertThat(page.locator("#chat")).isVisible();
    assertThat(page.locator("#phone-time")).hasText(Pattern.compile("\\d\\d:\\d\\d"));
    assertThat(overflow(page)).isZero();
    page.getByLabel("Back to the contacts").click();
    assertThat(page.locator("#people")).isVisible();
    page.getByText("Make trouble").click();
    assertThat(button(page, "Start")).isVisible();
    assertThat(overflow(page)).isZero();
  }

  private static int overflow(Page page) {
    return (Integer)
        page.evaluate(
            "() => Math.max(document.documentElement.scrollWidth, document.querySelector('#chat').scrollWidth)"
                + " > innerWidth ? 1 : 0");
  }

  @Test
  void textHasEnoughContrast() {
    caller.says("james", "whatsapp", "Hello");
    caller.whatsApp(
        BUTTONS.formatted(
            caller.uploadMedia("a.pdf", "application/pdf", new byte[] {1}).text("/id")));
    caller.post(
        "/contacts/james/whatsapp/press",
        "{\"messageId\":\"%s\",\"button\":\"Accept\"}"
            .formatted(caller.log("james", "whatsapp").at("/1/id").asText()));
    var page = open(1280, "james/whatsapp");
    assertThat(bubble(page, "Accept").and(page.locator(".own"))).isVisible();
    page.getByText("Make trouble").click();
    button(page, "Start").click();
    assertThat(page.locator("#faults li")).isVisible();

    assertThat((List<?>) page.evaluate(TOO_FAINT)).isEmpty();
  }

  /** Texts below 4.5 to 1 against the first solid colours behind them. */
  private static final String TOO_FAINT =
      """
      () => {
        const parse = text => {
          const n = text.match(/[\\d.]+/g).map(Number);
          return {rgb: n.slice(0, 3), a: n.length > 3 ? n[3] : 1};
        };
        const behind = node => {
          const layers = [];
          for (let at = node; at; at = at.parentElement) {
            const style = getComputedStyle(at);
            if (style.backgroundImage.includes('linear-gradient')) return null;
            const color = parse(style.backgroundColor);
            if (color.a > 0) layers.push(color);
            if (color.a === 1) break;
          }
          return layers.reverse().reduce((under, over) =>
            over.rgb.map((c, i) => c * over.a + under[i] * (1 - over.a)), [14, 12, 9]);
        };
        const light = rgb => {
          const [r, g, b] = rgb.map(c => c / 255).map(c =>
            c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const faint = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        let seen = 0;
        while (walker.nextNode()) {
          const node = walker.currentNode.parentElement;
          if (!walker.currentNode.data.trim() || !node.checkVisibility()) continue;
          const under = behind(node);
          if (!under) continue;
          const [one, two] = [light(parse(getComputedStyle(node).color).rgb), light(under)];
          const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
          seen++;
          if (ratio < 4.5) faint.push(`${walker.currentNode.data.trim()} ${ratio.toFixed(2)}`);
        }
        return seen > 20 ? faint : ['only ' + seen + ' texts looked at'];
      }""";
}
