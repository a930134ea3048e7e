package com.ailuxe.console.frame;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as staff read them: short, seen from now, and in the zone of their agency.
 *
 * @param now on the application's clock
 * @param zone the agency's
 */
public record Moments(Instant now, ZoneId zone) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_WEEK =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter WHOLE =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH);

  /**
   * A time within a page.
   *
   * @param iso for machines
   * @param text what is read
   * @param whole the day and the time, for whoever wants to know it exactly
   */
  public record Moment(String iso, String text, String whole) {}

  /** The time of day, for example {@code 18:58}. */
  public Moment clock(Instant at) {
    return moment(at, CLOCK.format(at.atZone(zone)));
  }

  /** The time of day today, and the day before that. */
  public Moment brief(Instant at) {
    var day = at.atZone(zone);
    return day.toLocalDate().equals(now.atZone(zone).toLocalDate())
        ? clock(at)
        : moment(at, DAY.format(day));
  }

  /** The day and the time, for example {@code 28 Dec, 14:00}. */
  public Moment dayAndClock(Instant at) {
    var day = at.atZone(zone);
    return moment(at, DAY.format(day) + ", " + CLOCK.format(day));
  }

  /** How long ago it was, for example {@code 2 min}. */
  public Moment ago(Instant at) {
    return moment(at, length(Duration.between(at, now)));
  }

  /** How long it still takes, for example {@code in 7 min}, or by how much it is late. */
  public Moment due(Instant at) {
    return at.isAfter(now)
        ? moment(at, "in " + length(Duration.between(now, at)))
        : moment(at, length(Duration.between(at, now)) + " late");
  }

  /** The day of a part of a chat, for example {@code Today}. */
  public String day(Instant at) {
    var day = at.atZone(zone).toLocalDate();
    var today = now.atZone(zone).toLocalDate();
    if (day.equals(today)) {
      return "Today";
    }
    return day.equals(today.minusDays(1))
        ? "Yesterday"
        : DAY_OF_WEEK.format(day) + (day.getYear() == today.getYear() ? "" : " " + day.getYear());
  }

  /** A length of time in its largest unit, for example {@code 3 h}. */
  public static String length(Duration time) {
    if (time.toSeconds() < 60) {
      return Math.max(0, time.toSeconds()) + " s";
    }
    if (time.toMinutes() < 60) {
      return time.toMinutes() + " min";
    }
    return time.toHours() < 48 ? time.toHours() + " h" : time.toDays() + " days";
  }

  private Moment moment(Instant at, String text) {
    return new Moment(at.toString(), text, WHOLE.format(at.atZone(zone)));
  }
}
