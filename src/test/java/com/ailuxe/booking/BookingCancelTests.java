package com.ailuxe.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.shared.BookingId;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BookingDatabaseTest
class BookingCancelTests {
  private static final String TEN = "2026-12-01T10:00";
  private static final String TWELVE = "2026-12-01T12:00";
  private static final Instant EXPIRY = Instant.parse("2026-11-23T12:00:00Z");

  @Autowired Bookings bookings;
  @Autowired Given given;
  @Autowired TestClock clock;
  @Autowired CommittedEvents events;
  @Autowired JdbcClient jdbc;

  AgencyId agency;

  @BeforeEach
  void agencyWithOneChauffeur() {
    clock.set("2026-11-22T12:00:00Z");
    agency = given.agency();
    given.talent(agency, "Paul", "chauffeur");
  }

  @Test
  void cancelledAtAnyStageItsSlotIsFreeAtOnce() {
    Stream.<Function<AgencyId, BookingId>>of(
            at -> given.inquiry(at, "Paul", TEN, TWELVE),
            at -> given.held(at, "Paul", TEN, TWELVE),
            this::lapsed,
            at -> given.confirmed(at, "Paul", TEN, TWELVE))
        .forEach(
            stage -> {
              clock.set("2026-11-22T12:00:00Z");
              var id = stage.apply(agency);

              assertThat(bookings.cancel(id, CancelledBy.CONTACT, Actor.named("Ada"), "ill"))
                  .isEqualTo(new CancelOutcome.Cancelled());

              assertThat(bookings.facts(id).state()).isEqualTo(BookingState.CANCELLED);
              assertThat(bookings.facts(id).note()).isEqualTo("ill");
              var next = given.inquiry(agency, "Paul", TEN, TWELVE);
              assertThat(bookings.hold(next)).isInstanceOf(HoldOutcome.Held.class);
              bookings.cancel(next, CancelledBy.AGENCY, Actor.named("Olivia"), null);
            });
  }

  @Test
  void cancelledTwiceIsAnnouncedOnce() {
    var id = given.confirmed(agency, "Paul", TEN, TWELVE);

    bookings.cancel(id, CancelledBy.TALENT, Actor.named("Olivia"), "ill");
    assertThat(bookings.cancel(id, CancelledBy.CONTACT, Actor.named("Ada"), null))
        .isEqualTo(new CancelOutcome.Cancelled());

    assertThat(events.of(id))
        .filteredOn(BookingCancelled.class::isInstance)
        .containsExactly(new BookingCancelled(id, CancelledBy.TALENT));
    assertThat(audit(id)).containsExactly("booking.confirmed", "booking.cancelled");
  }

  @Test
  void whatIsOverCannotBeCancelled() {
    var id = given.confirmed(agency, "Paul", TEN, TWELVE);
    bookings.complete(id);

    assertThat(bookings.cancel(id, CancelledBy.CONTACT, Actor.named("Ada"), null))
        .isEqualTo(new CancelOutcome.TooLate(BookingState.COMPLETED));
    assertThat(bookings.facts(id).state()).isEqualTo(BookingState.COMPLETED);
  }

  @Test
  void decisionAboutACancelledBookingChangesNothing() {
    var id = given.held(agency, "Paul", TEN, TWELVE);
    bookings.cancel(id, CancelledBy.CONTACT, Actor.named("Ada"), null);

    assertThat(bookings.decide(id, true, Actor.named("Olivia"), null, null))
        .isEqualTo(new DecisionOutcome.Overtaken());
    assertThat(bookings.facts(id).state()).isEqualTo(BookingState.CANCELLED);
  }

  @Test
  void holdThatNobodyDecidedLapsesOnce() {
    var id = given.held(agency, "Paul", TEN, TWELVE);
    clock.set(EXPIRY.toString());

    assertThat(bookings.expireHold(id, EXPIRY)).isTrue();
    assertThat(bookings.expireHold(id, EXPIRY)).isTrue();

    assertThat(bookings.facts(id).state()).isEqualTo(BookingState.LAPSED);
    assertThat(audit(id)).containsExactly("booking.hold-expired");
    assertThat(bookings.hold(given.inquiry(agency, "Paul", TEN, TWELVE)))
        .isInstanceOf(HoldOutcome.Held.class);
  }

  @Test
  void decidedBookingDoesNotExpire() {
    var id = given.confirmed(agency, "Paul", TEN, TWELVE);

    assertThat(bookings.expireHold(id, EXPIRY)).isFalse();
    assertThat(bookings.facts(id).state()).isEqualTo(BookingState.CONFIRMED);
  }

  @Test
  void holdIsTheOneThatWasAnnounced() {
    var id = given.inquiry(agency, "Paul", TEN, TWELVE);
    var held = (HoldOutcome.Held) bookings.hold(id);

    assertThat(held.expiresAt()).isEqualTo(EXPIRY);
    assertThat(bookings.hold(id)).isEqualTo(held);
    assertThat(bookings.expireHold(id, EXPIRY.minusSeconds(1))).isFalse();
    assertThat(bookings.facts(id).state()).isEqualTo(BookingState.HELD);
  }

  private BookingId lapsed(AgencyId at) {
    var id = given.held(at, "Paul", TEN, TWELVE);
    bookings.expireHold(id, EXPIRY);
    return id;
  }

  private List<String> audit(BookingId id) {
    return jdbc.sql("select action from audit where subject_id = ? order by id")
        .param(id.value())
        .query(String.class)
        .list();
  }
}
