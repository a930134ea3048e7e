package com.ailuxe.concierge.reading;

import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads times of day and lengths. A bare hour ("at 7") keeps open which half of the day it means;
 * {@link WhenReader} decides that, as it sees the words around.
 */
public final class TimeReader {
  /** How sure the half of the day is. */
  enum Half {
    /** 19:00, 7 pm, noon. */
    EXACT,
    /** The end of the day it is said of. */
    MIDNIGHT,
    /** 7, half past seven: morning or evening. */
    EITHER,
    /** 9:30: as on the clock, unless something else is said. */
    WRITTEN
  }

  /** A time that was found; for {@link Half#EITHER} between 1:00 and 12:59. */
  record Clock(int start, int end, LocalTime time, Half half) {}

  /** A part of the day, which says what a bare hour means. */
  record Part(int start, int end, Hint hint) {}

  enum Hint {
    MORNING,
    AFTERNOON,
    EVENING,
    NIGHT
  }

  private static final String NUMBER = NumberWords.NUMBER;
  private static final String HALF_OF_DAY = "(?:a\\.?m\\b\\.?|p\\.?m\\b\\.?)";
  private static final String BEFORE = "(?<![\\w:.,/+-]|#)";
  private static final String AFTER = "(?![\\d%]|[:.,/]\\d)";
  private static final String OCLOCK = "(?: ?(?:o'clock|oclock|sharp|uhr))?";

  private static final Pattern RANGE =
      Pattern.compile(
          "(?<![\\w:.,/+])(?<lead>from |between |at )?(?:about |around )?"
              + "(?<hour>\\d{1,2})(?:[:.h](?<minute>[0-5]\\d))?(?<mark> ?"
              + HALF_OF_DAY
              + "|h\\b)?"
              + OCLOCK
              + "(?<to> ?(?:->?|to|until|till|til) ?| and )(?:about |around )?"
              + "(?<hour2>\\d{1,2})(?:[:.h](?<minute2>[0-5]\\d)(?: ?(?:hrs?|hours)\\b)?)?(?<mark2> ?"
              + HALF_OF_DAY
              + "|h\\b)?"
              + AFTER
              + OCLOCK
              + "(?! ?(?:people|persons?|guests?|pax|of us|hours?|hrs|days?|nights?|weeks?|minutes?|k\\b|times))");

  /** "1500-2100 hrs". */
  private static final Pattern RANGE_OF_24 =
      Pattern.compile(
          "(?<![\\w:.,/+-])(?<lead>from |between )?(?<hour>[0-2]\\d)(?<minute>[0-5]\\d)(?<mark>h?)"
              + "(?<to> ?(?:-|to|until|till) ?)(?<hour2>[0-2]\\d)(?<minute2>[0-5]\\d)(?<mark2> ?(?:hrs?|hours|h))\\b");

  private static final Pattern MARKED =
      Pattern.compile(
          BEFORE
              + "(?<hour>\\d{1,2}|"
              + NumberWords.HOUR_WORD
              + "(?= ))(?:[:.h](?<minute>[0-5]\\d))?(?<mark> ?"
              + HALF_OF_DAY
              + ")");
  private static final Pattern WRITTEN =
      Pattern.compile(BEFORE + "(?<hour>\\d{1,2})(?:[:h](?<minute>[0-5]\\d))" + AFTER + "(?!\\w)");
  private static final Pattern HOURS_OF_24 =
      Pattern.compile(
          BEFORE
              + "(?<hour>\\d{1,2})(?:(?<minute>[0-5]\\d) ?(?:hrs|hours|h)|h)\\b(?! (?:notice|before|in advance|ahead|prior))");
  private static final Pattern OCLOCK_ONLY =
      Pattern.compile(
          BEFORE + "(?<hour>\\d{1,2}|" + NumberWords.HOUR_WORD + ") ?(?:o'clock|oclock|uhr)");
  private static final Pattern BEFORE_PART =
      Pattern.compile(
          BEFORE
              + "(?<hour>\\d{1,2}|"
              + NumberWords.HOUR_WORD
              + ")(?= (?:in the (?:morning|afternoon|evening)|at night)\\b)");
  private static final Pattern UNTIL_NAMED =
      Pattern.compile(
          BEFORE
              + "(?<hour>\\d{1,2})(?= ?(?:-|to|until|till|til) ?(?:12 )?(?:midnight|noon|midday|late)\\b)");
  private static final Pattern DOTTED =
      Pattern.compile(
          "(?<=\\b(?:at|from|until|till|to|by|around|about|start|starting|finish|finishing|board|boarding|disembark|disembarking|departing|departure|returning|return|back) )(?<hour>\\d{1,2})\\.(?<minute>[0-5]\\d)(?![\\d.]|,\\d)");
  private static final Pattern PAST_OR_TO =
      Pattern.compile(
          "\\b(?<part>half|(?:a )?quarter|ten|twenty|five|(?:10|20|5)(?= past| after)|(?<=(?:\\bat|\\bby|about|around) )(?:10|20|5)) (?<way>past|after|to|before) (?<hour>\\d{1,2}|"
              + NumberWords.HOUR_WORD
              + ")\\b(?<mark> ?"
              + HALF_OF_DAY
              + ")?");
  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(?:(?<noon>(?:12 )?noon|midday|mid-day)|(?<midnight>(?:12 )?midnight))\\b");
  private static final Pattern BARE =
      Pattern.compile(
          "(?:\\b(?:at|around|about|by|from|until|till|til|(?<!\\d )to|after|before|make it|start(?:s|ing)?|begin(?:s|ning)?|finish(?:es|ing)?|end(?:s|ing)?|depart(?:s|ing)?|return(?:s|ing)?|back|@) ?|@ ?|~ ?)(?:about |around )?(?<hour>\\d{1,2}|"
              + NumberWords.HOUR_WORD
              + ")(?=[ ,.;!?)-]*(?:$|[\\n"
              + Utterance.TAKEN
              + "])|[,;!?.)]? (?:on|in|for|until|till|til|to|and|or|with|please|tomorrow|today|tonight|this|next|sharp|would|if|is|works?|then|but|we|i|from|the|ish|actually|instead|rather|pls|now|latest|max|start(?:s|ing)?|begin(?:s|ning)?|finish(?:es|ing)?|end(?:s|ing)?|return(?:s|ing)?|back|depart)\\b|-ish\\b|ish\\b)");
  private static final Pattern ANSWER =
      Pattern.compile(
          "(?:^|\\n|, ?)(?:(?:at|around|about|say|maybe|from|make it|for) )?(?<hour>\\d{1,2})(?=[ .!"
              + Utterance.TAKEN
              + "]{0,80}(?:(?:please|pls|instead|rather|then)[ .!"
              + Utterance.TAKEN
              + "]{0,80})?(?:$|\\n)|, )");
  private static final Pattern PART =
      Pattern.compile(
          "\\b(?:(?<morning>morning|a\\.?m\\.?(?= |$))|(?<afternoon>afternoon|lunch(?:time)?)|(?<evening>evening|tonight|tonite|dinner|sunset)|(?<night>nights?|late))\\b");
  private static final Pattern GREETING =
      Pattern.compile(
          "\\bgood (?:morning|afternoon|evening|night|day)\\b|\\bhave a (?:nice|good|lovely|great) \\w+");
  private static final Pattern LENGTH =
      Pattern.compile(
          "(?!\\d{4} ?h)(?<lead>\\b(?:for|lasting|during|takes?|of|stay(?:ing)?|another) (?:about |around |at least |the )?(?:next )?)?"
              + "(?<![\\w.,:])(?:(?<half>half an hour)|(?<count>"
              + NUMBER
              + "(?:[.,]5)?|an?)(?<andahalf> and a half)?[ -]?"
              + "(?<unit>minutes?|mins?|hours?|hrs?|h|days?|nights?|weeks?)(?<halfmore> and a half)?)\\b"
              + "(?! (?:before|notice|ago|in advance|prior|later?|earl(?:y|ier)|from now|away|ahead|old|each|per))");
  private static final Pattern AFTER_DAY =
      Pattern.compile(
          "(?:" + Utterance.TAKEN + "|\\b(?:morning|afternoon|evening|night|tonight))[ ,:]{1,3}$");
  private static final Pattern OPENS_LINE =
      Pattern.compile("(?:^|\\n)\\W*$|\\b(?:make it|let's do|do|have|be|it's|it is) $");
  private static final Pattern ENDS_LINE =
      Pattern.compile(
          "(?: ?(?:please|pls|instead|rather|then|thanks|works|would be better)){0,4}[\\W"
              + Utterance.TAKEN
              + "]*(?:$|\\n)");
  private static final Pattern WHOLE_DAY =
      Pattern.compile(
          "\\b(?:(?:all|whole|full|entire) (?:day|night|evening)|half (?:a |the )?day)\\b");

  /** A day of the calendar, in minutes. */
  private static final int DAY = 24 * 60;

  private TimeReader() {}

  /** "All day" and "half a day" are clear to people, but no time. */
  public static boolean saysWholeDay(Utterance text) {
    return WHOLE_DAY.matcher(text.all()).find();
  }

  /** How long it shall last, or null; to be read before people are counted. */
  static @Nullable TemporalAmount readLength(Utterance text) {
    text.take(GREETING);
    text.take(WHOLE_DAY);
    TemporalAmount length = null;
    for (var match : text.find(LENGTH)) {
      var lead = match.group("lead") != null;
      var article = match.group("count") != null && match.group("count").matches("an?");
      var hour = "h".equals(match.group("unit"));
      var andAHalf = match.group("halfmore") != null;
      if (!lead && ((article && !andAHalf) || hour)) {
        continue;
      }
      var minutes = minutes(match);
      if (minutes > 0 && minutes < 366 * DAY) {
        var onCalendar = minutes % DAY == 0 && !match.group("unit").startsWith("h");
        length = onCalendar ? Period.ofDays(minutes / DAY) : Duration.ofMinutes(minutes);
        text.take(match.start(), match.end());
      }
    }
    return length;
  }

  private static int minutes(MatchResult match) {
    var half = match.group("half");
    if (half != null) {
      return 30;
    }
    var counted = match.group("count");
    var extraHalf =
        counted.matches(".*[.,]5")
            || match.group("andahalf") != null
            || match.group("halfmore") != null;
    var count = NumberWords.parse(counted.replaceAll("[.,]5$", ""));
    var minutes =
        switch (match.group("unit").charAt(0)) {
          case 'm' -> 1;
          case 'h' -> 60;
          case 'w' -> 7 * DAY;
          default -> DAY;
        };
    return count * minutes + (extraHalf ? minutes / 2 : 0);
  }

  /**
   * Times in the order in which they were written.
   *
   * @param asked whether a time was the question, so that a number alone answers it
   */
  static List<Clock> readTimes(Utterance text, boolean asked) {
    var clocks = new ArrayList<Clock>();
    for (var pattern : List.of(RANGE_OF_24, RANGE)) {
      for (var match : text.find(pattern)) {
        readRange(text, match, clocks);
      }
    }
    for (var pattern :
        List.of(
            PAST_OR_TO,
            MARKED,
            WRITTEN,
            HOURS_OF_24,
            OCLOCK_ONLY,
            BEFORE_PART,
            UNTIL_NAMED,
            DOTTED,
            NAMED,
            BARE)) {
      for (var match : text.find(pattern)) {
        add(text, match, clock(match, pattern), clocks);
      }
    }
    if (asked && clocks.isEmpty()) {
      for (var match : text.find(ANSWER)) {
        add(text, match, clock(match, ANSWER), clocks);
      }
    }
    clocks.sort(Comparator.comparingInt(Clock::start));
    return clocks;
  }

  static List<Part> readParts(Utterance text) {
    var parts = new ArrayList<Part>();
    var pattern = PART.matcher(text.all());
    while (pattern.find()) {
      var hint =
          pattern.group("morning") != null
              ? Hint.MORNING
              : pattern.group("afternoon") != null
                  ? Hint.AFTERNOON
                  : pattern.group("evening") != null ? Hint.EVENING : Hint.NIGHT;
      var before = text.all().substring(0, pattern.start());
      if (!before.endsWith("good ") && !before.endsWith("nice ") && !before.endsWith("lovely ")) {
        parts.add(new Part(pattern.start(), pattern.end(), hint));
      }
    }
    return parts;
  }

  private static void add(
      Utterance text, MatchResult match, @Nullable Clock clock, List<Clock> clocks) {
    if (clock != null) {
      clocks.add(clock);
      text.take(clock.start(), clock.end());
    }
  }

  private static void readRange(Utterance text, MatchResult match, List<Clock> clocks) {
    var lead = match.group("lead") == null ? "" : match.group("lead").strip();
    var marked = match.group("mark") != null || match.group("mark2") != null;
    var minutes = match.group("minute") != null || match.group("minute2") != null;
    var and = match.group("to").equals(" and ");
    if (and
        ? !lead.equals("between")
        : !marked && !minutes && lead.isEmpty() && !standsAlone(text, match)) {
      return;
    }
    var second = range(match, "2", match.group("mark2"));
    var first = range(match, "", match.group("mark"));
    if (first == null || second == null) {
      return;
    }
    if (match.group("mark") == null && first.half() != Half.EXACT && isHalf(match.group("mark2"))) {
      first = sameHalf(first, second);
    }
    clocks.add(first);
    clocks.add(second);
    text.take(first.start(), first.end());
    text.take(second.start(), second.end());
  }

  /** "8 to 11" means times as a line of its own, or after a day or a part of one. */
  private static boolean standsAlone(Utterance text, MatchResult match) {
    var open = text.open();
    var before = open.substring(Math.max(0, match.start() - 24), match.start());
    return AFTER_DAY.matcher(before).find()
        || ((OPENS_LINE.matcher(before).find() || before.endsWith(", "))
            && ENDS_LINE.matcher(open.substring(match.end())).lookingAt());
  }

  private static boolean isHalf(@Nullable String mark) {
    return mark != null && mark.contains("m");
  }

  private static @Nullable Clock range(MatchResult match, String which, @Nullable String mark) {
    var end = mark == null ? match.end("hour" + which) : match.end("mark" + which);
    if (mark == null && match.group("minute" + which) != null) {
      end = match.end("minute" + which);
    }
    return clock(
        match.start("hour" + which),
        end,
        match.group("hour" + which),
        match.group("minute" + which),
        mark);
  }

  /**
   * Puts the first time into the half of the day of the second: both of "7-11pm" are in the
   * evening, only the second of "10-2pm" is.
   */
  private static Clock sameHalf(Clock first, Clock second) {
    var hour = first.time().getHour();
    if (hour > 12) {
      return first;
    }
    var morning = first.time().withHour(hour % 12);
    var evening = morning.plusHours(12);
    var secondInEvening = second.time().getHour() >= 12;
    var time =
        secondInEvening && evening.isBefore(second.time())
            ? evening
            : !secondInEvening && !morning.isBefore(second.time()) ? evening : morning;
    return new Clock(first.start(), first.end(), time, Half.EXACT);
  }

  private static @Nullable Clock clock(MatchResult match, Pattern pattern) {
    if (pattern == NAMED) {
      return match.group("noon") != null
          ? new Clock(match.start(), match.end(), LocalTime.NOON, Half.EXACT)
          : new Clock(match.start(), match.end(), LocalTime.MIDNIGHT, Half.MIDNIGHT);
    }
    if (pattern == PAST_OR_TO) {
      return pastOrTo(match);
    }
    var groups = match.namedGroups().keySet();
    var minute = groups.contains("minute") ? match.group("minute") : null;
    var mark = groups.contains("mark") ? match.group("mark") : null;
    var end = pattern == BARE || pattern == ANSWER ? match.end("hour") : match.end();
    if (pattern == HOURS_OF_24) {
      mark = "h";
    }
    return clock(match.start("hour"), end, match.group("hour"), minute, mark);
  }

  private static @Nullable Clock pastOrTo(MatchResult match) {
    var hour = clock(match.start(), match.end(), match.group("hour"), null, match.group("mark"));
    if (hour == null) {
      return null;
    }
    var minutes =
        switch (match.group("part")) {
          case "half" -> 30;
          case "ten", "10" -> 10;
          case "twenty", "20" -> 20;
          case "five", "5" -> 5;
          default -> 15;
        };
    var past = match.group("way").equals("past") || match.group("way").equals("after");
    var time = past ? hour.time().plusMinutes(minutes) : hour.time().minusMinutes(minutes);
    return new Clock(hour.start(), hour.end(), time, hour.half());
  }

  private static @Nullable Clock clock(
      int start, int end, String hourText, @Nullable String minuteText, @Nullable String markText) {
    var hour = NumberWords.parse(hourText);
    var minute = minuteText == null ? 0 : Integer.parseInt(minuteText);
    var mark = markText == null ? "" : markText.replace(".", "").strip();
    if (hour == 24 && minute == 0 && !mark.endsWith("m")) {
      return new Clock(start, end, LocalTime.MIDNIGHT, Half.MIDNIGHT);
    }
    if (hour > 23) {
      return null;
    }
    if (mark.endsWith("m")) {
      if (hour > 12) {
        return new Clock(start, end, LocalTime.of(hour, minute), Half.EXACT);
      }
      var time = LocalTime.of(hour % 12 + (mark.equals("pm") ? 12 : 0), minute);
      return new Clock(
          start, end, time, time.equals(LocalTime.MIDNIGHT) ? Half.MIDNIGHT : Half.EXACT);
    }
    var time = LocalTime.of(hour, minute);
    if (hour > 12 || hour == 0 || mark.equals("h") || hourText.startsWith("0")) {
      return new Clock(start, end, time, Half.EXACT);
    }
    var asOnTheClock = minuteText != null && hour >= 8;
    return new Clock(start, end, time, asOnTheClock ? Half.WRITTEN : Half.EITHER);
  }
}
