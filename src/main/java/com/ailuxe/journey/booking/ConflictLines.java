package com.ailuxe.journey.booking;

import com.ailuxe.booking.Occupied;
import com.ailuxe.journey.form.FormWords;
import com.ailuxe.shared.EventTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What else the talent has to do, as approvers read it: nothing of other contacts. */
final class ConflictLines {
  private ConflictLines() {}

  /**
   * A line for each; empty where nothing is in the way.
   *
   * @param start of what is asked for; null only where nothing can be in its way
   */
  static String of(List<Occupied> others, @Nullable EventTime start, @Nullable EventTime end) {
    return start == null || end == null
        ? ""
        : others.stream()
            .map(other -> line(other, start.instant(), end.instant()))
            .collect(Collectors.joining("\n"));
  }

  private static String line(Occupied other, Instant start, Instant end) {
    return "%s, %s, %s: %s"
        .formatted(
            other.reference(),
            other.confirmed() ? "confirmed" : "held",
            FormWords.when(other.start(), other.end()),
            relation(other.start().instant(), other.end().instant(), start, end));
  }

  private static String relation(Instant from, Instant to, Instant start, Instant end) {
    if (!to.isAfter(start)) {
      return "ends %s before".formatted(length(Duration.between(to, start)));
    }
    if (!from.isBefore(end)) {
      return "starts %s after".formatted(length(Duration.between(end, from)));
    }
    return "overlaps";
  }

  private static String length(Duration time) {
    var hours = time.toHours();
    var minutes = time.toMinutesPart();
    if (hours == 0) {
      return minutes == 0 ? "right" : minutes + " min";
    }
    return minutes == 0 ? hours + " h" : "%d h %d min".formatted(hours, minutes);
  }
}
