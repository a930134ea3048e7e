package com.ailuxe.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.Refusal.Reason;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.TurnId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BookingDatabaseTest
class BookingChangeTests {
  private static final String TEN = "2026-12-01T10:00";
  private static final String TWELVE = "2026-12-01T12:00";
  private static final String FIFTEEN = "2026-12-01T15:00";
  private static final String SEVENTEEN = "2026-12-01T17:00";
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant A_DAY_LATER = Instant.parse("2026-11-23T12:00:00Z");

  @Autowired Bookings bookings;
  @Autowired BookingChanges changes;
  @Autowired Given given;
  @Autowired TestClock clock;
  @Autowired CommittedEvents events;
  @Autowired JdbcClient jdbc;

  AgencyId agency;

  @BeforeEach
  void agencyWithTwoChauffeurs() {
    clock.set(NOW.toString());
    agency = given.agency();
    given.talent(agency, "Paul", "chauffeur");
    given.talent(agency, "Marie", "chauffeur");
  }

  @Test
  void heldBookingMovesAtOnceAndItsOldSlotIsFree() {
    var id = given.held(agency, "Paul", TEN, TWELVE);

    var receipt = changes.request(wish(id, at(FIFTEEN, SEVENTEEN)));

    assertThat(receipt).isInstanceOf(ChangeReceipt.Applied.class);
    assertThat(startOf(id)).isEqualTo(FIFTEEN);
    assertThat(bookings.facts(id).state()).isEqualTo(BookingState.HELD);
    assertThat(hold(given.inquiry(agency, "Paul", TEN, TWELVE)))
        .isInstanceOf(HoldOutcome.Held.class);
    assertThat(hold(given.inquiry(agency, "Paul", FIFTEEN, SEVENTEEN)))
        .isInstanceOf(HoldOutcome.SlotTaken.class);
    assertThat(events.of(id))
        .last()
        .isEqualTo(
            new BookingMoved(
                id,
                ((ChangeReceipt.Applied) receipt).changeId(),
                Instant.parse("2026-12-01T16:00:00Z"),
                A_DAY_LATER));
  }

  @Test
  void holdThatRanOutIsRenewedByAChange() {
    var id = given.held(agency, "Paul", TEN, TWELVE);
    clock.set(A_DAY_LATER.toString());
    bookings.expireHold(id, A_DAY_LATER);

    assertThat(changes.request(wish(id, at(FIFTEEN, SEVENTEEN))))
        .isInstanceOf(ChangeReceipt.Applied.class);
    assertThat(bookings.facts(id).state()).isEqualTo(BookingState.HELD);
    assertThat(bookings.expireHold(id, A_DAY_LATER)).isFalse();
  }

  @Test
  void heldBookingStaysAsItIsWhereTheNewSlotIsTaken() {
    given.confirmed(agency, "Paul", FIFTEEN, SEVENTEEN);
    var id = given.held(agency, "Paul", TEN, TWELVE);

    var receipt = changes.request(wish(id, at(FIFTEEN, SEVENTEEN)));

    assertThat(receipt)
        .isEqualTo(
            new ChangeReceipt.Refused(
                List.of(
                    Refusal.slotTaken(
                        "Paul",
                        new Slot(Given.inParis(FIFTEEN), Given.inParis(SEVENTEEN)),
                        List.of("Marie"),
                        "BK-2026-0002"))));
    assertThat(startOf(id)).isEqualTo(TEN);
    assertThat(moves(id)).isEmpty();
  }

  @Test
  void confirmedBookingKeepsItsSlotUntilAPersonAgrees() {
    var id = given.confirmed(agency, "Paul", TEN, TWELVE);

    var change = proposed(id, at(FIFTEEN, SEVENTEEN));

    assertThat(startOf(id)).isEqualTo(TEN);
    assertThat(events.of(id)).last().isEqualTo(new BookingChangeProposed(id, change));
    assertThat(changes.facts(change).start().wallTime()).isEqualTo(LocalDateTime.parse(FIFTEEN));
    assertThat(Objects.requireNonNull(changes.facts(change).booking().start()).wallTime())
        .isEqualTo(LocalDateTime.parse(TEN));

    assertThat(changes.decide(change, true, Actor.named("Olivia"), "with pleasure", null))
        .isEqualTo(new ChangeOutcome.Applied());
    assertThat(startOf(id)).isEqualTo(FIFTEEN);
    assertThat(bookings.facts(id).state()).isEqualTo(BookingState.CONFIRMED);
    assertThat(bookings.facts(id).note()).isEqualTo("with pleasure");
    assertThat(moves(id))
        .containsExactly(new BookingMoved(id, change, Instant.parse("2026-12-01T16:00:00Z"), null));
    assertThat(hold(given.inquiry(agency, "Paul", TEN, TWELVE)))
        .isInstanceOf(HoldOutcome.Held.class);
  }

  /** Agreed to once the new time has begun, or is over. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-11-30T10:00:00Z", "2026-11-30T10:30:00Z", "2026-11-30T20:00:00Z"})
  void whatIsAgreedToWhenItsTimeHasPassedIsNotCarriedOut(String now) {
    var id = given.confirmed(agency, "Paul", TEN, TWELVE);
    var change = proposed(id, at("2026-11-30T11:00", "2026-11-30T13:00"));
    clock.set(now);

    for (var again = 0; again < 2; again++) {
      assertThat(changes.decide(change, true, Actor.named("Olivia"), "see you then", null))
          .isEqualTo(new ChangeOutcome.TooLate());
    }

    assertThat(startOf(id)).isEqualTo(TEN);
    assertThat(bookings.facts(id).state()).isEqualTo(BookingState.CONFIRMED);
    assertThat(bookings.facts(id).note()).isNull();
    assertThat(moves(id)).isEmpty();
  }

  @Test
  void whatHasBegunCanStillBeAgreedTo() {
    var id = given.confirmed(agency, "Paul", TEN, TWELVE);
    var change = proposed(id, at(TEN, FIFTEEN));
    clock.set("2026-12-01T09:30:00Z");

    assertThat(changes.decide(change, true, Actor.named("Olivia"), null, null))
        .isEqualTo(new ChangeOutcome.Applied());
  }

  @Test
  void newStartAloneKeepsTheLength() {
    var id = given.confirmed(agency, "Paul", TEN, TWELVE);

    var change = proposed(id, at(FIFTEEN, null));

    assertThat(changes.facts(change).end().wallTime()).isEqualTo(LocalDateTime.parse(SEVENTEEN));
  }

  @Test
  void otherTalentNeedsApprovalAndFreesTheFirstOne() {
    var id = given.confirmed(agency, "Paul", TEN, TWELVE);

    var change = proposed(id, who("Marie"));
    changes.decide(change, true, Actor.named("Olivia"), null, null);

    assertThat(bookings.facts(id).talentName()).isEqualTo("Marie");
    assertThat(hold(given.inquiry(agency, "Paul", TEN, TWELVE)))
        .isInstanceOf(HoldOutcome.Held.class);
    assertThat(hold(given.inquiry(agency, "Marie", TEN, TWELVE)))
        .isInstanceOf(HoldOutcome.SlotTaken.class);
  }

  @Test
  void otherPlaceNeedsNoApproval() {
    var id = given.confirmed(agency, "Paul", TEN, TWELVE);

    var receipt =
        changes.request(wish(id, new BookingDetails(null, null, null, null, "Orly", null, null)));

    assertThat(receipt).isInstanceOf(ChangeReceipt.Applied.class);
    assertThat(bookings.facts(id).place()).isEqualTo("Orly");
    assertThat(moves(id)).hasSize(1);
  }

  @Test
  void sameAsBeforeChangesNothing() {
    var id = given.confirmed(agency, "Paul", TEN, TWELVE);

    assertThat(changes.request(wish(id, at(TEN, TWELVE)))).isEqualTo(new ChangeReceipt.Unchanged());
    assertThat(changes.request(wish(id, BookingDetails.NONE)))
        .isEqualTo(new ChangeReceipt.Unchanged());
    assertThat(moves(id)).isEmpty();
  }

  @Test
  void whatCannotBeIsRefusedWithItsReason() {
    var id = given.confirmed(agency, "Paul", TEN, TWELVE);

    assertThat(reasons(id, at("2026-11-01T10:00", null)))
        .containsExactly(Refusal.of(Reason.START_PAST, Given.inParis("2026-11-01T10:00"), null));
    assertThat(reasons(id, at(FIFTEEN, TEN)))
        .containsExactly(
            Refusal.of(Reason.END_NOT_AFTER_START, Given.inParis(FIFTEEN), Given.inParis(TEN)));
    assertThat(reasons(id, who("Nobody")))
        .containsExactly(Refusal.of(Reason.UNKNOWN_TALENT, "Nobody"));
    assertThat(startOf(id)).isEqualTo(TEN);
  }

  @Test
  void requestThatComesTwiceGetsTheSameAnswer() {
    var id = given.confirmed(agency, "Paul", TEN, TWELVE);
    var wish = wish(id, at(FIFTEEN, SEVENTEEN));

    var first = changes.request(wish);
    assertThat(changes.request(wish)).isEqualTo(first);
    changes.decide(
        ((ChangeReceipt.Proposed) first).changeId(), true, Actor.named("Olivia"), null, null);

    assertThat(changes.request(wish)).isEqualTo(first);
    assertThat(moves(id)).hasSize(1);
  }

  @Test
  void lastOfSeveralProposalsCounts() {
    var id = given.confirmed(agency, "Paul", TEN, TWELVE);
    var first = proposed(id, at(FIFTEEN, SEVENTEEN));
    var second = proposed(id, at("2026-12-02T10:00", "2026-12-02T12:00"));

    assertThat(events.of(id))
        .contains(new BookingChangeOutdated(id, first))
        .doesNotContain(new BookingChangeOutdated(id, second));
    assertThat(changes.decide(first, true, Actor.named("Olivia"), null, null))
        .isEqualTo(new ChangeOutcome.Outdated());
    assertThat(startOf(id)).isEqualTo(TEN);
    assertThat(changes.decide(second, true, Actor.named("Olivia"), null, null))
        .isEqualTo(new ChangeOutcome.Applied());
    assertThat(startOf(id)).isEqualTo("2026-12-02T10:00");
  }

  @Test
  void firstDecisionCountsAndIsReturnedAgain() {
    var declined = given.confirmed(agency, "Paul", TEN, TWELVE);
    var change = proposed(declined, at(FIFTEEN, SEVENTEEN));

    assertThat(changes.decide(change, false, Actor.named("Olivia"), "no crew", null))
        .isEqualTo(new ChangeOutcome.Declined());
    assertThat(changes.decide(change, true, Actor.named("Peter"), null, null))
        .isEqualTo(new ChangeOutcome.Declined());
    assertThat(startOf(declined)).isEqualTo(TEN);
    assertThat(bookings.facts(declined).note()).isEqualTo("no crew");
  }

  @Test
  void agreedChangeFailsWhereSomebodyGotTheNewSlotAndMayBeDecidedAnew() {
    var id = given.confirmed(agency, "Paul", TEN, TWELVE);
    var change = proposed(id, at(FIFTEEN, SEVENTEEN));
    var quick = given.confirmed(agency, "Paul", FIFTEEN, SEVENTEEN);

    assertThat(changes.decide(change, true, Actor.named("Olivia"), null, null))
        .isEqualTo(new ChangeOutcome.SlotTaken(List.of("Marie")));
    assertThat(startOf(id)).isEqualTo(TEN);
    assertThat(changes.facts(change).conflicts()).hasSize(1);

    bookings.cancel(quick, CancelledBy.CONTACT, Actor.named("Ada"), null);
    assertThat(changes.decide(change, true, Actor.named("Olivia"), null, null))
        .isEqualTo(new ChangeOutcome.Applied());
  }

  @Test
  void changeOfABookingThatWasCancelledIsOutdated() {
    var id = given.confirmed(agency, "Paul", TEN, TWELVE);
    var change = proposed(id, at(FIFTEEN, SEVENTEEN));
    bookings.cancel(id, CancelledBy.CONTACT, Actor.named("Ada"), null);

    assertThat(events.of(id)).contains(new BookingChangeOutdated(id, change));
    assertThat(changes.decide(change, true, Actor.named("Olivia"), null, null))
        .isEqualTo(new ChangeOutcome.Outdated());
    assertThat(changes.request(wish(id, at(FIFTEEN, null))))
        .isEqualTo(
            new ChangeReceipt.Refused(List.of(Given.refusal(Reason.BOOKING_OVER, "BK-2026-0001"))));
  }

  @Test
  void inquiryTakesDetailsInstead() {
    var id = given.inquiry(agency, "Paul", TEN, TWELVE);

    assertThatThrownBy(() -> changes.request(wish(id, at(FIFTEEN, null))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is an inquiry");
  }

  @Test
  void otherAgencyCannotChangeIt() {
    var id = given.confirmed(agency, "Paul", TEN, TWELVE);
    var stranger =
        new ChangeWish(
            given.agency(),
            id,
            new TurnId(UUID.randomUUID()),
            Actor.named("Mallory"),
            at(FIFTEEN, null));

    assertThatThrownBy(() -> changes.request(stranger)).isInstanceOf(NoSuchElementException.class);
  }

  private static BookingDetails at(String start, @Nullable String end) {
    return new BookingDetails(
        null,
        LocalDateTime.parse(start),
        end == null ? null : LocalDateTime.parse(end),
        null,
        null,
        null,
        null);
  }

  private static BookingDetails who(String talent) {
    return new BookingDetails(talent, null, null, null, null, null, null);
  }

  private ChangeWish wish(BookingId id, BookingDetails details) {
    return new ChangeWish(
        agency, id, new TurnId(UUID.randomUUID()), Actor.named("Ada Private"), details);
  }

  private ChangeId proposed(BookingId id, BookingDetails details) {
    return ((ChangeReceipt.Proposed) changes.request(wish(id, details))).changeId();
  }

  private List<Refusal> reasons(BookingId id, BookingDetails details) {
    return ((ChangeReceipt.Refused) changes.request(wish(id, details))).reasons();
  }

  private HoldOutcome hold(BookingId id) {
    return bookings.hold(id);
  }

  private String startOf(BookingId id) {
    return Objects.requireNonNull(bookings.facts(id).start()).wallTime().toString();
  }

  private List<Object> moves(BookingId id) {
    return events.of(id).stream().filter(BookingMoved.class::isInstance).toList();
  }
}
