package com.ailuxe.shared;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When people are at work: on each day from the first to the last of the week, from one hour to
 * another of the same day, on the clock of the zone.
 */
public record OfficeHours(
    DayOfWeek first, DayOfWeek last, LocalTime opens, LocalTime closes, ZoneId zone) {
  public OfficeHours {
    if (!closes.isAfter(opens)) {
      throw new IllegalArgumentException("An office closes after it opens: " + closes);
    }
  }

  public boolean areAt(Instant instant) {
    var then = instant.atZone(zone);
    var time = then.toLocalTime();
    return daysAfterFirst(then.getDayOfWeek()) <= daysAfterFirst(last)
        && !time.isBefore(opens)
        && time.isBefore(closes);
  }

  private int daysAfterFirst(DayOfWeek day) {
    return Math.floorMod(day.getValue() - first.getValue(), DayOfWeek.values().length);
  }
}
