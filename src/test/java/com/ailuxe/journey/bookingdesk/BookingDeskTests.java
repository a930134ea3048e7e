package com.ailuxe.journey.bookingdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.ailuxe.TestClock;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.CancelledBy;
import com.ailuxe.booking.ChangeId;
import com.ailuxe.booking.Given;
import com.ailuxe.journey.WorkersTest;
import com.ailuxe.journey.booking.CloseCaseWorker;
import com.ailuxe.journey.booking.CloseRequestWorker;
import com.ailuxe.journey.booking.DecideChangeWorker;
import com.ailuxe.journey.booking.ExpireHoldWorker;
import com.ailuxe.journey.booking.HoldSlotWorker;
import com.ailuxe.journey.booking.PrepareChangeWorker;
import com.ailuxe.journey.bookingdesk.CarryOutRequestWorker.Request;
import com.ailuxe.journey.form.Choice;
import com.ailuxe.shared.BookingId;
import io.camunda.client.api.response.ActivatedJob;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What staff want of a booking, from the form to the booking, and what the approver then sees. */
@WorkersTest
class BookingDeskTests {
  private static final String DONE = "";
  private static final AtomicLong ELEMENTS = new AtomicLong(1);

  @Autowired CarryOutRequestWorker desk;
  @Autowired PrepareRequestWorker prepareRequest;
  @Autowired PrepareChangeWorker prepareChange;
  @Autowired DecideChangeWorker decideChange;
  @Autowired ExpireHoldWorker expireHold;
  @Autowired CloseCaseWorker closeCase;
  @Autowired CloseRequestWorker closeRequest;
  @Autowired HoldSlotWorker holdSlot;
  @Autowired Bookings bookings;
  @Autowired Given given;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private AgencyId agency;
  private String ten;
  private String twelve;

  @BeforeEach
  void agencyWithTwoChauffeurs() {
    clock.reset();
    var day = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(9);
    ten = day.toLocalDate() + "T10:00";
    twelve = day.toLocalDate() + "T12:00";
    agency = given.agency();
    given.talent(agency, "Paul", "chauffeur");
    given.talent(agency, "Marie", "chauffeur");
  }

  @Test
  void talentThatCannotComeIsNotedWithTheWordsForTheContact() {
    var booking = given.confirmed(agency, "Paul", ten, twelve);

    assertThat(file(booking, "cancel-talent", null, null, " ill ")).isEqualTo(DONE);
    assertThat(file(booking, "cancel-talent", null, null, null)).isEqualTo(DONE);

    assertThat(facts(booking).state()).isEqualTo(BookingState.CANCELLED);
    assertThat(facts(booking).cancelledBy()).isEqualTo(CancelledBy.TALENT);
    assertThat(facts(booking).note()).isEqualTo("ill");
    assertThat(closeCase.handle(booking.toString()).cancelNotice()).isEqualTo("agency");
    assertThat(facts(booking).alternatives()).containsExactly("Marie");
  }

  @Test
  void requestThatIsIncompleteIsClosedInAFewWords() {
    var contact = given.contact(agency);
    var booking =
        given.inquiry(agency, contact, given.conversation(agency, contact), "Paul", ten, twelve);
    jdbc.sql("update booking set talent_id = null where id = ?").param(booking.value()).update();
    file(booking, "cancel-contact", null, null, null);

    assertThat(closeCase.handle(booking.toString()).cancelNotice()).isEqualTo("none");
    assertThat(closeCase.handle(booking.toString()).cancelNotice()).isEqualTo("none");

    assertThat(sentTo(booking)).isEqualTo(1);
    assertThat(
            jdbc.sql("select template_stem from outbox where conversation_id = ?")
                .param(facts(booking).conversation().value())
                .query(String.class)
                .single())
        .isEqualTo("request-closed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"talent_id = null", "starts_at = null, ends_at = null", "ends_at = null"})
  void requestWhoseDetailsNeverCameIsClosedAndAnnouncedOnce(String missing) {
    var contact = given.contact(agency);
    var booking =
        given.inquiry(agency, contact, given.conversation(agency, contact), "Paul", ten, twelve);
    jdbc.sql("update booking set " + missing + " where id = ?").param(booking.value()).update();

    closeRequest.handle(booking.toString());
    closeRequest.handle(booking.toString());

    assertThat(facts(booking).state()).isEqualTo(BookingState.RELEASED);
    assertThat(sentTo(booking)).isEqualTo(1);
    assertThat(
            jdbc.sql("select template_stem from outbox where conversation_id = ?")
                .param(facts(booking).conversation().value())
                .query(String.class)
                .single())
        .isEqualTo("request-lapsed");
  }

  @Test
  void changeIsShownSideBySideAndCarriedOutOnce() {
    var booking = given.confirmed(agency, "Paul", ten, twelve);
    assertThat(file(booking, "change", null, "Marie", null)).isEqualTo(DONE);
    var change = change(booking);

    var shown = prepareChange.handle(change.toString()).change();
    assertThat(shown.requestedBy()).isEqualTo("staff");
    assertThat(shown.current()).startsWith("Paul, ").contains("Ritz, Paris");
    assertThat(shown.wanted()).startsWith("Marie, ");
    assertThat(shown.conflicts()).isEmpty();
    assertThat(decideChange.handle(change.toString(), true, null, "", "", job()).changeOutcome())
        .isEqualTo("applied");
    assertThat(decideChange.handle(change.toString(), false, null, "", "", job()).changeOutcome())
        .isEqualTo("applied");

    assertThat(facts(booking).talentName()).isEqualTo("Marie");
  }

  @Test
  void anAmountThatTheCurrencyHasNotComesBackInWords() {
    var booking = given.confirmed(agency, "Paul", ten, twelve);
    var shown = shown(booking);
    var request =
        new Request(
            1,
            "change",
            shown.start(),
            shown.end(),
            shown.talent(),
            shown.place(),
            shown.guests(),
            new BigDecimal("1000.555"),
            "EUR",
            shown.fee(),
            null,
            null,
            null);

    assertThat(desk.handle(request, booking.toString(), job()).outcome().problem())
        .isEqualTo("1000.555 is no amount in EUR.");
  }

  @Test
  void whatWasWrongComesBackInWords() {
    var booking = given.confirmed(agency, "Paul", ten, twelve);
    var over = given.confirmed(agency, "Marie", ten, twelve);
    bookings.complete(over);
    var inquiry = given.inquiry(agency, "Marie", ten, twelve);

    assertThat(file(booking, "change", "tomorrow", null, null)).isEqualTo("'tomorrow' is no time.");
    assertThat(file(booking, "change", "2020-01-01T10:00", null, null)).contains("in the past");
    assertThat(file(booking, "change", ten, null, null)).contains("is that way already");
    assertThat(file(booking, "move", null, null, null)).contains("'move'");
    assertThat(file(over, "cancel-agency", null, null, null)).contains("is completed");
    assertThat(file(inquiry, "change", ten, null, null)).contains("still being asked for");
    assertThat(file(booking, "nothing", null, null, null)).isEqualTo(DONE);
    assertThat(facts(booking).state()).isEqualTo(BookingState.CONFIRMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", " %s ", "lower %s", "spaced %s", "short %s"})
  void bookingIsFoundHoweverItsNumberIsWritten(String way) {
    var booking = given.confirmed(agency, "Paul", ten, twelve);
    var reference = facts(booking).reference();
    var written =
        switch (way) {
          case "lower %s" -> reference.toLowerCase(Locale.ROOT);
          case "spaced %s" -> reference.replace('-', ' ');
          case "short %s" -> reference.replaceAll("-0*([0-9]+)$", " $1").toLowerCase(Locale.ROOT);
          default -> way.formatted(reference);
        };

    var shown = prepareRequest.handle(written, agency.toString(), null, null).desk();

    assertThat(shown.found()).isTrue();
    assertThat(shown.bookingId()).isEqualTo(booking.toString());
    assertThat(shown.facts()).contains(reference, "Paul", "Ritz");
    assertThat(shown.start()).isEqualTo(ten);
    assertThat(shown.talents()).extracting(Choice::value).containsExactly("Marie", "Paul");
  }

  @Test
  void numberThatNobodyHasAndOneThatSeveralHaveAreAskedForOnceMore() {
    var booking = given.confirmed(agency, "Paul", ten, twelve);
    var reference = facts(booking).reference();
    var other = given.agency();
    given.talent(other, "Paul", "chauffeur");
    given.confirmed(other, "Paul", ten, twelve);

    var nobody = prepareRequest.handle("BK-1900-1", null, null, null).desk();
    assertThat(nobody.found()).isFalse();
    assertThat(nobody.problem()).startsWith("There is no booking 'BK-1900-1'");
    var several = prepareRequest.handle(reference, null, null, null).desk();
    assertThat(several.found()).isFalse();
    assertThat(several.agencies()).hasSizeGreaterThan(1);
    assertThat(desk.handle(look(), null, job()).outcome().done()).isFalse();
  }

  @Test
  void everythingOfAHeldBookingIsChangedAtOnce() {
    var booking = given.inquiry(agency, "Paul", ten, twelve);
    holdSlot.handle(booking.toString());
    var shown = shown(booking);
    var later = LocalDateTime.parse(ten).plusDays(1).withHour(15).toString();
    var end = LocalDateTime.parse(ten).plusDays(1).withHour(18).toString();
    var request =
        new Request(
            1,
            "change",
            later,
            end,
            "Marie",
            "Hôtel de Crillon, Paris",
            3,
            new BigDecimal("1200"),
            shown.currency(),
            "",
            null,
            null,
            null);
    var job = job();

    assertThat(desk.handle(request, booking.toString(), job).outcome().done()).isTrue();
    assertThat(desk.handle(request, booking.toString(), job).outcome().done()).isTrue();

    assertThat(facts(booking).talentName()).isEqualTo("Marie");
    assertThat(facts(booking).place()).isEqualTo("Hôtel de Crillon, Paris");
    assertThat(facts(booking).guests()).isEqualTo(3);
    assertThat(PrepareRequestWorker.picked(facts(booking).start())).isEqualTo(later);
    assertThat(PrepareRequestWorker.picked(facts(booking).end())).isEqualTo(end);
    assertThat(Objects.requireNonNull(facts(booking).budget()).amount())
        .isEqualByComparingTo("1200");
  }

  private static Request look() {
    return new Request(1, "look", null, null, null, null, null, null, null, null, null, null, null);
  }

  @Test
  void holdRunsOutAsTheJobThatHeldItSaid() {
    var booking = given.inquiry(agency, "Paul", ten, twelve);
    var slot = holdSlot.handle(booking.toString());

    assertThat(expireHold.handle(booking.toString(), slot.holdExpiresAt()).holdExpired()).isTrue();
    assertThat(facts(booking).state()).isEqualTo(BookingState.LAPSED);
  }

  private String file(
      BookingId booking,
      String action,
      @Nullable String start,
      @Nullable String talent,
      @Nullable String note) {
    var shown = shown(booking);
    var request =
        new Request(
            1,
            action,
            start == null ? shown.start() : start,
            start == null ? shown.end() : null,
            talent == null ? shown.talent() : talent,
            shown.place(),
            shown.guests(),
            shown.budget(),
            shown.currency(),
            shown.fee(),
            null,
            null,
            note);
    return desk.handle(request, booking.toString(), job()).outcome().problem();
  }

  private PrepareRequestWorker.Desk shown(BookingId booking) {
    return prepareRequest.handle(facts(booking).reference(), agency.toString(), null, null).desk();
  }

  private BookingFacts facts(BookingId booking) {
    return bookings.facts(booking);
  }

  private ChangeId change(BookingId booking) {
    return new ChangeId(
        jdbc.sql("select id from booking_change where booking_id = ? and state = 'PROPOSED'")
            .param(booking.value())
            .query(UUID.class)
            .single());
  }

  private int sentTo(BookingId booking) {
    return jdbc.sql("select count(*) from outbox where conversation_id = ?")
        .param(facts(booking).conversation().value())
        .query(Integer.class)
        .single();
  }

  private static ActivatedJob job() {
    var job = mock(ActivatedJob.class);
    when(job.getElementInstanceKey()).thenReturn(ELEMENTS.getAndIncrement());
    return job;
  }
}
