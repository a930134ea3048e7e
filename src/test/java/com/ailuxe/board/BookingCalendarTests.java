package com.ailuxe.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.board.CalendarEntry.Kind;
import com.ailuxe.booking.BookingChanges;
import com.ailuxe.booking.BookingDetails;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.ChangeWish;
import com.ailuxe.booking.Given;
import com.ailuxe.journey.WorkersTest;
import com.ailuxe.talent.TalentId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WorkersTest
class BookingCalendarTests {
  private static final Instant MONDAY = Instant.parse("2027-01-10T23:00:00Z");
  private static final Instant NEXT_MONDAY = Instant.parse("2027-01-17T23:00:00Z");

  @Autowired BookingCalendar calendar;
  @Autowired BookingChanges changes;
  @Autowired Bookings bookings;
  @Autowired Given given;
  @Autowired TestClock clock;

  private AgencyId agency;
  private TalentId yacht;

  @BeforeEach
  void agencyWithAYachtAndAVilla() {
    clock.reset();
    agency = given.agency();
    given.talent(agency, "Villa Serena", "villa");
    yacht = given.talent(agency, "Aurora", "yacht");
  }

  @Test
  void everyTalentIsThereWithWhatOverlapsTheWeek() {
    given.held(agency, "Aurora", "2027-01-08T10:00", "2027-01-11T10:00");
    given.confirmed(agency, "Aurora", "2027-01-13T10:00", "2027-01-13T12:00");
    given.held(agency, "Aurora", "2027-01-18T10:00", "2027-01-18T12:00");
    bookings.decide(
        given.held(agency, "Aurora", "2027-01-14T10:00", "2027-01-14T12:00"),
        false,
        Actor.named("Olivia"),
        null,
        null);
    given.retired(yacht);

    var week = calendar.between(agency, MONDAY, NEXT_MONDAY);

    assertThat(week)
        .extracting(line -> line.talent().name())
        .containsExactly("Aurora", "Villa Serena");
    assertThat(week.getFirst().entries())
        .extracting(entry -> entry.reference() + " " + entry.kind())
        .containsExactly("BK-2026-0001 HELD", "BK-2026-0002 CONFIRMED");
    assertThat(week.getLast().entries()).isEmpty();
    var held = week.getFirst().entries().getFirst();
    assertThat(held.busyUntil()).isEqualTo(held.end().instant().plusSeconds(7200));
    assertThat(held.holdExpiresAt()).isNotNull();
  }

  @Test
  void tooLittleTimeToTravelIsAConflictOfBoth() {
    given.confirmed(agency, "Aurora", "2027-01-13T10:00", "2027-01-13T12:00");
    given.held(agency, "Aurora", "2027-01-13T13:00", "2027-01-13T14:00");
    given.held(agency, "Aurora", "2027-01-13T16:00", "2027-01-13T17:00");

    assertThat(entries())
        .extracting(entry -> entry.reference() + entry.conflicts())
        .containsExactly(
            "BK-2026-0001[BK-2026-0002]", "BK-2026-0002[BK-2026-0001]", "BK-2026-0003[]");
  }

  @Test
  void holdThatRanOutMayBeOverlappedAndAWishedTimeIsShown() {
    given.held(agency, "Aurora", "2027-01-13T10:00", "2027-01-13T12:00");
    clock.set("2026-12-03T10:00:00Z");
    var second = given.confirmed(agency, "Aurora", "2027-01-13T11:00", "2027-01-13T13:00");
    changes.request(
        new ChangeWish(
            agency,
            second,
            Given.turn(),
            Actor.named("Ada"),
            new BookingDetails(
                null, LocalDateTime.parse("2027-01-15T11:00"), null, null, null, null, null)));

    assertThat(entries())
        .extracting(entry -> entry.reference() + " " + entry.kind() + entry.conflicts())
        .containsExactly(
            "BK-2026-0001 LAPSED[BK-2026-0002]",
            "BK-2026-0002 CONFIRMED[BK-2026-0001]",
            "BK-2026-0002 WISHED[]");
    assertThat(Kind.WISHED.takesSlot()).isFalse();
  }

  @Test
  void nothingOfAnotherAgencyIsShown() {
    given.held(agency, "Aurora", "2027-01-13T10:00", "2027-01-13T12:00");

    assertThat(calendar.between(given.agency(), MONDAY, NEXT_MONDAY)).isEmpty();
  }

  private List<CalendarEntry> entries() {
    return calendar.between(agency, MONDAY, NEXT_MONDAY).getFirst().entries();
  }
}
