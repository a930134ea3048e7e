package com.ailuxe.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.shared.BookingId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BookingDatabaseTest
class BookingDecisionTests {
  private static final String TEN = "2026-12-01T10:00";
  private static final String TWELVE = "2026-12-01T12:00";

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
  void approvedBookingIsConfirmed() {
    var id = given.held(agency, "Paul", TEN, TWELVE);

    assertThat(bookings.decide(id, true, Actor.named("Olivia"), "a regular", null))
        .isEqualTo(new DecisionOutcome.Confirmed());
    assertThat(bookings.facts(id).state()).isEqualTo(BookingState.CONFIRMED);
    assertThat(audit(id)).containsExactly("Olivia booking.confirmed: a regular");
  }

  @Test
  void refusedBookingIsDeclined() {
    var id = given.held(agency, "Paul", TEN, TWELVE);

    assertThat(bookings.decide(id, false, Actor.STAFF, null, null))
        .isEqualTo(new DecisionOutcome.Declined());
    assertThat(bookings.facts(id).state()).isEqualTo(BookingState.DECLINED);
    assertThat(audit(id)).containsExactly("staff booking.declined: null");
  }

  @Test
  void firstDecisionCountsAndIsReturnedAgain() {
    var confirmed = given.held(agency, "Paul", TEN, TWELVE);
    bookings.decide(confirmed, true, Actor.named("Olivia"), null, null);
    var declined = given.held(agency, "Marie", TEN, TWELVE);
    bookings.decide(declined, false, Actor.named("Olivia"), null, null);

    assertThat(bookings.decide(confirmed, true, Actor.named("Olivia"), null, null))
        .isEqualTo(new DecisionOutcome.Confirmed());
    assertThat(bookings.decide(confirmed, false, Actor.named("Peter"), null, null))
        .isEqualTo(new DecisionOutcome.Confirmed());
    assertThat(bookings.decide(declined, true, Actor.named("Peter"), null, null))
        .isEqualTo(new DecisionOutcome.Declined());
    assertThat(audit(confirmed)).hasSize(1);
    assertThat(audit(declined)).hasSize(1);
  }

  @Test
  void confirmationIsReturnedAgainWhenTheBookingHasMovedOn() {
    var released = given.confirmed(agency, "Paul", TEN, TWELVE);
    bookings.release(released, "contract declined", null);
    var completed = given.confirmed(agency, "Paul", TEN, TWELVE);
    bookings.complete(completed);

    assertThat(bookings.decide(released, true, Actor.named("Olivia"), null, null))
        .isEqualTo(new DecisionOutcome.Confirmed());
    assertThat(bookings.decide(completed, true, Actor.named("Olivia"), null, null))
        .isEqualTo(new DecisionOutcome.Confirmed());
  }

  @Test
  void holdThatRanOutIsStillConfirmedWhileNobodyElseAsked() {
    var id = given.held(agency, "Paul", TEN, TWELVE);
    clock.set("2026-11-25T12:00:00Z");

    assertThat(bookings.decide(id, true, Actor.named("Olivia"), null, null))
        .isEqualTo(new DecisionOutcome.Confirmed());
  }

  @Test
  void approvalFailsWhenSomebodyElseGotTheSlotAndMayBeDecidedAnew() {
    var slow = given.held(agency, "Paul", TEN, TWELVE);
    clock.set("2026-11-25T12:00:00Z");
    var quick = given.confirmed(agency, "Paul", TEN, TWELVE);

    assertThat(bookings.decide(slow, true, Actor.named("Olivia"), null, null))
        .isEqualTo(new DecisionOutcome.SlotTaken(List.of("Marie")));
    assertThat(bookings.facts(slow).state()).isEqualTo(BookingState.LAPSED);
    assertThat(bookings.facts(slow).conflicts()).hasSize(1);
    assertThat(bookings.facts(quick).state()).isEqualTo(BookingState.CONFIRMED);
    assertThat(audit(slow)).isEmpty();

    bookings.release(quick, "contract declined", null);
    assertThat(bookings.decide(slow, true, Actor.named("Olivia"), null, null))
        .isEqualTo(new DecisionOutcome.Confirmed());
  }

  @Test
  void bookingThatLostItsHoldCanBeDeclined() {
    var slow = given.held(agency, "Paul", TEN, TWELVE);
    clock.set("2026-11-25T12:00:00Z");
    given.held(agency, "Paul", TEN, TWELVE);

    assertThat(bookings.decide(slow, false, Actor.named("Olivia"), "too late", null))
        .isEqualTo(new DecisionOutcome.Declined());
  }

  @Test
  void inquiryCannotBeDecided() {
    var id = given.inquiry(agency, "Paul", TEN, TWELVE);

    assertThatThrownBy(() -> bookings.decide(id, true, Actor.named("Olivia"), null, null))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> bookings.decide(id, false, Actor.named("Olivia"), null, null))
        .isInstanceOf(IllegalStateException.class);
    assertThat(bookings.facts(id).state()).isEqualTo(BookingState.INQUIRY);
    assertThat(audit(id)).isEmpty();
  }

  @Test
  void releaseAndCompletionHappenOnce() {
    var released = given.confirmed(agency, "Paul", TEN, TWELVE);
    bookings.release(released, "contract declined", null);
    bookings.release(released, "contract declined", null);
    var completed = given.confirmed(agency, "Paul", TEN, TWELVE);
    bookings.complete(completed);
    bookings.complete(completed);

    assertThat(audit(released))
        .containsExactly(
            "Olivia booking.confirmed: null", "system booking.released: contract declined");
    assertThat(audit(completed))
        .containsExactly("Olivia booking.confirmed: null", "system booking.completed: null");
  }

  @Test
  void releasedBookingCannotBeCompletedNorTheOtherWayRound() {
    var released = given.confirmed(agency, "Paul", TEN, TWELVE);
    bookings.release(released, "contract declined", null);
    var completed = given.confirmed(agency, "Paul", TEN, TWELVE);
    bookings.complete(completed);

    assertThatThrownBy(() -> bookings.complete(released)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> bookings.release(completed, "late", null))
        .isInstanceOf(IllegalStateException.class);
  }

  private List<String> audit(BookingId id) {
    return jdbc.sql(
            """
            select actor || ' ' || action || ': ' || coalesce(detail, 'null') from audit
            where agency_id = ? and subject_type = 'booking' and subject_id = ? order by id""")
        .params(agency.value(), id.value())
        .query(String.class)
        .list();
  }
}
