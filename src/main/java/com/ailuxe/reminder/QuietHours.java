package com.ailuxe.reminder;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a kind of reminder is not to come, on the clock where the contact is. Midnight may lie in
 * between; {@code until} itself is no longer quiet.
 *
 * @param kind of the reminder, as the plan names it
 * @param move where a reminder goes that would be due then
 */
public record QuietHours(String kind, LocalTime from, LocalTime until, Move move) {
  /** Where a reminder moves: to the beginning of the quiet hours, or to their end. */
  public enum Move {
    EARLIER,
    LATER
  }

  public QuietHours {
    if (kind.isBlank()) {
      throw new IllegalArgumentException("Quiet hours are for a kind of reminder");
    }
    if (from.equals(until)) {
      throw new IllegalArgumentException(
          "Quiet hours have a length: %s to %s".formatted(from, until));
    }
  }

  /**
   * When a reminder is to come that would be due then. It moves as its quiet hours say, or the
   * other way where that would be past already or not before the event, or else not at all. Quiet
   * hours that follow on each other are left together.
   */
  static Instant around(
      Instant due, String kind, List<QuietHours> rules, ZoneId zone, Instant now, Instant event) {
    var hours = rules.stream().filter(rule -> rule.kind.equals(kind)).toList();
    var at = due.atZone(zone);
    return covering(hours, at)
        .flatMap(
            rule ->
                Stream.of(rule.move, rule.move == Move.EARLIER ? Move.LATER : Move.EARLIER)
                    .map(move -> move == Move.EARLIER ? before(hours, at) : after(hours, at))
                    .filter(time -> time.isAfter(now) && time.isBefore(event))
                    .findFirst())
        .orElse(due);
  }

  private static Instant before(List<QuietHours> hours, ZonedDateTime at) {
    var time = at;
    for (var steps = 0; steps < hours.size(); steps++) {
      var justBefore = time.minusNanos(1);
      time = covering(hours, justBefore).map(rule -> rule.beginning(justBefore)).orElse(time);
    }
    return time.toInstant();
  }

  private static Instant after(List<QuietHours> hours, ZonedDateTime at) {
    var time = at;
    for (var steps = 0; steps < hours.size(); steps++) {
      var then = time;
      time = covering(hours, then).map(rule -> rule.end(then)).orElse(then);
    }
    return time.toInstant();
  }

  private static Optional<QuietHours> covering(List<QuietHours> hours, ZonedDateTime at) {
    return hours.stream().filter(rule -> rule.cover(at.toLocalTime())).findFirst();
  }

  private boolean cover(LocalTime time) {
    var afterFrom = !time.isBefore(from);
    var beforeUntil = time.isBefore(until);
    return from.isBefore(until) ? afterFrom && beforeUntil : afterFrom || beforeUntil;
  }

  private ZonedDateTime beginning(ZonedDateTime at) {
    var day = at.toLocalDate();
    var begun = at.toLocalTime().isBefore(from) ? day.minusDays(1) : day;
    return onTheClock(begun.atTime(from), at.getZone()).withEarlierOffsetAtOverlap();
  }

  private ZonedDateTime end(ZonedDateTime at) {
    var day = at.toLocalDate();
    var ends = at.toLocalTime().isBefore(until) ? day : day.plusDays(1);
    return onTheClock(ends.atTime(until), at.getZone()).withLaterOffsetAtOverlap();
  }

  /** A time that the clocks skip is reached when they do. */
  private static ZonedDateTime onTheClock(LocalDateTime time, ZoneId zone) {
    var change = zone.getRules().getTransition(time);
    return (change != null && change.isGap() ? change.getDateTimeAfter() : time).atZone(zone);
  }
}
