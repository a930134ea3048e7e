package com.ailuxe.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.BookingDetails;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.CancelledBy;
import com.ailuxe.booking.DetailsGiven;
import com.ailuxe.booking.Given;
import com.ailuxe.conversation.Channel;
import com.ailuxe.journey.WorkersTest;
import com.ailuxe.reminder.ReminderRule;
import com.ailuxe.reminder.ReminderRule.Until;
import com.ailuxe.reminder.Reminders;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.Money;
import com.ailuxe.talent.TalentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorkersTest
class BookingListTests {
  @Autowired BookingList list;
  @Autowired Bookings bookings;
  @Autowired Reminders reminders;
  @Autowired Given given;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private AgencyId agency;
  private TalentId yacht;

  @BeforeEach
  void agencyWithAYachtAndAVilla() {
    clock.reset();
    agency = given.agency();
    yacht = given.talent(agency, "Aurora", "yacht");
    given.talent(agency, "Villa Serena", "villa");
  }

  @Test
  void lineSaysWhatStaffAskOfABooking() {
    var booking = given.confirmed(agency, "Aurora", "2027-01-10T10:00", "2027-01-10T14:00");
    reminders.plan(
        booking,
        List.of(
            new ReminderRule("48h", Duration.ofHours(48), "reminder-48h", Until.DAY),
            new ReminderRule("1h", Duration.ofHours(1), "reminder-1h", Until.EVENT)),
        List.of());
    Documents.insert(
        jdbc, agency, booking, "SERVICE_AGREEMENT", "M-1", "SUPERSEDED", "2026-12-01T10:00:00Z");
    Documents.insert(
        jdbc, agency, booking, "SERVICE_AGREEMENT", "M-2", "ISSUED", "2026-12-01T11:00:00Z");
    Documents.insert(jdbc, agency, booking, "NDA", "M-3", "ISSUED", "2026-12-01T12:00:00Z");

    var line = all(BookingOrder.EVENT).getFirst();

    assertThat(line.reference()).isEqualTo("BK-2026-0001");
    assertThat(line.state()).isEqualTo(BookingState.CONFIRMED);
    assertThat(line.contactName()).isEqualTo("Ada Private");
    assertThat(line.channel()).isEqualTo(Channel.WHATSAPP);
    assertThat(line.talentName()).isEqualTo("Aurora");
    assertThat(line.start()).isEqualTo(Given.inParis("2027-01-10T10:00"));
    assertThat(line.place()).isEqualTo("Ritz, Paris");
    assertThat(line.budget()).isEqualTo(Money.of("900", "EUR"));
    assertThat(line.contracts()).extracting(ContractLine::number).containsExactly("M-3", "M-2");
    assertThat(line.reminders())
        .extracting(row -> row.kind() + " " + row.state())
        .containsExactly("48h PLANNED", "1h PLANNED");
    assertThat(list.byReference(agency, "bk 2026 1")).contains(line);
  }

  @Test
  void reminderThatDoesNotGoSaysWhy() {
    var booking = given.confirmed(agency, "Aurora", "2027-01-10T10:00", "2027-01-10T14:00");
    reminders.plan(
        booking,
        List.of(new ReminderRule("48h", Duration.ofHours(48), "reminder-48h", Until.DAY)),
        List.of());
    bookings.cancel(booking, CancelledBy.AGENCY, Actor.named("Olivia"), null);

    assertThat(all(BookingOrder.EVENT).getFirst().reminders())
        .extracting(row -> row.kind() + " " + row.state() + " " + row.reason())
        .containsExactly("48h SKIPPED cancelled");
  }

  @ParameterizedTest
  @EnumSource
  void pagesHaveEveryBookingOnceAlsoWhenOneIsAddedMeanwhile(BookingOrder order) {
    for (var day = 10; day < 15; day++) {
      given.held(agency, "Aurora", "2027-01-" + day + "T10:00", "2027-01-" + day + "T12:00");
      clock.advance(Duration.ofMinutes(1));
    }
    inquiry();
    clock.advance(Duration.ofMinutes(1));
    inquiry();
    var expected = all(order).stream().map(BookingLine::id).toList();

    var seen = new ArrayList<BookingId>();
    String after = null;
    do {
      var page = list.page(agency, BookingFilter.NONE, order, after, 3);
      page.lines().forEach(line -> seen.add(line.id()));
      if (after == null && order != BookingOrder.EVENT) {
        clock.advance(Duration.ofMinutes(1));
        given.held(agency, "Villa Serena", "2027-03-01T10:00", "2027-03-01T12:00");
      }
      after = page.next();
    } while (after != null);

    assertThat(expected).hasSize(7);
    assertThat(seen).containsExactlyElementsOf(expected);
  }

  @Test
  void ordersAreByEventAndByCreation() {
    var late = given.held(agency, "Aurora", "2027-02-10T10:00", "2027-02-10T12:00");
    clock.advance(Duration.ofMinutes(1));
    var early = given.held(agency, "Aurora", "2027-01-10T10:00", "2027-01-10T12:00");
    clock.advance(Duration.ofMinutes(1));
    var unknown = inquiry();

    assertThat(ids(BookingOrder.EVENT)).containsExactly(early, late, unknown);
    assertThat(ids(BookingOrder.LATEST_EVENT)).containsExactly(late, early, unknown);
    assertThat(ids(BookingOrder.NEWEST)).containsExactly(unknown, early, late);
  }

  @ParameterizedTest
  @CsvSource({
    "bk 2026 1, 1",
    "BK-2026-0002, 2",
    "private, 1 2",
    "SERENA, 2",
    "ritz, 1 2",
    "a%a, ''",
    "Nobody, ''"
  })
  void wordsFindReferenceContactTalentAndPlace(String words, String numbers) {
    given.held(agency, "Aurora", "2027-01-10T10:00", "2027-01-10T12:00");
    given.held(agency, "Villa Serena", "2027-01-11T10:00", "2027-01-11T12:00");

    assertThat(found(new BookingFilter(Set.of(), null, null, null, null, words)))
        .isEqualTo(numbers);
  }

  @Test
  void filtersAreByStateTalentPeriodAndChannel() {
    given.held(agency, "Aurora", "2027-01-10T10:00", "2027-01-10T12:00");
    given.confirmed(agency, "Villa Serena", "2027-01-11T10:00", "2027-01-11T12:00");
    var day = Instant.parse("2027-01-11T00:00:00Z");

    assertThat(found(filter(Set.of(BookingState.HELD), null, null, null, null))).isEqualTo("1");
    assertThat(found(filter(Set.of(), yacht, null, null, null))).isEqualTo("1");
    assertThat(found(filter(Set.of(), null, day, null, null))).isEqualTo("2");
    assertThat(found(filter(Set.of(), null, null, day, null))).isEqualTo("1");
    assertThat(found(filter(Set.of(), null, null, null, Channel.TELEGRAM))).isEmpty();
    assertThat(found(filter(Set.of(), null, null, null, Channel.WHATSAPP))).isEqualTo("1 2");
  }

  @Test
  void nothingOfAnotherAgencyIsListed() {
    given.held(agency, "Aurora", "2027-01-10T10:00", "2027-01-10T12:00");
    var other = given.agency();

    assertThat(list.page(other, BookingFilter.NONE, BookingOrder.EVENT, null, 10).lines())
        .isEmpty();
    assertThat(list.byReference(other, "BK-2026-0001")).isEmpty();
    assertThat(found(new BookingFilter(Set.of(), null, null, null, null, "Ada"))).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({"''", "x", "12_", "_00000000", "1_00000000-0000-4000-8000-0000000000zz"})
  void placeInAListThatIsNoneIsRefused(String after) {
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> list.page(agency, BookingFilter.NONE, BookingOrder.EVENT, after, 10));
  }

  private static BookingFilter filter(
      Set<BookingState> states,
      @Nullable TalentId talent,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable Channel channel) {
    return new BookingFilter(states, talent, from, until, channel, null);
  }

  private String found(BookingFilter filter) {
    return String.join(
        " ",
        list.page(agency, filter, BookingOrder.EVENT, null, 10).lines().stream()
            .map(line -> line.reference().replaceFirst("BK-2026-0*", ""))
            .toList());
  }

  private List<BookingLine> all(BookingOrder order) {
    return list.page(agency, BookingFilter.NONE, order, null, 100).lines();
  }

  private List<BookingId> ids(BookingOrder order) {
    return all(order).stream().map(BookingLine::id).toList();
  }

  /** A wish of which only the kind of talent is known. */
  private BookingId inquiry() {
    var contact = given.contact(agency);
    return bookings
        .recordDetails(
            new DetailsGiven(
                agency,
                contact,
                given.conversation(agency, contact),
                Given.turn(),
                new BookingDetails("yacht", null, null, null, null, null, null)))
        .bookingId();
  }
}
