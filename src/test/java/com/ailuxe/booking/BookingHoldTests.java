package com.ailuxe.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.agency.AgencyId;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingDatabaseTest
class BookingHoldTests {
  @Autowired Bookings bookings;
  @Autowired Given given;
  @Autowired MovableClock clock;

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
    var id = given.inquiry(agency, "Paul", "2026-12-01T10:00", "2026-12-01T12:00");

    assertThat(bookings.hold(id))
        .isEqualTo(new HoldOutcome.Held(Instant.parse("2026-12-01T11:00:00Z")));
    assertThat(bookings.facts(id).state()).isEqualTo(BookingState.HELD);
  }
}
