package com.ailuxe.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ailuxe.Chromium;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The README's tour, in its own words and in the real pages; it may name any day. */
@Tag("stack")
@ResourceLock("stack")
@ExtendWith(FullStack.class)
class TourBrowserTests {
  private static final double PATIENCE = Duration.ofSeconds(90).toMillis();
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final Pattern INSTANCE = Pattern.compile("^\\d{16}$");
  private static final Tour TOUR = Tour.read();

  @RegisterExtension static final Chromium chromium = new Chromium();

  private static LocalStackProcess stack;
  private static Http simulator;
  private static Tasklist tasks;
  private static JdbcClient database;

  @BeforeAll
  static void theOneCommand(LocalStackProcess full) {
    stack = full;
    simulator = new Http(stack.simulator());
    tasks = Tasklist.signIn(stack.camunda());
    database = JdbcClient.create(new DriverManagerDataSource(stack.database(), "ailuxe", "ailuxe"));
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
  }

  @Test
  void theTourUntilTheBookingIsFirm() {
    Phone.withWhatsApp(simulator, "Nora Lindqvist", "46701740605");
    var nora = open("Nora Lindqvist", "WhatsApp");
    nora.makesABookingFirm(nora.freeDay().plusDays(3));
  }

  @Tag("nightly")
  @Test
  void theTourOnWhatsApp() {
    var james = open(TOUR.names(1).getFirst(), "WhatsApp");
    james.keepsABooking();
    assertThat(james.phone().receives("in two days")).containsText("Template reminder_48h");
    assertThat(james.phone().receives("tomorrow")).not().containsText("Template");

    james.holds(james.freeDay());
    james.phone().says(TOUR.words(9).getFirst());
    james.phone().presses("Cancel BK-");
    james.phone().receives("Your booking is cancelled");
  }

  @Tag("nightly")
  @Test
  void theTourOnTelegram() {
    var elena = open(TOUR.names(8).getFirst(), "Telegram");
    elena.keepsABooking();

    elena.phone().says(TOUR.words(8).getFirst());
    assertThat(elena.opens(TOUR.names(8).get(1), "Task_ReviewReply"))
        .containsText("Why you are asked");
    elena.phone().says(TOUR.words(8).get(1));
    elena.phone().receives("A person from our team takes over");
    assertThat(elena.opens(TOUR.names(8).get(2), "Task_AnswerByHand"))
        .containsText("The contact asks for a person");
    elena.tasklist().assignsToMe();
    elena.tasklist().fills("Reply to the contact", "Here I am, Elena.");
    elena.tasklist().ticks(TOUR.names(8).get(3));
    elena.tasklist().completes();
    elena.phone().receives("Here I am, Elena.");

    var reference = elena.holds(elena.freeDay());
    elena.tasklist().startsProcess(TOUR.names(9).getFirst(), TOUR.names(9).get(1));
    elena.tasklist().fills("Booking", reference.toLowerCase(Locale.ROOT).replace('-', ' '));
    elena.tasklist().submitsTheStart();
    assertThat(elena.opens(TOUR.names(9).get(2), "Task_FileRequest"))
        .containsText(Pattern.compile(reference + ".*Aurelia", Pattern.DOTALL));
    elena.tasklist().assignsToMe();
    elena.tasklist().chooses("Cancel: the contact asked for it");
    elena.tasklist().shows("Cancelling is free of charge.");
    elena.tasklist().completes();
    elena.phone().receives("Your booking is cancelled");
  }

  private static Visit open(String contact, String messenger) {
    return new Visit(
        contact,
        PhonePage.open(chromium.ownPage(1280), stack.simulator(), contact, messenger),
        TasklistPage.signIn(chromium.page(1280), stack.camunda()),
        chromium.page(1280));
  }

  /** What the tour has open: a phone, Tasklist and Operate. */
  private record Visit(String contact, PhonePage phone, TasklistPage tasklist, Page operate) {
    /** Steps 1 to 4, on this day. */
    void makesABookingFirm(LocalDate day) {
      phone.says(TOUR.words(1).getFirst());
      phone.receives("automatic concierge of Maison Luxe");
      holds(day);

      phone.says(TOUR.words(2).get(1).replace("James Whitfield", contact));
      phone.receives("in the name of “" + contact + "”");

      assertThat(opens(TOUR.names(3).getFirst(), "Task_ApproveBooking"))
          .containsText(Pattern.compile("Aurelia.*14:00.*20:00.*No conflicts", Pattern.DOTALL));
      tasklist.assignsToMe();
      tasklist.chooses("Approve: the contract goes out");
      tasklist.completes();

      phone.receives("Our team has approved");
      var contract = phone.receives("service agreement LUXE-");
      assertThat(simulator.bytes(contract.locator("a.document").getAttribute("href")))
          .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
      phone.presses(TOUR.button(4));
      phone.receives("your booking is firm");
    }

    /** Steps 1 to 7. */
    void keepsABooking() {
      var day = freeDay();
      makesABookingFirm(day);

      shows(TOUR.words(5).getFirst(), "active=true&flowNodeId=CallActivity_Reminders");
      shows(TOUR.words(5).get(1), "completed=true");
      awaitOneOf(
          """
          select 1 from reminder r join booking b on b.id = r.booking_id
          join contact c on c.id = b.contact_id
          where c.display_name = ? and r.state = 'PLANNED'""");

      var start = day.atTime(14, 0);
      phone.movesTheClockTo(start.minusHours(48));
      phone.receives("in two days");
      phone.movesTheClockTo(start.minusHours(25));
      phone.says(TOUR.words(6).getFirst());
      phone.isAnswered();
      phone.movesTheClockTo(start.minusHours(24));
      phone.receives("tomorrow");
      phone.movesTheClockTo(start.minusHours(1));
      phone.receives("about an hour");
      phone.movesTheClockTo(start.plusHours(7));
      phone.receives("It was a pleasure");
      awaitOneOf(
          """
          select 1 from booking b join contact c on c.id = b.contact_id
          where c.display_name = ? and b.state = 'COMPLETED'""");
    }

    LocalDate freeDay() {
      return Phone.today(simulator).plusDays(30);
    }

    /**
     * Step 2, on this day.
     *
     * @return the reference of the booking
     */
    String holds(LocalDate day) {
      phone.says(TOUR.words(2).getFirst().replace("20 December", DAY.format(day)));
      var held = phone.receives(DAY.format(day) + ", 14:00 – 20:00");
      assertThat(held).containsText("It is held for you, not yet confirmed");
      var reference = Pattern.compile("BK-\\d+-\\d+").matcher(held.innerText());
      assertThat(reference.find()).isTrue();
      return reference.group();
    }

    Locator opens(String name, String elementId) {
      var form = tasklist.opens(name, tasks.task(elementId, contact));
      assertThat(form).containsText(contact);
      return form;
    }

    /** Operate learns of a case a moment later, and a page of before that does not find it. */
    private void shows(String process, String filter) {
      await()
          .atMost(Duration.ofMinutes(3))
          .pollInSameThread()
          .untilAsserted(
              () -> {
                operate.navigate(
                    "%s/operate/processes?process=%s&version=1&%s"
                        .formatted(stack.camunda(), process, filter));
                assertThat(operate.getByText(INSTANCE).first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
              });
    }

    private void awaitOneOf(String rowsOfTheContact) {
      await()
          .atMost(Duration.ofSeconds(90))
          .until(
              () ->
                  !database
                      .sql(rowsOfTheContact)
                      .param(contact)
                      .query(Integer.class)
                      .list()
                      .isEmpty());
    }
  }
}
