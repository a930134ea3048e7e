package com.ailuxe.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.Refusal.Reason;
import com.ailuxe.contact.ContactId;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.Money;
import com.ailuxe.shared.TurnId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Isolated("Moves the time zone of the whole JVM")
@BookingDatabaseTest
class BookingDetailsTests {
  private static final String TEN = "2026-12-01T10:00";
  private static final String TWELVE = "2026-12-01T12:00";
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Autowired Bookings bookings;
  @Autowired Given given;
  @Autowired TestClock clock;
  @Autowired CommittedEvents events;
  @Autowired JdbcClient jdbc;

  AgencyId agency;
  ContactId contact;
  ConversationId conversation;

  @BeforeEach
  void contactOfAnAgencyWithOneYacht() {
    clock.set("2026-11-22T12:00:00Z");
    agency = given.agency();
    given.talent(agency, "Aurora", "yacht");
    contact = given.contact(agency);
    conversation = given.conversation(agency, contact);
  }

  @Test
  void firstDetailsOpenAnInquiry() {
    var receipt = say(talent("Aurora"));

    assertThat(receipt.recorded()).isTrue();
    assertThat(receipt.detailsComplete()).isFalse();
    assertThat(receipt.refused()).isEmpty();
    var facts = bookings.facts(receipt.bookingId());
    assertThat(facts.state()).isEqualTo(BookingState.INQUIRY);
    assertThat(facts.reference()).isEqualTo("BK-2026-0001");
    assertThat(events.of(receipt.bookingId()))
        .containsExactly(
            new BookingRequested(receipt.bookingId(), conversation, false, Duration.ofDays(14)));
  }

  @Test
  void laterDetailsAreLaidOverTheOpenInquiry() {
    var first = say(talent("Aurora"));
    var timesTurn = Given.turn();
    say(timesTurn, times(TEN, TWELVE));
    var placeTurn = Given.turn();
    say(placeTurn, place("Port Hercule, Monaco"));
    var lastTurn = Given.turn();
    var last =
        say(lastTurn, new BookingDetails(null, null, null, null, null, 6, Money.of("5000", "EUR")));

    assertThat(last.bookingId()).isEqualTo(first.bookingId());
    assertThat(last.detailsComplete()).isTrue();
    assertThat(known())
        .isEqualTo(
            new BookingDetails(
                "Aurora",
                LocalDateTime.parse(TEN),
                LocalDateTime.parse(TWELVE),
                PARIS,
                "Port Hercule, Monaco",
                6,
                Money.of("5000", "EUR")));
    assertThat(events.of(first.bookingId()))
        .containsExactly(
            new BookingRequested(first.bookingId(), conversation, false, Duration.ofDays(14)),
            new BookingDetailsChanged(first.bookingId(), timesTurn, false),
            new BookingDetailsChanged(first.bookingId(), placeTurn, false),
            new BookingDetailsChanged(first.bookingId(), lastTurn, true));
  }

  @Test
  void allDetailsAtOnceMakeACompleteInquiry() {
    var receipt = say(Given.details("aurora", TEN, TWELVE));

    assertThat(receipt.detailsComplete()).isTrue();
    assertThat(events.of(receipt.bookingId()))
        .containsExactly(
            new BookingRequested(receipt.bookingId(), conversation, true, Duration.ofDays(14)));
  }

  @Test
  void eachMissingDetailLeavesTheInquiryIncomplete() {
    var all = Given.details("Aurora", TEN, TWELVE);
    var incomplete =
        new BookingDetails[] {
          all.withTalent(null),
          all.withTimes(null, all.end()),
          all.withTimes(all.start(), null),
          new BookingDetails("Aurora", all.start(), all.end(), null, " ", 2, all.budget()),
          all.withoutGuests(),
          new BookingDetails("Aurora", all.start(), all.end(), null, "Paris", 2, null)
        };
    for (var details : incomplete) {
      var someone = given.contact(agency);
      var receipt =
          bookings.recordDetails(
              new DetailsGiven(
                  agency, someone, given.conversation(agency, someone), Given.turn(), details));

      assertThat(receipt.detailsComplete()).as(details.toString()).isFalse();
    }
  }

  @Test
  void redeliveredTurnChangesNothingAndPublishesNothing() {
    var turn = Given.turn();
    var first = say(turn, times("2026-12-01T12:00", "2026-12-01T10:00"));
    say(talent("Aurora"));

    assertThat(say(turn, guests(7))).isEqualTo(first);
    assertThat(first.refused()).hasSize(1);
    assertThat(known().guests()).isNull();
    assertThat(events.of(first.bookingId())).hasSize(2);
  }

  @Test
  void turnThatSaysNothingNewPublishesNothing() {
    var first = say(Given.details("Aurora", TEN, TWELVE));

    assertThat(say(guests(2)).detailsComplete()).isTrue();
    assertThat(events.of(first.bookingId())).hasSize(1);
  }

  @Test
  void bookingThatIsHeldKeepsItsDetails() {
    var id = say(Given.details("Aurora", TEN, TWELVE)).bookingId();
    bookings.hold(id);

    var receipt = say(guests(9));

    assertThat(receipt.bookingId()).isEqualTo(id);
    assertThat(receipt.recorded()).isFalse();
    assertThat(receipt.refused())
        .containsExactly(Given.refusal(Reason.BOOKING_WITH_TEAM, "BK-2026-0001"));
    assertThat(bookings.facts(id).guests()).isEqualTo(2);
    assertThat(events.of(id)).hasSize(1);
  }

  @Test
  void confirmedBookingDoesNotKeepTheContactFromAskingForTheNextOne() {
    var first = say(Given.details("Aurora", TEN, TWELVE)).bookingId();
    bookings.hold(first);
    bookings.decide(first, true, Actor.named("Olivia"), null, null);

    var second = say(Given.details("Aurora", "2026-12-08T10:00", "2026-12-08T12:00"));

    assertThat(second.recorded()).isTrue();
    assertThat(second.bookingId()).isNotEqualTo(first);
    assertThat(bookings.facts(first).state()).isEqualTo(BookingState.CONFIRMED);
  }

  @Test
  void newInquiryBeginsWhenTheLastBookingIsOver() {
    var first = say(Given.details("Aurora", TEN, TWELVE)).bookingId();
    bookings.hold(first);
    bookings.decide(first, false, Actor.named("Olivia"), null, null);

    var second = say(Given.details("Aurora", TEN, TWELVE)).bookingId();

    assertThat(second).isNotEqualTo(first);
    assertThat(bookings.facts(second).reference()).isEqualTo("BK-2026-0002");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2027-03-28T02:30 | 2027-03-28T06:00 | 2027-03-28T02:30
          2027-03-28T02:00 | 2027-03-28T03:10 | 2027-03-28T02:00
          2027-03-27T22:00 | 2027-03-28T02:59 | 2027-03-28T02:59
          """)
  void timesThatTheClocksJumpOverAreRefused(String start, String end, String skipped) {
    say(talent("Aurora"));

    assertThat(say(times(start, end)).refused())
        .containsExactly(Refusal.of(Reason.TIME_SKIPPED, Given.inParis(skipped), null));
    assertThat(known().start()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-22T12:59 | 2026-11-22T18:00 | START_PAST
          2026-11-22T13:00 | 2026-11-22T18:00 | START_PAST
          2025-12-01T10:00 |                  | START_PAST
                           | 2026-11-22T12:00 | END_PAST
          2026-12-01T10:00 | 2026-12-01T10:00 | END_NOT_AFTER_START
          2026-12-01T10:00 | 2026-12-01T09:00 | END_NOT_AFTER_START
          """)
  void timesThatCannotBeAreRefused(@Nullable String start, @Nullable String end, Reason reason) {
    say(talent("Aurora"));

    var receipt = say(times(start, end));

    assertThat(receipt.recorded()).isTrue();
    assertThat(receipt.refused())
        .containsExactly(
            Refusal.of(
                reason,
                reason == Reason.END_PAST ? null : Given.inParis(Objects.requireNonNull(start)),
                reason == Reason.START_PAST ? null : Given.inParis(Objects.requireNonNull(end))));
    assertThat(known().start()).isNull();
    assertThat(known().end()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # one minute from now
          2026-11-22T13:01 | 2026-11-22T18:00 | 2026-11-22T13:01 | 2026-11-22T12:01:00Z | 2026-11-22T17:00:00Z
          # a spring night is an hour shorter
          2027-03-28T01:30 | 2027-03-28T04:00 | 2027-03-28T01:30 | 2027-03-28T00:30:00Z | 2027-03-28T02:00:00Z
          # an autumn night has two, the earlier one counts
          2027-10-31T02:30 | 2027-10-31T03:00 | 2027-10-31T02:30 | 2027-10-31T00:30:00Z | 2027-10-31T02:00:00Z
          """)
  void timesAreKeptAsTheClocksShowThem(
      String start, String end, String startWall, Instant startsAt, Instant endsAt) {
    var id = say(Given.details("Aurora", start, end)).bookingId();

    var facts = bookings.facts(id);

    var time = Objects.requireNonNull(facts.start());
    assertThat(time.wallTime()).isEqualTo(LocalDateTime.parse(startWall));
    assertThat(time.zone()).isEqualTo(PARIS);
    assertThat(stored(id, "starts_at")).isEqualTo(startsAt).isEqualTo(time.instant());
    assertThat(stored(id, "ends_at")).isEqualTo(endsAt);
  }

  @Test
  void wallTimeIsStoredAsSaidWhateverZoneTheServerIsIn() {
    var before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      // New York's clocks skip this hour, Paris' do not.
      var id = say(Given.details("Aurora", "2027-03-14T02:30", "2027-03-14T05:00")).bookingId();

      assertThat(
              jdbc.sql("select start_wall::text from booking where id = ?")
                  .param(id.value())
                  .query(String.class)
                  .single())
          .isEqualTo("2027-03-14 02:30:00");
      assertThat(known().start()).isEqualTo(LocalDateTime.parse("2027-03-14T02:30"));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void refusedTimesLeaveThoseThatWereKnown() {
    say(Given.details("Aurora", TEN, TWELVE));

    var receipt = say(times("2026-12-01T13:00", null));

    assertThat(receipt.refused()).hasSize(1);
    assertThat(receipt.detailsComplete()).isTrue();
    assertThat(known().start()).isEqualTo(LocalDateTime.parse(TEN));
    assertThat(known().end()).isEqualTo(LocalDateTime.parse(TWELVE));
  }

  @Test
  void knownTimesThatHavePassedAreForgotten() {
    say(times(TEN, TWELVE));
    clock.set("2026-12-02T12:00:00Z");

    var receipt = say(talent("Aurora"));

    assertThat(receipt.refused())
        .containsExactly(Refusal.of(Reason.START_PAST, Given.inParis(TEN), null));
    assertThat(known().start()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"0", "-3"})
  void bookingForNobodyIsRefused(int guests) {
    say(guests(3));

    var receipt = say(guests(guests));

    assertThat(receipt.refused()).containsExactly(Refusal.noGuests(guests));
    assertThat(known().guests()).isEqualTo(3);
  }

  @Test
  void whatIsRefusedDoesNotKeepTheRestFromBeingRecorded() {
    var receipt =
        say(new BookingDetails("Titanic", null, null, null, "Nice", 0, Money.of("0.50", "EUR")));

    assertThat(receipt.refused())
        .containsExactly(Refusal.noGuests(0), Refusal.of(Reason.UNKNOWN_TALENT, "Titanic"));
    assertThat(known().talent()).isNull();
    assertThat(known().place()).isEqualTo("Nice");
    assertThat(known().budget()).isEqualTo(Money.of("0.50", "EUR"));
  }

  @Test
  void talentOfAnotherAgencyCannotBeBooked() {
    given.talent(given.agency(), "Elsewhere", "villa");

    assertThat(say(talent("Elsewhere")).refused()).hasSize(1);
    assertThat(say(talent("villa")).refused()).hasSize(1);
  }

  @Test
  void talentThatIsNoLongerActiveCannotBeBooked() {
    var rosa = given.talent(agency, "Rosa", "villa");
    say(talent("Rosa"));
    given.retired(rosa);

    var receipt = say(guests(2));

    assertThat(receipt.refused()).containsExactly(Refusal.of(Reason.TALENT_GONE, "Rosa"));
    assertThat(known().talent()).isNull();
  }

  @Test
  void kindStandsForItsOnlyTalent() {
    var id = say(talent("YACHT")).bookingId();

    assertThat(bookings.facts(id).talentName()).isEqualTo("Aurora");
  }

  @Test
  void kindWithSeveralTalentsWaitsForTheTimesThenTakesTheFirstFreeOne() {
    given.talent(agency, "Zoe", "chauffeur");
    given.talent(agency, "Paul", "chauffeur");
    given.talent(agency, "Marie", "chauffeur");
    given.held(agency, "Marie", TEN, TWELVE);

    var id = say(talent("chauffeur")).bookingId();
    assertThat(bookings.facts(id).talentName()).isNull();
    say(times(TEN, TWELVE));
    assertThat(bookings.facts(id).talentName()).isEqualTo("Paul");
  }

  @Test
  void kindPrefersTheCityOfThePlace() {
    given.talent(agency, "Anna", "chauffeur", "Dubai", "Asia/Dubai");
    given.talent(agency, "Paul", "chauffeur");
    given.talent(agency, "Zayed", "chauffeur", "Dubai", "Asia/Dubai");
    given.held(agency, "Anna", TEN, TWELVE);

    var id =
        say(new BookingDetails("chauffeur", wall(TEN), wall(TWELVE), null, "Burj, DUBAI", 1, null))
            .bookingId();

    assertThat(bookings.facts(id).talentName()).isEqualTo("Zayed");
    assertThat(known().zone()).isEqualTo(ZoneId.of("Asia/Dubai"));
    assertThat(stored(id, "starts_at")).isEqualTo("2026-12-01T06:00:00Z");
  }

  @Test
  void kindNobodyOfWhichIsFreeStillStandsForSomebody() {
    given.talent(agency, "Paul", "chauffeur");
    given.talent(agency, "Marie", "chauffeur");
    given.held(agency, "Marie", TEN, TWELVE);
    given.held(agency, "Paul", TEN, TWELVE);

    var receipt = say(Given.details("chauffeur", TEN, TWELVE));

    assertThat(receipt.detailsComplete()).isTrue();
    assertThat(bookings.hold(receipt.bookingId())).isInstanceOf(HoldOutcome.SlotTaken.class);
  }

  @Test
  void zoneThatWasSaidCountsMoreThanTheTalents() {
    var id =
        say(new BookingDetails(
                "Aurora", wall(TEN), wall(TWELVE), ZoneId.of("America/New_York"), null, 1, null))
            .bookingId();

    assertThat(stored(id, "starts_at")).isEqualTo("2026-12-01T15:00:00Z");
  }

  @Test
  void contactOfAnotherAgencyIsABug() {
    var stranger = given.contact(given.agency());

    assertThatThrownBy(
            () ->
                bookings.recordDetails(
                    new DetailsGiven(
                        agency, stranger, conversation, Given.turn(), talent("Aurora"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(bookings.openInquiry(agency, conversation)).isEmpty();
  }

  private DetailsReceipt say(BookingDetails details) {
    return say(Given.turn(), details);
  }

  private DetailsReceipt say(TurnId turn, BookingDetails details) {
    return bookings.recordDetails(new DetailsGiven(agency, contact, conversation, turn, details));
  }

  private BookingDetails known() {
    return bookings.openInquiry(agency, conversation).orElseThrow();
  }

  private static BookingDetails talent(String talent) {
    return BookingDetails.NONE.withTalent(talent);
  }

  private static BookingDetails guests(int guests) {
    return new BookingDetails(null, null, null, null, null, guests, null);
  }

  private static BookingDetails place(String place) {
    return new BookingDetails(null, null, null, null, place, null, null);
  }

  private static BookingDetails times(@Nullable String start, @Nullable String end) {
    return BookingDetails.NONE.withTimes(
        start == null ? null : wall(start), end == null ? null : wall(end));
  }

  private static LocalDateTime wall(String time) {
    return LocalDateTime.parse(time);
  }

  private Instant stored(BookingId id, String column) {
    return jdbc.sql("select " + column + " from booking where id = ?")
        .param(id.value())
        .query((row, index) -> row.getTimestamp(1).toInstant())
        .single();
  }
}
