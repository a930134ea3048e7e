package com.ailuxe.journey.bookingdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.board.Documents;
import com.ailuxe.booking.BookingChanges;
import com.ailuxe.booking.BookingDetails;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.CancelledBy;
import com.ailuxe.booking.DeskAnswer;
import com.ailuxe.booking.DeskAnswer.Kind;
import com.ailuxe.booking.DeskRequest;
import com.ailuxe.booking.DeskRequestId;
import com.ailuxe.booking.DeskRequests;
import com.ailuxe.booking.DeskWish;
import com.ailuxe.booking.Given;
import com.ailuxe.booking.Refusal;
import com.ailuxe.journey.BookingDesk;
import com.ailuxe.journey.DeskPerson;
import com.ailuxe.journey.Jobs;
import com.ailuxe.journey.WorkersTest;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.Money;
import com.ailuxe.staff.StaffMember;
import java.time.LocalDateTime;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody who is signed in wants of a booking, and what becomes of it. */
@WorkersTest
class FiledRequestTests {
  private static final Money HALF = Money.of("450", "EUR");

  @Autowired CarryOutFiledRequestWorker worker;
  @Autowired BookingDesk desk;
  @Autowired DeskRequests requests;
  @Autowired BookingChanges changes;
  @Autowired Bookings bookings;
  @Autowired Given given;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private AgencyId agency;
  private StaffMember nora;
  private BookingId booking;

  @BeforeEach
  void agreedBookingOfTomorrow() {
    clock.reset();
    agency = given.agency();
    nora = DeskPerson.of(jdbc, agency);
    given.talent(agency, "Paul", "chauffeur");
    given.talent(agency, "Marie", "chauffeur");
    booking = given.confirmed(agency, "Paul", "2026-12-02T10:00", "2026-12-02T12:00");
    Documents.accepted(jdbc, agency, booking);
  }

  @Test
  void feeIsSaidBeforeAndTakenAsItWasSaid() {
    var quote = desk.quote(agency, booking, CancelledBy.CONTACT);
    assertThat(Objects.requireNonNull(quote.fee()).amount()).isEqualTo(HALF);
    assertThat(desk.quote(agency, booking, CancelledBy.TALENT).fee()).isNull();

    var answer = carriedOut(new DeskWish.Cancel(booking, CancelledBy.CONTACT, HALF, null, "ill"));

    assertThat(answer.kind()).isEqualTo(Kind.CANCELLED);
    assertThat(bookings.facts(booking).state()).isEqualTo(BookingState.CANCELLED);
    assertThat(charge()).isEqualTo("45000, Nora Lind, null");
  }

  @Test
  void whoDidItIsAPersonOfTheStaff() {
    carriedOut(new DeskWish.Cancel(booking, CancelledBy.AGENCY, null, null, null));

    assertThat(
            jdbc.sql(
                    """
                    select a.action || ', ' || a.actor || ', ' || d.state || ', ' || d.task_id || ', '
                      || (d.staff_id = ?) from audit a join decision d on d.id = a.decision_id
                    where a.subject_id = ?""")
                .params(nora.id().value(), booking.value())
                .query(String.class)
                .list())
        .containsExactly("booking.cancelled, Nora Lind, SIGNED, Task_Test, true");
  }

  @Test
  void feeThatHasChangedIsSaidAgainAndNothingIsDone() {
    var answer = carriedOut(new DeskWish.Cancel(booking, CancelledBy.CONTACT, null, null, null));

    assertThat(answer.kind()).isEqualTo(Kind.FEE_CHANGED);
    assertThat(answer.fee()).isEqualTo(HALF);
    assertThat(bookings.facts(booking).state()).isEqualTo(BookingState.CONFIRMED);
  }

  @Test
  void feeMayBeWaivedForAReason() {
    carriedOut(new DeskWish.Cancel(booking, CancelledBy.CONTACT, HALF, "a regular", null));

    assertThat(charge()).isEqualTo("45000, Nora Lind, a regular");
  }

  @Test
  void whatHasEndedIsNotCancelledAgain() {
    bookings.complete(booking);

    var answer = carriedOut(new DeskWish.Cancel(booking, CancelledBy.AGENCY, null, null, null));

    assertThat(answer).isEqualTo(DeskAnswer.over(BookingState.COMPLETED));
  }

  @Test
  void changeOfAConfirmedBookingIsProposedAsOursAndComesOnce() {
    var wish = change("2026-12-05T10:00", null);
    var first = file(wish, "once");
    var job = Jobs.ofNobody();
    worker.handle(first.id().toString(), job);
    worker.handle(first.id().toString(), job);
    worker.handle(file(wish, "once").id().toString(), Jobs.ofNobody());

    assertThat(answer(first).kind()).isEqualTo(Kind.PROPOSED);
    assertThat(
            jdbc.sql("select requested_by from booking_change where booking_id = ?")
                .param(booking.value())
                .query(String.class)
                .list())
        .containsExactly("Nora Lind");
    assertThat(changes.changedAsContactAsked(booking)).isEmpty();
  }

  @Test
  void deliveryThatComesAgainAfterACrashGetsTheSameAnswer() {
    var wish = change("2026-12-05T10:00", null);
    var request = file(wish, "crash");
    worker.handle(request.id().toString(), Jobs.ofNobody());
    jdbc.sql(
            "update desk_request set state = 'BEGUN', answer = null, answered_at = null where id = ?")
        .param(request.id().value())
        .update();

    worker.handle(request.id().toString(), Jobs.ofNobody());

    assertThat(answer(request).kind()).isEqualTo(Kind.PROPOSED);
  }

  @Test
  void slotThatIsTakenMeanwhileIsRefusedWithWhoIsFree() {
    var held = given.held(agency, "Paul", "2026-12-10T10:00", "2026-12-10T12:00");
    given.confirmed(agency, "Paul", "2026-12-11T10:00", "2026-12-11T12:00");
    var wish =
        new DeskWish.Change(
            held,
            BookingState.HELD,
            Given.inParis("2026-12-10T10:00"),
            details("2026-12-11T11:00", null));

    var answer = carriedOut(wish);

    assertThat(answer.kind()).isEqualTo(Kind.REFUSED);
    assertThat(answer.refusals())
        .extracting(Refusal::reason)
        .containsExactly(Refusal.Reason.SLOT_TAKEN);
    assertThat(answer.refusals().getFirst().alternatives()).containsExactly("Marie");
  }

  @Test
  void bookingThatIsNoLongerWhatWasSeenIsNotChanged() {
    bookings.cancel(booking, CancelledBy.CONTACT, Actor.SYSTEM, null);
    assertThat(carriedOut(change("2026-12-05T10:00", null)))
        .isEqualTo(DeskAnswer.over(BookingState.CANCELLED));

    var other = given.confirmed(agency, "Paul", "2026-12-20T10:00", "2026-12-20T12:00");
    var wish =
        new DeskWish.Change(
            other,
            BookingState.CONFIRMED,
            Given.inParis("2026-12-19T10:00"),
            details("2026-12-21T10:00", null));
    assertThat(carriedOut(wish)).isEqualTo(DeskAnswer.outdated(BookingState.CONFIRMED));
  }

  @Test
  void whatWasTakenBackIsNotCarriedOut() {
    var request = file(new DeskWish.Cancel(booking, CancelledBy.AGENCY, null, null, null), "back");
    assertThat(requests.withdraw(given.agency(), request.id())).isFalse();
    assertThat(requests.withdraw(agency, request.id())).isTrue();

    worker.handle(request.id().toString(), Jobs.ofNobody());

    assertThat(bookings.facts(booking).state()).isEqualTo(BookingState.CONFIRMED);
    assertThat(desk.request(agency, request.id()).withdrawn()).isTrue();
    assertThat(requests.open(agency, booking)).isEmpty();
  }

  @Test
  void whoFilesWaitsAMomentForTheAnswer() {
    var wish = new DeskWish.Cancel(booking, CancelledBy.AGENCY, null, null, null);
    var filed = CompletableFuture.supplyAsync(() -> desk.file(nora, wish, "await"));

    await().until(() -> !requests.open(agency, booking).isEmpty());
    worker.handle(requests.open(agency, booking).getFirst().id().toString(), Jobs.ofNobody());

    assertThat(Objects.requireNonNull(filed.join().answer()).kind()).isEqualTo(Kind.CANCELLED);
  }

  @Test
  void nothingOfAnotherAgencyIsReached() {
    var other = DeskPerson.of(jdbc, given.agency());
    var wish = new DeskWish.Cancel(booking, CancelledBy.AGENCY, null, null, null);
    var request = file(wish, "ours");

    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> desk.file(other, wish, "theirs"));
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> desk.quote(other.agency(), booking, CancelledBy.AGENCY));
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> desk.request(other.agency(), request.id()));
    assertThat(requests.open(other.agency(), booking)).isEmpty();
  }

  @Test
  void whoeverStartsTheProcessPastUsNamesNothing() {
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> worker.handle(UUID.randomUUID().toString(), Jobs.ofNobody()));
  }

  private DeskWish.Change change(String start, @Nullable String talent) {
    return new DeskWish.Change(
        booking, BookingState.CONFIRMED, Given.inParis("2026-12-02T10:00"), details(start, talent));
  }

  private static BookingDetails details(String start, @Nullable String talent) {
    return new BookingDetails(talent, LocalDateTime.parse(start), null, null, null, null, null);
  }

  private DeskAnswer carriedOut(DeskWish wish) {
    var request = file(wish, UUID.randomUUID().toString());
    worker.handle(request.id().toString(), Jobs.ofNobody());
    return answer(request);
  }

  /** One that nobody waits for. */
  private DeskRequest file(DeskWish wish, String key) {
    DeskRequestId id = requests.file(agency, nora.id(), nora.personName(), key, wish);
    return desk.request(agency, id);
  }

  private DeskAnswer answer(DeskRequest request) {
    return Objects.requireNonNull(desk.request(agency, request.id()).answer());
  }

  private String charge() {
    return jdbc.sql(
            """
            select minor || ', ' || recorded_by || ', ' || coalesce(waived_because, 'null')
            from booking_charge where booking_id = ?""")
        .param(booking.value())
        .query(String.class)
        .single();
  }
}
