package com.ailuxe.console.bookings;

import com.ailuxe.board.CalendarEntry;
import com.ailuxe.board.TalentCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calendar of a week or a month: a line for each talent, a cell for each day.
 *
 * @param days what stands above the cells
 * @param previous the first day of the while before, as the address takes it
 */
public record CalendarView(
    String title,
    boolean month,
    String day,
    String previous,
    String next,
    List<Day> days,
    List<Line> lines) {
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEE d", Locale.ENGLISH);
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

  /** The length of a day's strip in the picture: quarters of an hour. */
  private static final int DAY = 96;

  /**
   * A day.
   *
   * @param value as addresses take it
   */
  public record Day(String name, String value, boolean today, boolean weekend) {}

  /**
   * A talent's days.
   *
   * @param value by which the talent is chosen in forms
   */
  public record Line(String talent, String kind, String city, String value, List<Cell> cells) {}

  /**
   * A talent's day.
   *
   * @param bars what the day's strip shows
   */
  public record Cell(Day day, List<Bar> bars, List<Entry> entries) {}

  /**
   * A part of a day's strip.
   *
   * @param look travel, or what it is taken by
   * @param x where it begins, in quarters of an hour
   */
  public record Bar(String look, int x, int width) {}

  /**
   * A booking on a day.
   *
   * @param times on the wall where it takes place, of this day
   * @param conflicts why it cannot be kept as it is; null where it can
   */
  public record Entry(
      String reference,
      String look,
      String state,
      String contact,
      @Nullable String place,
      String times,
      @Nullable String conflicts) {}

  static CalendarView of(
      List<TalentCalendar> talents, LocalDate from, LocalDate until, boolean month, LocalDate now) {
    var days =
        from.datesUntil(until)
            .map(
                day ->
                    new Day(
                        WEEKDAY.format(day),
                        day.toString(),
                        day.equals(now),
                        day.getDayOfWeek().getValue() > 5))
            .toList();
    return new CalendarView(
        month ? MONTH.format(from) : LONG.format(from) + " – " + LONG.format(until.minusDays(1)),
        month,
        from.toString(),
        (month ? from.minusMonths(1) : from.minusWeeks(1)).toString(),
        until.toString(),
        days,
        talents.stream().map(talent -> line(talent, days)).toList());
  }

  private static Line line(TalentCalendar calendar, List<Day> days) {
    var talent = calendar.talent();
    return new Line(
        talent.name(),
        talent.kind(),
        talent.city(),
        talent.id().toString(),
        days.stream().map(day -> cell(day, calendar.entries(), talent.zone())).toList());
  }

  private static Cell cell(Day day, List<CalendarEntry> entries, ZoneId zone) {
    var begin = LocalDate.parse(day.value).atStartOfDay(zone).toInstant();
    var end = LocalDate.parse(day.value).plusDays(1).atStartOfDay(zone).toInstant();
    var travel =
        entries.stream()
            .filter(entry -> entry.kind().takesSlot())
            .flatMap(
                entry ->
                    Stream.of(
                        bar("travel", entry.busyFrom(), entry.start().instant(), begin, end),
                        bar("travel", entry.end().instant(), entry.busyUntil(), begin, end)))
            .flatMap(List::stream);
    var taken =
        entries.stream()
            .map(
                entry ->
                    bar(look(entry), entry.start().instant(), entry.end().instant(), begin, end))
            .flatMap(List::stream);
    return new Cell(
        day,
        Stream.concat(travel, taken).toList(),
        entries.stream()
            .filter(entry -> entry.start().instant().isBefore(end))
            .filter(entry -> entry.end().instant().isAfter(begin))
            .map(entry -> entry(entry, begin, end, zone))
            .toList());
  }

  /** One bar, or none where it is on another day. */
  private static List<Bar> bar(String look, Instant from, Instant to, Instant begin, Instant end) {
    var starts = from.isBefore(begin) ? begin : from;
    var ends = to.isAfter(end) ? end : to;
    if (!starts.isBefore(ends)) {
      return List.of();
    }
    var whole = Duration.between(begin, end).toMinutes();
    var x = (int) (Duration.between(begin, starts).toMinutes() * DAY / whole);
    var width = (int) (Duration.between(starts, ends).toMinutes() * DAY / whole);
    return List.of(new Bar(look, x, Math.max(1, width)));
  }

  private static Entry entry(CalendarEntry entry, Instant begin, Instant end, ZoneId zone) {
    var starts =
        entry.start().instant().isBefore(begin) ? "…" : clock(entry.start().instant(), zone);
    var ends = entry.end().instant().isAfter(end) ? "…" : clock(entry.end().instant(), zone);
    return new Entry(
        entry.reference(),
        look(entry),
        state(entry),
        entry.contactName(),
        entry.place(),
        starts + " – " + ends,
        entry.conflicts().isEmpty()
            ? null
            : "In conflict with "
                + String.join(", ", entry.conflicts().stream().sorted().toList())
                + ": they overlap, or leave too little time to travel");
  }

  private static String clock(Instant instant, ZoneId zone) {
    return Words.clock(instant.atZone(zone).toLocalDateTime());
  }

  private static String look(CalendarEntry entry) {
    return entry.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String state(CalendarEntry entry) {
    return switch (entry.kind()) {
      case HELD -> "held";
      case CONFIRMED -> "confirmed";
      case COMPLETED -> "completed";
      case LAPSED -> "hold ran out";
      case WISHED -> "wished";
    };
  }
}
