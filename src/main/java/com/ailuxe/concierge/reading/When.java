package com.ailuxe.concierge.reading;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the time of a booking, possibly in parts: "Friday" now and "from 7 pm" a message
 * later. Null where nothing was said.
 *
 * @param length how long, when that was said instead of an end: hours pass whatever the clocks do,
 *     days are counted on the calendar
 */
public record When(
    @Nullable LocalDate startDay,
    @Nullable LocalTime startTime,
    @Nullable LocalDate endDay,
    @Nullable LocalTime endTime,
    @Nullable TemporalAmount length) {
  public static final When UNKNOWN = new When(null, null, null, null, null);

  /** A party may go on past midnight, up to noon of the next day. */
  private static final LocalTime LATEST_MORNING_AFTER = LocalTime.NOON;

  public static When of(@Nullable LocalDateTime start, @Nullable LocalDateTime end) {
    return new When(
        start == null ? null : start.toLocalDate(),
        start == null ? null : start.toLocalTime(),
        end == null ? null : end.toLocalDate(),
        end == null ? null : end.toLocalTime(),
        null);
  }

  public @Nullable LocalDateTime start() {
    return startDay == null || startTime == null ? null : startDay.atTime(startTime);
  }

  /** Where no day was said for the end: the same night, so possibly past midnight. */
  public @Nullable LocalDateTime end(ZoneId zone) {
    var start = start();
    if (length != null) {
      return start == null ? null : start.atZone(zone).plus(length).toLocalDateTime();
    }
    if (endTime == null) {
      return null;
    }
    if (endDay != null) {
      return endDay.atTime(endTime);
    }
    if (start == null) {
      return null;
    }
    var sameDay = start.toLocalDate().atTime(endTime);
    return sameDay.isAfter(start) || !overnight(start.toLocalTime(), endTime)
        ? sameDay
        : sameDay.plusDays(1);
  }

  /** Whether its length ends in an hour that the clocks show for the second time. */
  public boolean endsInSecondHour(ZoneId zone) {
    var start = start();
    if (length == null || start == null) {
      return false;
    }
    var end = start.atZone(zone).plus(length);
    return !end.equals(end.withEarlierOffsetAtOverlap());
  }

  private static boolean overnight(LocalTime start, LocalTime end) {
    return end.equals(LocalTime.MIDNIGHT)
        || (!start.isBefore(LocalTime.NOON) && !end.isAfter(LATEST_MORNING_AFTER));
  }

  /** Whether the times alone, or the days alone, cannot be. */
  public boolean endsBeforeStart() {
    var daysReversed = startDay != null && endDay != null && endDay.isBefore(startDay);
    var timesReversed =
        startTime != null
            && endTime != null
            && endDay == null
            && !endTime.isAfter(startTime)
            && !overnight(startTime, endTime);
    return daysReversed || timesReversed;
  }

  public boolean isUnknown() {
    return equals(UNKNOWN);
  }

  public boolean saysEnd() {
    return endDay != null || endTime != null || length != null;
  }

  /** What was said later counts; what it leaves open stays, and a moved start moves the end. */
  public When then(When later, ZoneId zone) {
    var day = later.startDay != null ? later.startDay : startDay;
    var time = later.startTime != null ? later.startTime : startTime;
    if (later.length != null) {
      return new When(day, time, null, null, later.length);
    }
    if (later.saysEnd()) {
      var lastDay = later.endDay != null ? later.endDay : movedEndDay(later);
      var lastTime = later.endTime != null ? later.endTime : endTime;
      return new When(
          day, time, later.endTime != null ? lastDayOf(later) : lastDay, lastTime, null);
    }
    var before = start();
    var until = end(zone);
    if (before == null || until == null || day == null || time == null) {
      return new When(day, time, movedEndDay(later), endTime, length);
    }
    var start = day.atTime(time);
    var onlyTimeMoved = start.toLocalDate().equals(before.toLocalDate());
    var end = onlyTimeMoved && until.isAfter(start) ? until : asLong(before, until, start, zone);
    return of(start, end);
  }

  /**
   * What is meant by words right after these in which a time or a day stands alone: the end, where
   * that is nearer to it than the start.
   */
  public When meantBy(When later) {
    if (later.saysEnd()) {
      return later;
    }
    var isEndTime =
        later.startDay == null
            && later.startTime != null
            && startTime != null
            && endTime != null
            && apart(later.startTime, endTime).compareTo(apart(later.startTime, startTime)) < 0;
    var isEndDay =
        later.startTime == null
            && later.startDay != null
            && startDay != null
            && endDay != null
            && Math.abs(DAYS.between(later.startDay, endDay))
                < Math.abs(DAYS.between(later.startDay, startDay));
    return isEndTime || isEndDay
        ? new When(null, null, later.startDay, later.startTime, null)
        : later;
  }

  /** The distance of two times on the clock, at most twelve hours. */
  static Duration apart(LocalTime one, LocalTime other) {
    var apart = Duration.between(one, other).abs();
    var around = Duration.ofDays(1).minus(apart);
    return apart.compareTo(around) < 0 ? apart : around;
  }

  /** Moved by what was said later: unlike a correction, a new start alone keeps the length. */
  public When moved(When later, ZoneId zone) {
    var day = later.startDay != null ? later.startDay : startDay;
    var time = later.startTime != null ? later.startTime : startTime;
    var before = start();
    var until = end(zone);
    if (later.saysEnd() || before == null || until == null || day == null || time == null) {
      return then(later, zone);
    }
    var start = day.atTime(time);
    return of(start, asLong(before, until, start, zone));
  }

  /** The end of what lasts as long as before; less than a day is counted in hours that pass. */
  static LocalDateTime asLong(
      LocalDateTime before, LocalDateTime until, LocalDateTime start, ZoneId zone) {
    var passes = Duration.between(before.atZone(zone), until.atZone(zone));
    return passes.compareTo(Duration.ofDays(1)) < 0
        ? start.atZone(zone).plus(passes).toLocalDateTime()
        : start.plus(Duration.between(before, until));
  }

  /** A new time for the end keeps a day that was said only if the event lasts several days. */
  private @Nullable LocalDate lastDayOf(When later) {
    if (later.endDay != null) {
      return later.endDay;
    }
    var moved = movedEndDay(later);
    var first = later.startDay != null ? later.startDay : startDay;
    var oneNight = moved != null && first != null && !moved.isAfter(first.plusDays(1));
    return oneNight ? null : moved;
  }

  private @Nullable LocalDate movedEndDay(When later) {
    if (endDay == null || startDay == null || later.startDay == null) {
      return endDay;
    }
    return endDay.plusDays(later.startDay.toEpochDay() - startDay.toEpochDay());
  }
}
