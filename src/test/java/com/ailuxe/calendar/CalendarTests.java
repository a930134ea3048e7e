package com.ailuxe.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.TestClock;
import com.ailuxe.WithJackson2;
import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.BookingChanges;
import com.ailuxe.booking.BookingDetails;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.CancelledBy;
import com.ailuxe.booking.ChangeReceipt;
import com.ailuxe.booking.ChangeWish;
import com.ailuxe.booking.Given;
import com.ailuxe.local.LoopbackServer.Request;
import com.ailuxe.local.WithPostgres;
import com.ailuxe.replicas.News;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.TurnId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.jpa.test.autoconfigure.AutoConfigureDataJpa;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What the calendar shows of what happens to a booking. */
@WithPostgres
@SpringBootTest(
    classes = CalendarTests.Modules.class,
    webEnvironment = WebEnvironment.NONE,
    properties = {
      "ailuxe.calendar.user=olivia",
      "ailuxe.calendar.password=sécret",
      "ailuxe.calendar.timeout=PT3S"
    })
@AutoConfigureDataJpa
class CalendarTests {
  private static final String TEN = "2026-12-10T10:00";
  private static final String TWELVE = "2026-12-10T12:00";
  private static final String FIFTEEN = "2026-12-10T15:00";
  private static final String SIXTEEN = "2026-12-10T16:00";
  private static final int ROUNDS = 20;
  private static final CalendarServer SERVER = new CalendarServer();

  @Autowired CalendarWriter writer;
  @Autowired Bookings bookings;
  @Autowired BookingChanges changes;
  @Autowired Given given;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private AgencyId agency;

  @ComponentScan(
      basePackages = {
        "com.ailuxe.agency",
        "com.ailuxe.contact",
        "com.ailuxe.talent",
        "com.ailuxe.booking",
        "com.ailuxe.calendar",
        "com.ailuxe.rendering",
        "com.ailuxe.staff"
      },
      excludeFilters =
          @Filter(type = FilterType.REGEX, pattern = ".*Tests?(\\$.*)?|.*StaffSessions"))
  @EntityScan({
    "com.ailuxe.agency",
    "com.ailuxe.contact",
    "com.ailuxe.talent",
    "com.ailuxe.booking"
  })
  @EnableJpaRepositories({
    "com.ailuxe.agency",
    "com.ailuxe.contact",
    "com.ailuxe.talent",
    "com.ailuxe.booking"
  })
  @ConfigurationPropertiesScan({"com.ailuxe.booking", "com.ailuxe.calendar", "com.ailuxe.staff"})
  @WithJackson2
  @Import({TestClock.class, Given.class, News.class})
  static class Modules {}

  @DynamicPropertySource
  static void address(DynamicPropertyRegistry properties) {
    properties.add("ailuxe.calendar.url", () -> SERVER.url() + "/dav/{agency}/");
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @BeforeEach
  void agencyWithTwoChauffeurs() {
    jdbc.sql("delete from calendar_entry").update();
    jdbc.sql("delete from staff_notice").update();
    SERVER.reset();
    clock.reset();
    agency = given.agency();
    given.talent(agency, "Paul", "chauffeur");
    given.talent(agency, "Marie", "chauffeur");
  }

  @Test
  void confirmedBookingIsInTheCalendar() {
    var booking = confirmed();
    assertThat(SERVER.calls()).isEmpty();

    writer.writeWaiting();
    writer.writeWaiting();

    var call = onlyCall();
    assertThat(call.method()).isEqualTo("PUT");
    assertThat(call.target()).isEqualTo(path(booking));
    assertThat(call.header("Content-type")).isEqualTo("text/calendar;charset=UTF-8");
    assertThat(call.header("Authorization"))
        .isEqualTo(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString("olivia:sécret".getBytes(StandardCharsets.UTF_8)));
    assertThat(call.text())
        .contains(
            "UID:" + booking,
            "SEQUENCE:0",
            "DTSTART;TZID=Europe/Paris:20261210T100000",
            "DTEND;TZID=Europe/Paris:20261210T120000",
            "SUMMARY:Paul\\, " + bookings.facts(booking).reference(),
            "LOCATION:Ritz\\, Paris",
            "STATUS:CONFIRMED")
        .doesNotContain("Ada", "METHOD");
  }

  @Test
  void whatIsNotConfirmedIsNotInTheCalendar() {
    var held = given.held(agency, "Paul", TEN, TWELVE);
    change(held, at(FIFTEEN));
    bookings.decide(
        given.held(agency, "Marie", TEN, TWELVE), false, Actor.named("Olivia"), null, null);
    bookings.cancel(held, CancelledBy.CONTACT, Actor.named("Ada"), null);

    writer.writeWaiting();

    assertThat(SERVER.calls()).isEmpty();
    assertThat(entries()).isEmpty();
  }

  @Test
  void movedBookingShowsItsNewTimeUnderTheSameUid() {
    var booking = confirmed();
    writer.writeWaiting();
    var change = ((ChangeReceipt.Proposed) change(booking, at(FIFTEEN))).changeId();
    writer.writeWaiting();
    assertThat(SERVER.calls()).hasSize(1);

    changes.decide(change, true, Actor.named("Olivia"), null, null);
    changes.decide(change, true, Actor.named("Olivia"), null, null);
    writer.writeWaiting();

    assertThat(SERVER.calls()).hasSize(2);
    assertThat(shown(booking))
        .contains(
            "UID:" + booking,
            "SEQUENCE:1",
            "DTSTART;TZID=Europe/Paris:20261210T150000",
            "DTEND;TZID=Europe/Paris:20261210T170000");
  }

  @Test
  void bookingOfAnotherTalentShowsThatOne() {
    var booking = confirmed();
    writer.writeWaiting();

    agreeTo(booking, wish("Marie", null, null));
    writer.writeWaiting();

    assertThat(shown(booking)).contains("UID:" + booking, "SEQUENCE:1", "SUMMARY:Marie\\, ");
  }

  @Test
  void anotherPlaceIsShownAndAnotherNumberOfGuestsIsNotTheCalendarsBusiness() {
    var booking = confirmed();
    writer.writeWaiting();

    change(booking, new BookingDetails(null, null, null, null, null, 5, null));
    writer.writeWaiting();
    assertThat(SERVER.calls()).hasSize(1);

    change(booking, new BookingDetails(null, null, null, null, "Hôtel Costes", null, null));
    writer.writeWaiting();
    assertThat(shown(booking)).contains("SEQUENCE:1", "LOCATION:Hôtel Costes");
  }

  @ParameterizedTest
  @EnumSource(CancelledBy.class)
  void bookingThatIsCalledOffLeavesTheCalendar(CancelledBy by) {
    var booking = confirmed();
    writer.writeWaiting();

    callOff(booking, by);
    callOff(booking, by);
    writer.writeWaiting();

    assertThat(methods()).containsExactly("PUT", "DELETE");
    assertThat(shown(booking)).isNull();
  }

  @Test
  void bookingThatGivesItsSlotBackLeavesTheCalendar() {
    var booking = confirmed();
    writer.writeWaiting();

    bookings.release(booking, "contract declined", null);
    bookings.release(booking, "contract declined", null);
    writer.writeWaiting();

    assertThat(methods()).containsExactly("PUT", "DELETE");
    assertThat(shown(booking)).isNull();
  }

  @Test
  void whatSomebodyTookOutOfTheCalendarNeedsNotBeRemovedTwice() {
    var booking = confirmed();
    bookings.cancel(booking, CancelledBy.CONTACT, Actor.named("Ada"), null);

    writer.writeWaiting();

    assertThat(methods()).containsExactly("DELETE");
    assertThat(waiting()).isZero();
  }

  @Test
  void bookingThatIsOverStaysInTheCalendar() {
    var booking = confirmed();
    writer.writeWaiting();

    bookings.complete(booking);
    writer.writeWaiting();

    assertThat(methods()).containsExactly("PUT");
    assertThat(shown(booking)).contains("STATUS:CONFIRMED");
  }

  @Test
  void whatTheDatabaseTookBackNeverHappenedToTheCalendar() {
    var booking = confirmed();
    writer.writeWaiting();

    transaction.executeWithoutResult(
        undone -> {
          bookings.cancel(booking, CancelledBy.CONTACT, Actor.named("Ada"), null);
          undone.setRollbackOnly();
        });
    writer.writeWaiting();

    assertThat(methods()).containsExactly("PUT");
  }

  @Test
  void whatHappensWhileTheServerIsDownArrivesAsItIsThen() {
    var booking = confirmed();
    SERVER.whileDown(
        () -> {
          writer.writeWaiting();
          agreeTo(booking, at(FIFTEEN));
          becomesDue();
          writer.writeWaiting();
          agreeTo(booking, at(SIXTEEN));
        });
    assertThat(entry(booking))
        .containsEntry("attempts", 2)
        .extractingByKey("last_error")
        .isNotNull();
    assertThat(notices()).isEmpty();

    writer.writeWaiting();
    assertThat(SERVER.calls()).as("not due yet").isEmpty();
    becomesDue();
    writer.writeWaiting();
    becomesDue();
    writer.writeWaiting();

    assertThat(onlyCall().text()).contains("SEQUENCE:2", "Europe/Paris:20261210T160000");
    assertThat(entry(booking))
        .containsEntry("written_sequence", 2)
        .containsEntry("attempts", 0)
        .containsEntry("last_error", null);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429, 423})
  void serverThatCannotNowIsAskedAgain(int status) {
    var booking = confirmed();
    SERVER.willAnswer(status);

    writer.writeWaiting();
    assertThat(shown(booking)).isNull();
    assertThat(String.valueOf(entry(booking).get("last_error")))
        .contains("answered with " + status);
    assertThat(notices()).isEmpty();
    becomesDue();
    writer.writeWaiting();

    assertThat(shown(booking)).contains("SEQUENCE:0");
  }

  @Test
  void serverThatSaysNothingIsAskedAgain() {
    var booking = confirmed();
    SERVER.will(
        call -> {
          TimeUnit.SECONDS.sleep(4);
          return 204;
        });

    writer.writeWaiting();
    assertThat(String.valueOf(entry(booking).get("last_error"))).endsWith("got no answer");
    becomesDue();
    writer.writeWaiting();

    assertThat(methods()).containsExactly("PUT", "PUT");
    assertThat(shown(booking)).contains("SEQUENCE:0");
  }

  @Test
  void afterAFailureTheOthersAreLeftForTheNextRound() {
    confirmed();
    given.confirmed(agency, "Marie", TEN, TWELVE);
    SERVER.willAnswer(503);

    writer.writeWaiting();
    assertThat(SERVER.calls()).hasSize(1);
    writer.writeWaiting();

    assertThat(SERVER.calls()).hasSize(2);
    assertThat(waiting()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 404, 405, 409})
  void calendarThatRefusesIsAnnouncedToTheStaffOnceADay(int status) {
    var booking = confirmed();
    for (var attempt = 0; attempt < 3; attempt++) {
      SERVER.willAnswer(status);
    }

    writer.writeWaiting();
    becomesDue();
    writer.writeWaiting();

    assertThat(notices()).hasSize(1);
    assertThat(notices().getFirst())
        .containsEntry("staff_group", "SUPERVISOR")
        .containsEntry("agency_id", agency.value());
    assertThat(String.valueOf(notices().getFirst().get("text")))
        .contains(bookings.facts(booking).reference(), "answered with " + status)
        .doesNotContain("sécret");

    clock.advance(Duration.ofDays(1));
    becomesDue();
    writer.writeWaiting();
    assertThat(notices()).hasSize(2);

    becomesDue();
    writer.writeWaiting();
    assertThat(shown(booking)).contains("SEQUENCE:0");
    assertThat(entry(booking)).containsEntry("last_error", null);
  }

  @Test
  void calendarThatIsAwayForHalfAnHourIsAnnouncedToTheStaff() {
    confirmed();

    for (var attempt = 1; attempt <= 5; attempt++) {
      assertThat(notices()).isEmpty();
      SERVER.willAnswer(503);
      becomesDue();
      writer.writeWaiting();
    }

    assertThat(notices()).hasSize(1);
  }

  @Test
  void pausesGrowToAQuarterOfAnHour() {
    var booking = confirmed();

    var pauses = new ArrayList<Long>();
    for (var attempt = 1; attempt <= 40; attempt++) {
      SERVER.willAnswer(503);
      becomesDue();
      writer.writeWaiting();
      pauses.add(pause(booking));
    }

    assertThat(pauses).startsWith(2L, 4L, 8L, 15L, 15L).endsWith(15L);
  }

  @Test
  void changeDuringACallIsWrittenAfterIt() throws Exception {
    var booking = confirmed();
    var calling = new CountDownLatch(1);
    var changed = new CountDownLatch(1);
    SERVER.will(
        call -> {
          calling.countDown();
          changed.await(10, TimeUnit.SECONDS);
          return null;
        });

    try (var threads = Executors.newSingleThreadExecutor()) {
      var first = threads.submit(writer::writeWaiting);
      assertThat(calling.await(10, TimeUnit.SECONDS)).isTrue();
      agreeTo(booking, at(FIFTEEN));
      writer.writeWaiting();
      assertThat(SERVER.calls()).as("one call at a time").hasSize(1);
      changed.countDown();
      first.get(10, TimeUnit.SECONDS);
    }

    assertThat(SERVER.calls())
        .extracting(call -> call.text().lines().filter(l -> l.startsWith("SEQUENCE")).toList())
        .containsExactly(List.of("SEQUENCE:0"), List.of("SEQUENCE:1"));
    assertThat(waiting()).isZero();
  }

  @Test
  void whoeverIsLastTheCalendarShowsWhatTheBookingIs() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      var day = LocalDateTime.parse(TEN).plusDays(round);
      var booking = given.confirmed(agency, "Paul", day.toString(), day.plusHours(2).toString());

      atOnce(
          () -> change(booking, place("Ritz bar")),
          () -> change(booking, place("Place Vendôme")),
          () -> agreeTo(booking, wish(null, day.plusHours(3), null)),
          writer::writeWaiting,
          writer::writeWaiting);
      writer.writeWaiting();

      var facts = bookings.facts(booking);
      assertThat(waiting()).isZero();
      assertThat(shown(booking))
          .contains(
              "LOCATION:" + facts.place(),
              "SEQUENCE:" + entry(booking).get("sequence"),
              "T%02d0000".formatted(Objects.requireNonNull(facts.start()).wallTime().getHour()));
    }
  }

  @Test
  void cancellationThatRacesAChangeEmptiesTheCalendar() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      var booking = confirmed();

      atOnce(
          () -> change(booking, place("Ritz bar")),
          () -> bookings.cancel(booking, CancelledBy.TALENT, Actor.named("Olivia"), null),
          writer::writeWaiting);
      writer.writeWaiting();

      assertThat(waiting()).isZero();
      assertThat(shown(booking)).isNull();
    }
  }

  private BookingId confirmed() {
    return given.confirmed(agency, "Paul", TEN, TWELVE);
  }

  private void agreeTo(BookingId booking, BookingDetails details) {
    if (change(booking, details) instanceof ChangeReceipt.Proposed proposed) {
      changes.decide(proposed.changeId(), true, Actor.named("Olivia"), null, null);
    }
  }

  private ChangeReceipt change(BookingId booking, BookingDetails details) {
    return changes.request(
        new ChangeWish(
            agency, booking, new TurnId(UUID.randomUUID()), Actor.named("Olivia"), details));
  }

  private static BookingDetails at(String start) {
    return wish(null, LocalDateTime.parse(start), null);
  }

  private static BookingDetails place(String place) {
    return wish(null, null, place);
  }

  private static BookingDetails wish(
      @Nullable String talent, @Nullable LocalDateTime start, @Nullable String place) {
    return new BookingDetails(talent, start, null, null, place, null, null);
  }

  private void callOff(BookingId booking, CancelledBy by) {
    bookings.cancel(booking, by, Actor.named("Olivia"), null);
  }

  private String path(BookingId booking) {
    return "/dav/" + agency + "/" + booking + ".ics";
  }

  private @Nullable String shown(BookingId booking) {
    return SERVER.resource(path(booking));
  }

  private static Request onlyCall() {
    assertThat(SERVER.calls()).hasSize(1);
    return SERVER.calls().getFirst();
  }

  private static List<String> methods() {
    return SERVER.calls().stream().map(Request::method).toList();
  }

  private List<Map<String, Object>> entries() {
    return jdbc.sql("select * from calendar_entry").query().listOfRows();
  }

  private Map<String, Object> entry(BookingId booking) {
    return jdbc.sql("select * from calendar_entry where booking_id = ?")
        .param(booking.value())
        .query()
        .singleRow();
  }

  private int waiting() {
    return jdbc.sql(
            "select count(*) from calendar_entry where written_sequence is distinct from sequence")
        .query(Integer.class)
        .single();
  }

  private long pause(BookingId booking) {
    return jdbc.sql(
            """
            select round(extract(epoch from not_before - now()) / 60) from calendar_entry
            where booking_id = ?""")
        .param(booking.value())
        .query(Long.class)
        .single();
  }

  private List<Map<String, Object>> notices() {
    return jdbc.sql("select * from staff_notice order by queued_at").query().listOfRows();
  }

  private void becomesDue() {
    jdbc.sql("update calendar_entry set not_before = now()").update();
  }

  private static void atOnce(Runnable... calls) throws Exception {
    var go = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(calls.length)) {
      var running = new ArrayList<Future<?>>();
      for (var call : calls) {
        running.add(
            threads.submit(
                () -> {
                  go.await();
                  call.run();
                  return null;
                }));
      }
      go.countDown();
      for (var one : running) {
        one.get(30, TimeUnit.SECONDS);
      }
    }
  }
}
