package com.ailuxe.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BookingDatabaseTest
class BookingFactsTests {
  private static final String TEN = "2026-12-01T10:00";
  private static final String NOON = "2026-12-01T12:30";
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Autowired Bookings bookings;
  @Autowired Given given;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  AgencyId agency;

  @BeforeEach
  void agencyWithOneYacht() {
    clock.set("2026-11-22T12:00:00Z");
    agency = given.agency();
    given.talent(agency, "Aurora", "yacht");
  }

  @Test
  void factsTellAllThatAPersonNeedsToDecide() {
    given.talent(agency, "Zephyr", "yacht", "Nice", "Europe/Paris");
    given.talent(agency, "Boreal", "yacht");
    var contact = given.contact(agency);
    var conversation = given.conversation(agency, contact);
    var id = given.inquiry(agency, contact, conversation, "Aurora", TEN, NOON);
    bookings.hold(id);

    assertThat(bookings.facts(id))
        .isEqualTo(
            new BookingFacts(
                id,
                "BK-2026-0001",
                BookingState.HELD,
                agency,
                contact,
                conversation,
                "Aurora",
                "yacht",
                new EventTime(LocalDateTime.parse(TEN), PARIS),
                new EventTime(LocalDateTime.parse(NOON), PARIS),
                "Ritz, Paris",
                2,
                Money.of("900", "EUR"),
                null,
                false,
                null,
                null,
                List.of(),
                List.of("Boreal", "Zephyr"),
                0));
  }

  @Test
  void conflictsAreBookingsThatOverlapOrLeaveTooLittleTimeToTravel() {
    given.confirmed(agency, "Aurora", "2026-12-01T06:00", "2026-12-01T08:01");
    given.held(agency, "Aurora", "2026-12-01T14:00", "2026-12-01T15:00");
    // Two hours before and after, so no conflicts.
    given.held(agency, "Aurora", "2026-12-01T05:00", "2026-12-01T06:00");
    given.held(agency, "Aurora", "2026-12-01T15:00", "2026-12-01T16:00");
    var id = given.inquiry(agency, "Aurora", "2026-12-01T10:00", "2026-12-01T13:00");

    assertThat(bookings.facts(id).conflicts())
        .containsExactly(
            taken("BK-2026-0001", "2026-12-01T06:00", "2026-12-01T08:01", true),
            taken("BK-2026-0002", "2026-12-01T14:00", "2026-12-01T15:00", false));
  }

  @Test
  void conflictsLeaveOutWhatHoldsNoSlot() {
    given.held(agency, "Aurora", TEN, NOON);
    given.inquiry(agency, "Aurora", TEN, NOON);
    var id = given.inquiry(agency, "Aurora", TEN, NOON);

    assertThat(bookings.facts(id).conflicts())
        .containsExactly(taken("BK-2026-0001", TEN, NOON, false));
  }

  @Test
  void alternativesAreFreeActiveAndOfTheSameKind() {
    given.talent(agency, "Busy", "yacht");
    given.held(agency, "Busy", TEN, NOON);
    given.retired(given.talent(agency, "Sold", "yacht"));
    given.talent(agency, "Rosa", "villa");
    given.talent(given.agency(), "Elsewhere", "yacht");
    given.talent(agency, "Free", "Yacht");
    var id = given.inquiry(agency, "Aurora", TEN, NOON);

    assertThat(bookings.facts(id).alternatives()).containsExactly("Free");
  }

  @Test
  void onceConfirmedNobodyAsksForConflictsAndAlternatives() {
    given.talent(agency, "Free", "yacht");
    given.held(agency, "Aurora", "2026-12-01T14:00", "2026-12-01T15:00");
    var id = given.held(agency, "Aurora", TEN, NOON);
    assertThat(bookings.facts(id).conflicts()).hasSize(1);
    assertThat(bookings.facts(id).alternatives()).containsExactly("Free");

    bookings.decide(id, true, Actor.named("Olivia"), null, null);

    assertThat(bookings.facts(id).conflicts()).isEmpty();
    assertThat(bookings.facts(id).alternatives()).isEmpty();
  }

  @Test
  void historyCountsCompletedBookingsOfThisContactOnly() {
    var contact = given.contact(agency);
    var conversation = given.conversation(agency, contact);
    var earlier = given.inquiry(agency, contact, conversation, "Aurora", TEN, NOON);
    bookings.hold(earlier);
    bookings.decide(earlier, true, Actor.named("Olivia"), null, null);
    bookings.complete(earlier);
    bookings.complete(given.confirmed(agency, "Aurora", "2026-12-02T10:00", "2026-12-02T11:00"));

    var id =
        given.inquiry(
            agency, contact, conversation, "Aurora", "2026-12-03T10:00", "2026-12-03T11:00");

    assertThat(bookings.facts(id).completedBefore()).isEqualTo(1);
  }

  @Test
  void openBookingsAreThoseThatAreNotOver() {
    var contact = given.contact(agency);
    var conversation = given.conversation(agency, contact);
    assertThat(bookings.openBookings(agency, conversation)).isEmpty();
    var id = given.inquiry(agency, contact, conversation, "Aurora", TEN, NOON);
    assertThat(bookings.openBookings(agency, conversation)).hasSize(1);
    assertThat(bookings.openInquiry(agency, conversation)).isPresent();

    bookings.hold(id);
    assertThat(bookings.openBookings(agency, conversation).getFirst().state())
        .isEqualTo(BookingState.HELD);
    assertThat(bookings.openInquiry(agency, conversation)).isEmpty();

    bookings.decide(id, false, Actor.named("Olivia"), null, null);
    assertThat(bookings.openBookings(agency, conversation)).isEmpty();
  }

  @Test
  void nothingOfOneAgencyIsSeenByAnother() {
    var other = given.agency();
    given.talent(other, "Aurora", "yacht");
    var contact = given.contact(agency);
    var conversation = given.conversation(agency, contact);
    var ours = given.inquiry(agency, contact, conversation, "Aurora", TEN, NOON);
    bookings.hold(ours);
    var theirs = given.inquiry(other, "Aurora", TEN, NOON);

    assertThat(bookings.openBookings(other, conversation)).isEmpty();
    assertThat(bookings.openInquiry(other, conversation)).isEmpty();
    assertThat(bookings.facts(theirs).conflicts()).isEmpty();
    assertThat(bookings.facts(theirs).reference()).isEqualTo("BK-2026-0001");
    assertThat(bookings.hold(theirs)).isInstanceOf(HoldOutcome.Held.class);
  }

  @Test
  void factsOfABookingThatDoesNotExistAreABug() {
    assertThatThrownBy(() -> bookings.facts(BookingId.random()))
        .isInstanceOf(NoSuchElementException.class);
  }

  private static Occupied taken(String reference, String start, String end, boolean confirmed) {
    return new Occupied(
        reference,
        new EventTime(LocalDateTime.parse(start), PARIS),
        new EventTime(LocalDateTime.parse(end), PARIS),
        confirmed);
  }
}
