package com.ailuxe.concierge.reading;

import com.ailuxe.concierge.reading.DateReader.Day;
import com.ailuxe.concierge.reading.TimeReader.Clock;
import com.ailuxe.concierge.reading.TimeReader.Half;
import com.ailuxe.concierge.reading.TimeReader.Hint;
import com.ailuxe.concierge.reading.TimeReader.Part;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts days, times and lengths together by the words between them: what follows "until", "to" or a
 * dash is the end, the rest the start. A bare hour is taken for the evening, and said to be so.
 */
public final class WhenReader {
  /**
   * @param saysStart whether a time or a day is said to be the start
   * @param vague a hint that is no day yet, for example "next week"
   * @param earliest the first day that the hint allows
   */
  public record Reading(
      When when,
      boolean saysStart,
      Set<Assumption> assumptions,
      List<Problem> problems,
      @Nullable String vague,
      @Nullable LocalDate earliest) {}

  /** What {@link #readDays} found, for {@link #read}. */
  record Days(DateReader.Reading reading, @Nullable TemporalAmount length) {}

  private static final Pattern UNTIL =
      Pattern.compile(
          "(?:\\b(?:to|until|till|til|thru|through|up to|disembark(?:ing|ation)?|drop(?:ped|ping)?[ -]?off|end(?:s|ing)?|finish(?:es|ing)?|leav(?:e|es|ing)"
              + "|depart(?:s|ing|ure)?|return(?:s|ing)?|back|check-? ?out|over)"
              + "(?: (?:at|on|by|around|about|the|in|is|day|time|date|it|of|will be)){0,4}(?: ?[:=-])? ?|\\bdrop(?:ped|ping)?(?:[ -]?off)?(?: me| us)? (?:at|in|to) [^.;\\n]{1,60} (?:at|by|around) |^[ ,]*->? ?(?:until |till |to )?)$");
  private static final Pattern FROM =
      Pattern.compile(
          "\\b(?:from|start(?:s|ing)?|begin(?:s|ning)?|arriv(?:e|es|ing|al)|check-? ?in|pick-? ?up|commencing|board(?:ing)?|embark(?:ing|ation)?|set(?:ting)? (?:off|sail))"
              + "(?: (?:at|on|by|around|about|the|is|day|time|date|it|of|will be)){0,4}(?: ?[:=-])? ?$");

  /** The way out; it is the end only where no way back follows. */
  private static final Pattern LEAVES =
      Pattern.compile("\\b(?:leav(?:e|es|ing)|depart(?:s|ing|ure)?)\\b");

  private static final Pattern JOINED = Pattern.compile("^(?: ?(?:and|&|,|/) ?| )$");
  private static final Pattern AND = Pattern.compile("^(?:st|nd|rd|th)? ?and (?:on )?(?:the )?$");
  private static final Pattern BETWEEN = Pattern.compile("\\bbetween (?:the )?$");
  private static final Pattern MOVE =
      Pattern.compile(
          "\\b(?:chang(?:e|ed|ing)|mov(?:e|ed|ing)|shift|switch|reschedul(?:e|ed|ing)|postpone|push(?:ed)?|bring (?:it |this |that )?forward)\\b");
  private static final Pattern NEXT_TO =
      Pattern.compile("^ ?\\(?(?:on |at |around |about |of |the |next ){0,3}\\z");
  private static final int FIRST_HOUR_UNTIL_NOON = 9;

  /** The hour from which "10 to 2" is rather around noon than around midnight. */
  private static final int LATE_MORNING = 10;

  private static final int DAYS_OF_ONE_EVENT = 7;
  private static final LocalTime SMALL_HOURS = LocalTime.of(5, 0);
  private static final LocalTime END_OF_A_NIGHT = LocalTime.of(3, 0);

  private final ZonedDateTime now;
  private final DateReader dates;

  public WhenReader(ZonedDateTime now, Locale locale) {
    this(now, locale, null, null, null);
  }

  /**
   * @param now for words of which it is not known when they were written
   * @param earliest the first day that a hint of an earlier line allows, for example "next week"
   * @param around the day that is to be another one, which a weekday or a number is near to
   * @param same what "the same day" is
   */
  public WhenReader(
      ZonedDateTime now,
      Locale locale,
      @Nullable LocalDate earliest,
      @Nullable LocalDate around,
      @Nullable LocalDate same) {
    this.now = now;
    this.dates = new DateReader(now, locale, earliest, around, same);
  }

  /** Reads the days, before people are counted, so that "for 3 days" is no number of people. */
  public Days readDays(Utterance text) {
    var days = dates.read(text);
    return new Days(days, TimeReader.readLength(text));
  }

  /**
   * @param known what was said before, which tells the half of the day of a bare hour
   * @param asked what the contact was asked, so that a bare hour answers it
   */
  public Reading read(Utterance text, Days days, When known, Set<Detail> asked) {
    var timeAsked =
        (asked.contains(Detail.START_TIME) || asked.contains(Detail.END))
            && !asked.contains(Detail.DAY);
    var clocks = TimeReader.readTimes(text, timeAsked);
    var endAsked = asked.contains(Detail.END) && known.start() != null;
    var bothAsked = asked.contains(Detail.START_TIME) && asked.contains(Detail.END);
    var sorted = new Sorting(text, endAsked, bothAsked);
    sorted.sort(days.reading().days(), clocks);
    sorted.dropUnclear();
    return resolve(text, days, known, sorted);
  }

  private Reading resolve(Utterance text, Days days, When known, Sorting sorted) {
    var problems = new ArrayList<>(days.reading().problems());
    problems.addAll(sorted.problems);
    var assumptions = EnumSet.noneOf(Assumption.class);
    var parts = TimeReader.readParts(text);

    var startDay = sorted.startDay == null ? null : sorted.startDay.date();
    var endDay = sorted.endDay == null ? null : sorted.endDay.date();
    if (sorted.startDay != null && sorted.startDay.last() != null && endDay == null) {
      endDay = sorted.startDay.last();
    }
    var every = sorted.endDay == null ? null : sorted.endDay.every();
    while (every != null && startDay != null && endDay != null && endDay.isBefore(startDay)) {
      endDay = endDay.plus(every);
    }
    for (var day : new Day[] {sorted.startDay, sorted.endDay}) {
      if (day != null && day.assumption() != null) {
        assumptions.add(day.assumption());
      }
    }

    LocalTime startTime = sorted.startDay == null ? null : sorted.startDay.time();
    var startNextDay = false;
    if (sorted.start != null) {
      startTime = startTime(sorted.start, sorted.end, known.startTime(), parts, assumptions);
      startNextDay =
          sorted.start.half() == Half.MIDNIGHT
              || (startTime.isBefore(SMALL_HOURS) && inTheNight(sorted.start, parts));
    }
    LocalTime endTime = sorted.endDay == null ? null : sorted.endDay.time();
    if (sorted.end != null) {
      var from = startTime != null ? startTime : known.startTime();
      endTime = endTime(sorted.end, from, parts, assumptions);
      if (endDay != null && sorted.end.half() == Half.MIDNIGHT) {
        endDay = endDay.plusDays(1);
        assumptions.add(Assumption.MIDNIGHT_AFTER_THE_DAY);
      }
    }
    if (startNextDay && startDay != null) {
      startDay = startDay.plusDays(1);
      assumptions.add(Assumption.MIDNIGHT_AFTER_THE_DAY);
    }
    var written = sorted.startDay;
    if (written != null
        && written.assumption() == Assumption.WEEKDAY
        && startDay != null
        && startTime != null
        && startDay
            .atTime(startTime)
            .isBefore(text.writtenAt(written.start(), now).toLocalDateTime())) {
      startDay = startDay.plusWeeks(1);
    }
    var when =
        new When(startDay, startTime, endDay, endTime, endTime == null ? days.length() : null);
    if (endDay != null && endTime == null && when.length() != null) {
      when = new When(startDay, startTime, null, null, when.length());
    }
    return new Reading(
        when,
        sorted.startDayIsSaid || sorted.startIsSaid,
        Set.copyOf(assumptions),
        List.copyOf(problems),
        startDay == null ? days.reading().vague() : null,
        startDay == null ? days.reading().earliest() : null);
  }

  private static LocalTime startTime(
      Clock start,
      @Nullable Clock end,
      @Nullable LocalTime before,
      List<Part> parts,
      Set<Assumption> assumptions) {
    var hint = nearest(start, parts);
    if (start.half() == Half.EXACT || start.half() == Half.MIDNIGHT) {
      return start.time();
    }
    if (hint != null) {
      return inPart(start.time(), hint);
    }
    if (start.half() == Half.WRITTEN) {
      assumptions.add(Assumption.DAYTIME_HOURS);
      return start.time();
    }
    var morning = inPart(start.time(), Hint.MORNING);
    var evening = inPart(start.time(), Hint.EVENING);
    if (start.time().getHour() == 12) {
      return start.time();
    }
    if (end != null && isDaytime(evening, morning, end)) {
      assumptions.add(Assumption.DAYTIME_HOURS);
      return morning;
    }
    if (before != null && When.apart(morning, before).compareTo(When.apart(evening, before)) < 0) {
      assumptions.add(Assumption.DAYTIME_HOURS);
      return morning;
    }
    assumptions.add(Assumption.EVENING_HOUR);
    return evening;
  }

  /**
   * "9 to 5" is a day's work, "11 to 3" is by day, "9 to 1" an evening, and "10 to 12" ends at
   * noon.
   */
  private static boolean isDaytime(LocalTime evening, LocalTime morning, Clock end) {
    if (end.time().getHour() == 12 && end.half() != Half.MIDNIGHT) {
      return morning.getHour() >= FIRST_HOUR_UNTIL_NOON;
    }
    if (end.half() == Half.EXACT) {
      return !end.time().isBefore(LocalTime.NOON) && !evening.isBefore(end.time());
    }
    if (end.half() == Half.MIDNIGHT) {
      return false;
    }
    var afterEvening = firstAfter(end.time(), evening);
    return afterEvening.isBefore(evening)
        && (afterEvening.isAfter(END_OF_A_NIGHT) || morning.getHour() >= LATE_MORNING)
        && firstAfter(end.time(), morning).isAfter(morning);
  }

  private static LocalTime endTime(
      Clock end, @Nullable LocalTime from, List<Part> parts, Set<Assumption> assumptions) {
    if (end.half() == Half.EXACT || end.half() == Half.MIDNIGHT) {
      return end.time();
    }
    if (from != null && !(end.half() == Half.WRITTEN && end.time().equals(from))) {
      return firstAfter(end.time(), from);
    }
    var hint = nearest(end, parts);
    if (hint != null) {
      return inPart(end.time(), hint);
    }
    if (end.half() == Half.WRITTEN || end.time().getHour() == 12) {
      return end.time();
    }
    assumptions.add(Assumption.EVENING_HOUR);
    return inPart(end.time(), Hint.EVENING);
  }

  /** The next time after another at which a clock with twelve hours shows this. */
  private static LocalTime firstAfter(LocalTime shown, LocalTime from) {
    var morning = inPart(shown, Hint.MORNING);
    var evening = morning.plusHours(12);
    if (morning.isAfter(from)) {
      return morning;
    }
    return evening.isAfter(from) ? evening : morning;
  }

  private static LocalTime inPart(LocalTime shown, Hint hint) {
    var morning = shown.withHour(shown.getHour() % 12);
    return switch (hint) {
      case MORNING -> morning;
      case AFTERNOON, EVENING -> morning.plusHours(12);
      case NIGHT -> morning.isBefore(SMALL_HOURS) ? morning : morning.plusHours(12);
    };
  }

  private static boolean inTheNight(Clock clock, List<Part> parts) {
    var hint = nearest(clock, parts);
    return hint == Hint.NIGHT || hint == Hint.EVENING;
  }

  private static @Nullable Hint nearest(Clock clock, List<Part> parts) {
    return parts.stream()
        .min(Comparator.comparingInt(part -> Math.abs(part.start() - clock.start())))
        .map(Part::hint)
        .orElse(null);
  }

  /** Which of the days and times is the start and which the end. */
  private static final class Sorting {
    private final Utterance text;
    private final boolean endAsked;
    private final boolean bothAsked;
    private final boolean moving;
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable Day startDay;
    private @Nullable Day endDay;
    private @Nullable Clock start;
    private @Nullable Clock end;
    private boolean startDayIsSaid;
    private boolean startIsSaid;
    private boolean inEnd;
    private boolean leaves;
    private boolean afterDay;
    private boolean movedTo;
    private int position;

    Sorting(Utterance text, boolean endAsked, boolean bothAsked) {
      this.text = text;
      this.bothAsked = bothAsked;
      this.endAsked = endAsked;
      this.moving = MOVE.matcher(text.all()).find();
    }

    void sort(List<Day> days, List<Clock> clocks) {
      var items = new ArrayList<Record>();
      items.addAll(days);
      items.addAll(clocks);
      items.sort(Comparator.comparingInt(Sorting::startOf));
      for (var item : items) {
        var gap = text.all().substring(Math.min(position, startOf(item)), startOf(item));
        switch (item) {
          case Day day -> sort(day, gap);
          case Clock clock -> sort(clock, gap);
          default -> throw new IllegalStateException("No day and no time: " + item);
        }
        position = endOf(item);
        afterDay = item instanceof Day;
      }
      var oneAnswer = days.size() <= 1 && clocks.size() <= 1 && end == null && endDay == null;
      if (endAsked && oneAnswer && !text.has(Corrections.MARKER)) {
        end = start;
        endDay = startDay;
        start = null;
        startDay = null;
      }
    }

    private static int startOf(Record item) {
      return item instanceof Day day ? day.start() : ((Clock) item).start();
    }

    private static int endOf(Record item) {
      return item instanceof Day day ? day.end() : ((Clock) item).end();
    }

    private boolean until(String gap) {
      if (AND.matcher(gap).find() && position > 0) {
        var first =
            startDay != null && start == null
                ? startDay.start()
                : start == null ? 0 : start.start();
        return BETWEEN.matcher(text.all().substring(0, first)).find();
      }
      if (!UNTIL.matcher(gap).find()) {
        return false;
      }
      var target = moving && !movedTo && gap.stripTrailing().endsWith("to");
      movedTo |= target;
      return !target;
    }

    private boolean corrects(String gap) {
      return moving || Corrections.MARKER.matcher(gap).find();
    }

    private void sort(Day day, String gap) {
      var belongsToEnd =
          inEnd && !afterDay && endDay == null && startDay != null && NEXT_TO.matcher(gap).find();
      if (until(gap) || belongsToEnd) {
        endDay = day;
        inEnd = true;
        return;
      }
      inEnd = false;
      var isSaid = FROM.matcher(gap).find();
      if (startDay == null
          || startDay.date().equals(day.date())
          || corrects(gap)
          || (isSaid && !startDayIsSaid && isNear(day, startDay))) {
        startDay = day;
        startDayIsSaid = isSaid;
        return;
      }
      if (startDayIsSaid && !isSaid && isNear(day, startDay)) {
        return;
      }
      problems.add(new Problem(Problem.Kind.SEVERAL_DAYS, ""));
    }

    /** "For New Year's Eve, check-in on the 30th": days of one event. */
    private static boolean isNear(Day day, Day other) {
      return Math.abs(day.date().toEpochDay() - other.date().toEpochDay()) <= DAYS_OF_ONE_EVENT;
    }

    /** Drops several days or times that do not go together: none of them counts. */
    void dropUnclear() {
      for (var problem : problems) {
        if (problem.kind() == Problem.Kind.SEVERAL_DAYS) {
          startDay = null;
          endDay = null;
        } else {
          start = null;
          end = null;
        }
      }
    }

    private void sort(Clock clock, String gap) {
      var belongsToEnd =
          inEnd
              && afterDay
              && end == null
              && (start != null || startDay == null)
              && NEXT_TO.matcher(gap).find();
      if (until(gap) || belongsToEnd) {
        if (leaves && start == null && end != null && !LEAVES.matcher(gap).find()) {
          start = end;
          startIsSaid = true;
        }
        leaves = LEAVES.matcher(gap).find();
        end = clock;
        inEnd = true;
        return;
      }
      inEnd = false;
      var isSaid = FROM.matcher(gap).find();
      if (start == null
          || start.time().equals(clock.time())
          || corrects(gap)
          || (isSaid && !startIsSaid)) {
        start = clock;
        startIsSaid = isSaid;
        return;
      }
      if (bothAsked && end == null && JOINED.matcher(gap).find()) {
        end = clock;
        return;
      }
      if (startIsSaid && !isSaid) {
        return;
      }
      problems.add(new Problem(Problem.Kind.SEVERAL_TIMES, ""));
    }
  }
}
