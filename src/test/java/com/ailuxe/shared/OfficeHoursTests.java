package com.ailuxe.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeHoursTests {
  private static final ZoneId MONACO = ZoneId.of("Europe/Monaco");

  @ParameterizedTest
  @CsvSource({
    "MONDAY, SATURDAY, 2026-12-01T09:00, true",
    "MONDAY, SATURDAY, 2026-12-01T08:59, false",
    "MONDAY, SATURDAY, 2026-12-01T20:00, false",
    "MONDAY, SATURDAY, 2026-12-05T19:59, true",
    "MONDAY, SATURDAY, 2026-12-06T12:00, false",
    "SUNDAY, THURSDAY, 2026-12-06T12:00, true",
    "SUNDAY, THURSDAY, 2026-12-04T12:00, false",
    "MONDAY, SUNDAY, 2026-12-06T12:00, true",
    "MONDAY, MONDAY, 2026-12-07T12:00, true",
    "MONDAY, MONDAY, 2026-12-08T12:00, false"
  })
  void peopleAreThereOnTheirOwnClock(
      DayOfWeek first, DayOfWeek last, LocalDateTime then, boolean there) {
    var hours = new OfficeHours(first, last, LocalTime.of(9, 0), LocalTime.of(20, 0), MONACO);

    assertThat(hours.areAt(then.atZone(MONACO).toInstant())).isEqualTo(there);
  }

  @Test
  void anOfficeClosesAfterItOpens() {
    var noon = LocalTime.NOON;
    assertThatThrownBy(
            () -> new OfficeHours(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, noon, noon, MONACO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
