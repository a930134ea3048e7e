package com.ailuxe.shared;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When something takes place: the time on the wall there, and the zone. The instant follows from
 * both, by the zone's rules (a wall time in a spring gap moves forward, in an autumn overlap the
 * earlier one counts).
 */
public record EventTime(LocalDateTime wallTime, ZoneId zone) {
  public Instant instant() {
    return zoned().toInstant();
  }

  public ZonedDateTime zoned() {
    return wallTime.atZone(zone);
  }
}
