package com.ailuxe.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ailuxe.TestClock;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.talent.TalentId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingDatabaseTest
class AvailabilityTests {
  private static final LocalDate DAY = LocalDate.parse("2027-01-13");

  @Autowired Availability availability;
  @Autowired Given given;
  @Autowired TestClock clock;

  private AgencyId agency;
  private TalentId yacht;

  @BeforeEach
  void agencyWithOneYacht() {
    clock.reset();
    agency = given.agency();
    yacht = given.talent(agency, "Aurora", "yacht");
  }

  @Test
  void freeTimesLeaveRoomToTravelAndForTheWholeEvent() {
    given.confirmed(agency, "Aurora", "2027-01-13T10:00", "2027-01-13T12:00");
    given.held(agency, "Aurora", "2027-01-13T18:10", "2027-01-13T19:10");

    assertThat(free(DAY, DAY, 3)).containsExactly("2027-01-13T00:00 to 2027-01-13T08:00");
    assertThat(free(DAY, DAY, 2))
        .containsExactly(
            "2027-01-13T00:00 to 2027-01-13T08:00",
            "2027-01-13T14:00 to 2027-01-13T16:10",
            "2027-01-13T21:15 to 2027-01-14T00:00");
  }

  @Test
  void neitherThePastNorAHoldThatRanOutIsInTheWay() {
    given.held(agency, "Aurora", "2026-12-04T10:00", "2026-12-04T12:00");
    clock.set("2026-12-03T10:07:00Z");

    assertThat(free(LocalDate.parse("2026-12-01"), LocalDate.parse("2026-12-04"), 1))
        .containsExactly("2026-12-03T11:15 to 2026-12-05T00:00");
    assertThat(free(LocalDate.parse("2026-12-01"), LocalDate.parse("2026-12-02"), 1)).isEmpty();
  }

  @Test
  void nearestFreeTimesAreOfTheWishedLength() {
    given.confirmed(agency, "Aurora", "2027-01-13T10:00", "2027-01-13T12:00");

    assertThat(
            texts(
                availability.nearest(
                    agency, yacht, Given.inParis("2027-01-13T10:00"), Duration.ofHours(2), 4)))
        .containsExactly(
            "2027-01-13T06:00 to 2027-01-13T08:00",
            "2027-01-13T14:00 to 2027-01-13T16:00",
            "2027-01-12T10:00 to 2027-01-12T12:00",
            "2027-01-14T10:00 to 2027-01-14T12:00");
  }

  @Test
  void talentOfAnotherAgencyHasNoFreeTimes() {
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(
            () -> availability.freeSlots(given.agency(), yacht, DAY, DAY, Duration.ofHours(1)));
  }

  private List<String> free(LocalDate from, LocalDate until, int hours) {
    return texts(availability.freeSlots(agency, yacht, from, until, Duration.ofHours(hours)));
  }

  private static List<String> texts(List<FreeTime> free) {
    return free.stream()
        .map(time -> time.start().wallTime() + " to " + time.end().wallTime())
        .toList();
  }
}
