package com.ailuxe.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.Chromium;
import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.board.Documents;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.Given;
import com.ailuxe.journey.NoEngine;
import com.ailuxe.reminder.ReminderRule;
import com.ailuxe.reminder.ReminderRule.Until;
import com.ailuxe.reminder.Reminders;
import com.ailuxe.shared.BookingId;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A concierge's work with bookings, in Chromium. */
@ConsoleModuleTest
@Import(Given.class)
class BookingsBrowserTests {
  private static final Path SHOTS = Path.of("target", "screenshots", "bookings");

  @RegisterExtension static final Chromium chromium = new Chromium();

  @LocalServerPort int port;
  @Autowired Given given;
  @Autowired Bookings bookings;
  @Autowired Reminders reminders;
  @Autowired NoEngine.Desk desk;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private String talent;
  private BookingId booking;
  private String reference;

  @BeforeEach
  void bookingOfTomorrow() {
    clock.reset();
    desk.away(false);
    talent = "Yacht " + UUID.randomUUID().toString().substring(0, 8);
    given.talent(DemoAgency.ID, talent, "yacht");
    booking = given.confirmed(DemoAgency.ID, talent, "2026-12-02T10:00", "2026-12-02T14:00");
    reference = bookings.facts(booking).reference();
    Documents.accepted(jdbc, DemoAgency.ID, booking);
    reminders.plan(
        booking,
        List.of(
            new ReminderRule("48h", Duration.ofHours(48), "reminder-48h", Until.DAY),
            new ReminderRule("24h", Duration.ofHours(24), "reminder-24h", Until.DAY),
            new ReminderRule("1h", Duration.ofHours(1), "reminder-1h", Until.EVENT)),
        List.of());
  }

  @Test
  void bookingIsFoundAndCancelledWithItsFeeSaidBefore() {
    var page = signedIn(1440, "/bookings");
    page.getByRole(AriaRole.SEARCHBOX).fill(reference.toLowerCase(Locale.ROOT));
    assertThat(page.locator("#found tbody tr")).hasCount(1);
    var badge = page.locator("#found .badge").first();
    badge.focus();
    assertThat(badge.locator(".hint-card")).isVisible();
    assertThat(badge.locator(".hint-card")).containsText("booked late");
    shot(page, "list");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(reference)).click();
    assertThat(page.getByRole(AriaRole.HEADING, named(reference)).first()).isVisible();

    button(page, "Cancel").click();
    assertThat(page.locator("#desk")).containsText("EUR 450.00");
    page.getByLabel("The contact asked for it").check();
    shot(page, "cancel");
    button(page, "Cancel the booking").click();

    assertThat(page.locator("#desk")).containsText("is cancelled");
    assertThat(page.locator("#story")).containsText("cancelled by Camille");
    assertThat(bookings.facts(booking).state()).isEqualTo(BookingState.CANCELLED);
  }

  @Test
  void changeIsProposedAndATimeThatIsTakenIsAnsweredWithFreeOnes() {
    var held = given.held(DemoAgency.ID, talent, "2026-12-20T10:00", "2026-12-20T12:00");
    var page = signedIn(390, "/bookings/" + bookings.facts(held).reference());
    button(page, "Change").click();
    page.getByLabel("Starts").fill("2026-12-02T11:00");
    page.getByLabel("Ends").fill("2026-12-02T13:00");
    page.getByLabel("Guests").fill("5");
    button(page, "Change the booking").click();

    assertThat(page.locator("#desk")).containsText(talent + " is taken at that time.");
    assertThat(page.getByLabel("Guests")).hasValue("5");
    var offer = page.locator("#desk .chip").first();
    assertThat(offer).containsText("Wed 2 Dec 2026");
    shot(page, "taken-390");
    offer.click();
    button(page, "Change the booking").click();

    assertThat(page.locator("#desk")).containsText("is changed");
    assertThat(page.locator("#story")).containsText("changed by Camille");
    assertThat(page.evaluate("document.querySelector('#page').scrollWidth")).isEqualTo(390);
    shot(page, "changed-390");
  }

  @Test
  @Tag("nightly")
  void newBookingIsMadeFromTheCalendarForAContactWhoIsLookedFor() {
    var page = signedIn(1440, "/bookings/calendar?day=2026-12-01");
    assertThat(page.locator("table.calendar")).containsText("Ada Private");
    shot(page, "week");
    var add = page.getByLabel("New booking of " + talent + " on Thu 3");
    add.focus();
    page.keyboard().press("Enter");
    page.getByLabel("Look for a contact").fill("Ada");
    page.locator("#desk-contacts input").first().check();
    page.getByLabel("Place").fill("Port Hercule");
    page.getByLabel("Guests").fill("4");
    button(page, "Make the booking").click();
    assertThat(page.locator("#desk")).containsText("Enter what the contact wants to spend");
    page.getByLabel("Budget in EUR").fill("900");
    assertThat(page.getByLabel("Place")).hasValue("Port Hercule");
    page.locator("#desk-contacts input").first().check();
    shot(page, "new");
    button(page, "Make the booking").click();

    assertThat(page.locator("#desk")).containsText("The booking is made");
    assertThat(
            jdbc.sql("select place from booking where place = 'Port Hercule'")
                .query(String.class)
                .list())
        .isNotEmpty();
    page.navigate(at("/bookings/calendar?view=month&day=2026-12-01"));
    assertThat(page.locator("table.calendar")).isVisible();
    shot(page, "month");
  }

  @Test
  @Tag("nightly")
  void wishWaitsWhileTheEngineIsAwayAndCanBeTakenBack() {
    desk.away(true);
    var page = signedIn(1440, "/bookings/" + reference);
    button(page, "Cancel").click();
    page.getByLabel("The agency has to").check();
    button(page, "Cancel the booking").click();
    assertThat(page.locator("#desk")).containsText("has not carried it out yet");
    shot(page, "waits");
    button(page, "Take it back").click();

    assertThat(page.locator("#desk")).containsText("Taken back");
    assertThat(bookings.facts(booking).state()).isEqualTo(BookingState.CONFIRMED);
  }

  @Test
  @Tag("nightly")
  void documentOpensBesideTheList() {
    var page = signedIn(1440, "/bookings/contracts");
    page.getByRole(AriaRole.BUTTON, named("Preview")).first().click();
    assertThat(page.locator("#preview")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("#preview")).isHidden();
  }

  private String at(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
  }

  private static void shot(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
  }

  private Page signedIn(int width, String path) {
    var page = chromium.ownPage(width);
    page.navigate(at("/sign-in/luxe?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8)));
    page.getByLabel("Name").fill("demo");
    page.getByLabel("Password").fill("demo");
    button(page, "Sign in").click();
    page.waitForURL(at(path));
    return page;
  }
}
