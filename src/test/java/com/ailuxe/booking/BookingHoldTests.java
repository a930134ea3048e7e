package com.ailuxe.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.contact.ContactId;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.EventTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@BookingDatabaseTest
class BookingHoldTests {
  private static final String TEN = "2026-12-01T10:00";
  private static final String TWELVE = "2026-12-01T12:00";
  private static final String FOURTEEN = "2026-12-01T14:00";

  @Autowired Bookings bookings;
  @Autowired Given given;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  AgencyId agency;

  @BeforeEach
  void agencyWithTwoChauffeurs() {
    clock.set("2026-11-22T12:00:00Z");
    agency = given.agency();
    given.talent(agency, "Paul", "chauffeur");
    given.talent(agency, "Marie", "chauffeur");
  }

  @Test
  void freeSlotIsHeldForThePromisedTime() {
    var id = given.inquiry(agency, "Paul", TEN, TWELVE);

    assertThat(bookings.hold(id)).isEqualTo(heldUntil("2026-12-01T11:00:00Z"));
    assertThat(bookings.facts(id).state()).isEqualTo(BookingState.HELD);
    assertThat(holdExpiry(id)).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
  }

  @Test
  void holdingAgainGivesTheSameAnswerAndDoesNotProlongTheHold() {
    var id = given.inquiry(agency, "Paul", TEN, TWELVE);
    var first = bookings.hold(id);
    clock.set("2026-11-22T13:00:00Z");

    assertThat(bookings.hold(id)).isEqualTo(first);
    assertThat(holdExpiry(id)).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
  }

  @Test
  void takenSlotLeavesAnInquiryWithoutTimesAndNamesWhoIsFree() {
    given.held(agency, "Paul", TEN, TWELVE);
    var late = given.inquiry(agency, "Paul", "2026-12-01T11:00", FOURTEEN);

    assertThat(bookings.hold(late)).isEqualTo(new HoldOutcome.SlotTaken(List.of("Marie")));

    var facts = bookings.facts(late);
    assertThat(facts.state()).isEqualTo(BookingState.INQUIRY);
    assertThat(facts.slotLost()).isTrue();
    assertThat(facts.start()).isEqualTo(inParis("2026-12-01T11:00"));
    var known = bookings.openInquiry(agency, facts.conversation()).orElseThrow();
    assertThat(known.start()).isNull();
    assertThat(known.end()).isNull();
    assertThat(known.talent()).isEqualTo("Paul");
    assertThat(known.guests()).isEqualTo(2);
  }

  @Test
  void redeliveredHoldOfALostSlotTellsTheSameAgain() {
    given.held(agency, "Paul", TEN, TWELVE);
    var late = given.inquiry(agency, "Paul", TEN, TWELVE);
    var first = bookings.hold(late);

    assertThat(bookings.hold(late)).isEqualTo(first);
  }

  @Test
  void otherTimesCanBeHeldAfterTheSlotWasLost() {
    given.held(agency, "Paul", TEN, TWELVE);
    var contact = given.contact(agency);
    var conversation = given.conversation(agency, contact);
    var id = given.inquiry(agency, contact, conversation, "Paul", TEN, TWELVE);
    bookings.hold(id);

    var receipt = say(contact, conversation, times(TWELVE, FOURTEEN));

    assertThat(receipt.detailsComplete()).isTrue();
    assertThat(bookings.hold(id)).isEqualTo(heldUntil("2026-12-01T13:00:00Z"));
    assertThat(bookings.facts(id).slotLost()).isFalse();
  }

  @Test
  void namingAnAlternativeMeansTheLostTimes() {
    given.held(agency, "Paul", TEN, TWELVE);
    var contact = given.contact(agency);
    var conversation = given.conversation(agency, contact);
    var id = given.inquiry(agency, contact, conversation, "Paul", TEN, TWELVE);
    bookings.hold(id);

    var receipt = say(contact, conversation, talent("Marie"));

    assertThat(receipt.detailsComplete()).isTrue();
    assertThat(bookings.hold(id)).isEqualTo(heldUntil("2026-12-01T11:00:00Z"));
    assertThat(bookings.facts(id).talentName()).isEqualTo("Marie");
  }

  @Test
  void slotsThatTouchDoNotOverlap() {
    var before = given.held(agency, "Paul", "2026-12-01T08:00", TEN);
    var after = given.held(agency, "Paul", TWELVE, FOURTEEN);
    var between = given.inquiry(agency, "Paul", TEN, TWELVE);

    assertThat(bookings.hold(between)).isEqualTo(heldUntil("2026-12-01T11:00:00Z"));
    assertThat(bookings.facts(before).state()).isEqualTo(BookingState.HELD);
    assertThat(bookings.facts(after).state()).isEqualTo(BookingState.HELD);
  }

  @Test
  void sameWallTimesInAnotherZoneAreAnotherSlot() {
    given.talent(agency, "Aurora", "yacht", "Dubai", "Asia/Dubai");
    given.held(agency, "Aurora", TEN, TWELVE);
    var contact = given.contact(agency);
    var conversation = given.conversation(agency, contact);
    var id = given.inquiry(agency, contact, conversation, "Aurora", TEN, TWELVE);
    say(
        contact,
        conversation,
        new BookingDetails(null, null, null, ZoneId.of("Europe/Paris"), null, null, null));

    assertThat(bookings.hold(id)).isEqualTo(heldUntil("2026-12-01T11:00:00Z"));
  }

  @Test
  void declinedAndReleasedBookingsGiveTheirSlotBack() {
    var declined = given.held(agency, "Paul", TEN, TWELVE);
    bookings.decide(declined, false, Actor.named("Olivia"), null, null);
    var released = given.confirmed(agency, "Paul", TEN, TWELVE);
    bookings.release(released, "contract declined", null);

    var next = given.inquiry(agency, "Paul", TEN, TWELVE);

    assertThat(bookings.hold(next)).isInstanceOf(HoldOutcome.Held.class);
  }

  @Test
  void holdThatRanOutGivesWayToTheNextWhoAsks() {
    var slow = given.held(agency, "Paul", TEN, TWELVE);
    var next = given.inquiry(agency, "Paul", TEN, TWELVE);
    clock.set("2026-11-23T12:00:00Z");

    assertThat(bookings.hold(next)).isInstanceOf(HoldOutcome.Held.class);
    assertThat(bookings.facts(slow).state()).isEqualTo(BookingState.LAPSED);
  }

  @Test
  void holdThatHasASecondLeftDoesNotGiveWay() {
    var slow = given.held(agency, "Paul", TEN, TWELVE);
    var next = given.inquiry(agency, "Paul", TEN, TWELVE);
    clock.set("2026-11-23T11:59:59Z");

    assertThat(bookings.hold(next)).isInstanceOf(HoldOutcome.SlotTaken.class);
    assertThat(bookings.facts(slow).state()).isEqualTo(BookingState.HELD);
  }

  @Test
  void incompleteInquiryCannotBeHeld() {
    var contact = given.contact(agency);
    var receipt = say(contact, given.conversation(agency, contact), talent("Paul"));

    assertThatThrownBy(() -> bookings.hold(receipt.bookingId()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not complete");
  }

  @Test
  void bookingThatDoesNotExistCannotBeHeld() {
    assertThatThrownBy(() -> bookings.hold(BookingId.random()))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void databaseItselfRefusesTwoConfirmedBookingsOfOneSlot() {
    given.confirmed(agency, "Paul", TEN, TWELVE);
    var other = given.inquiry(agency, "Paul", TEN, TWELVE);

    assertThatThrownBy(
            () ->
                jdbc.sql("update booking set state = 'CONFIRMED' where id = ?")
                    .param(other.value())
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("booking_slot_taken");
  }

  @Test
  void databaseItselfRefusesAHeldBookingWithoutTimes() {
    var id = given.held(agency, "Paul", TEN, TWELVE);

    assertThatThrownBy(
            () ->
                jdbc.sql("update booking set starts_at = null where id = ?")
                    .param(id.value())
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("booking_slot_known");
  }

  private DetailsReceipt say(
      ContactId contact, ConversationId conversation, BookingDetails details) {
    return bookings.recordDetails(
        new DetailsGiven(agency, contact, conversation, Given.turn(), details));
  }

  private static BookingDetails talent(String talent) {
    return new BookingDetails(talent, null, null, null, null, null, null);
  }

  private static BookingDetails times(String start, String end) {
    return new BookingDetails(
        null, LocalDateTime.parse(start), LocalDateTime.parse(end), null, null, null, null);
  }

  /** The slot ends then, and is kept for a day from now. */
  private HoldOutcome heldUntil(String end) {
    return new HoldOutcome.Held(Instant.parse(end), clock.instant().plus(Duration.ofDays(1)));
  }

  private static EventTime inParis(String wallTime) {
    return new EventTime(LocalDateTime.parse(wallTime), ZoneId.of("Europe/Paris"));
  }

  private Instant holdExpiry(BookingId id) {
    return jdbc.sql("select hold_expires_at from booking where id = ?")
        .param(id.value())
        .query((row, index) -> row.getTimestamp(1).toInstant())
        .single();
  }
}
