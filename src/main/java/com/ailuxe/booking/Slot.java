package com.ailuxe.booking;

import com.ailuxe.shared.EventTime;
import java.time.Duration;

/** The time in which a talent is wanted; its end is not part of it. */
record Slot(EventTime start, EventTime end) {
  Slot {
    if (!end.instant().isAfter(start.instant())) {
      throw new IllegalArgumentException("The end " + end + " is not after the start " + start);
    }
  }

  /** The length by the clocks on the wall. */
  Duration wallLength() {
    return Duration.between(start.wallTime(), end.wallTime());
  }

  Duration length() {
    return Duration.between(start.instant(), end.instant());
  }
}
