package com.ailuxe.concierge.reading;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads days: ISO, day and month in numbers (the order by the contact's locale where both ways are
 * possible), month by name, weekdays, "tomorrow", "in 3 days", the weekend, a few holidays. A day
 * without a year is the next one. Weekdays count from the day on which it was written.
 */
public final class DateReader {
  /** "2 hours before" is no date of its own, so the readers share the words for numbers. */
  private static final String NUMBER = NumberWords.NUMBER;

  private static final String MONTH =
      "(?<month>jan(?:uary)?|feb(?:ru?ary|uary|urary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
  private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
  private static final String LAST_DAY = "(?<last>\\d{1,2})(?:st|nd|rd|th)?";
  private static final String YEAR =
      "(?:,? ?(?<year>(?:20\\d{2}|19\\d{2})(?!\\d|:| ?(?:h|hrs|hours)\\b| ?(?:-|to|till|until) ?\\d{4}\\b)|'\\d{2}\\b))?";
  private static final String TO = " ?(?:-|to|until|till|til|through|thru|and) ?(?:the )?";
  private static final String WEEKDAY =
      "(?<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
          + "|sat(?:urday)?|sun(?:day)?)";

  private static final Pattern ISO =
      Pattern.compile(
          "(?<![\\w/-])(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})(?:(?:t| )(?<time>\\d{2}:\\d{2})(?::\\d{2})?)?(?![\\d-])");
  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?:(?<![\\w./-])|(?<=\\d[./]-))(?<first>\\d{1,2})(?<sep>[./-])(?<second>\\d{1,2})\\k<sep>(?<year>\\d{4}|\\d{2})(?![\\d/]|[.-]\\d)");
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<![\\w./-])(?<year>\\d{4})(?<sep>[./])(?<month>\\d{1,2})\\k<sep>(?<day>\\d{1,2})(?!\\d)");
  private static final Pattern DAYS_OF_MONTH =
      Pattern.compile("(?<![\\w:.,/])" + DAY + TO + LAST_DAY + " (?:of )?" + MONTH + YEAR);
  private static final Pattern EITHER_DAY_OF_MONTH =
      Pattern.compile(
          "(?<![\\w:.,/])"
              + DAY
              + "(?: ?[/&] ?| or (?:the )?)"
              + LAST_DAY
              + " (?:of )?"
              + MONTH
              + YEAR);
  private static final String AFTER_NO_DAY = "(?<!\\d(?:st|nd|rd|th)?(?: of)? )";
  private static final Pattern MONTH_AND_DAYS =
      Pattern.compile(
          AFTER_NO_DAY
              + "\\b"
              + MONTH
              + " (?:the )?"
              + DAY
              + TO
              + LAST_DAY
              + "(?!\\d| ?(?:am|pm|[:h]\\d|h\\b)|:| [a-z]{3,9}\\.? \\d)"
              + YEAR);
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?<![\\w:.,/])" + DAY + "(?: of| day of)?[ -]?" + MONTH + "(?:-(?=\\d))?" + YEAR);
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "\\b"
              + MONTH
              + " (?:the )?"
              + DAY
              + "\\b(?! ?(?:am|pm|people|guests|of us|hours?|days?|nights?)\\b|[:/]\\d)"
              + YEAR);
  private static final Pattern NUMBERS_WITHOUT_YEAR =
      Pattern.compile(
          "(?:(?<=(?:\\bon|\\bfor|from|\\buntil|\\btill|\\bto|\\bthe|\\bbetween|date:?|day) )|(?<=^|\\n|, |- ?))"
              + "(?<!\\d )(?<first>\\d{1,2})/(?<second>\\d{1,2})(?![\\d/]|\\.\\d| ?(?:hours?|days?|of)\\b)");
  private static final Pattern NUMBERS_BEFORE_TIME =
      Pattern.compile(
          "(?<=[a-z] )(?<first>\\d{1,2})/(?<second>\\d{1,2})(?=,? ?(?:\\(|at |from |noon\\b|midday\\b|\\d{1,2} ?(?:am|pm|[:h-]|to |till |until )))");
  private static final Pattern DOTTED =
      Pattern.compile(
          "(?<![\\w.,:/-])(?<first>\\d{1,2})\\.(?<second>\\d{1,2})\\.(?![\\d/]|\\.\\d)");
  private static final Pattern ORDINAL =
      Pattern.compile(
          "(?:\\b(?:the|on|from|until|till|to|for) |(?<=^|\\n|[,;:(] ?|- ?|\\b"
              + WEEKDAY.replace("?<weekday>", "?:")
              + ",? ))(?<day>\\d{1,2})(?:st|nd|rd|th)\\b"
              + "(?! (?:floor|avenue|ave|street|st|birthday|anniversary|time|class|arrondissement|century|year|wedding|of (?!"
              + Utterance.TAKEN
              + ")))");
  private static final Pattern ORDINALS =
      Pattern.compile(
          "\\b(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th) ?(?:-|to|until|till|through) ?(?:the )?(?<last>\\d{1,2})(?:st|nd|rd|th)\\b");
  private static final List<String> ORDINALS_TO_TWENTY =
      List.of(
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth",
          "thirteenth",
          "fourteenth",
          "fifteenth",
          "sixteenth",
          "seventeenth",
          "eighteenth",
          "nineteenth",
          "twentieth");
  private static final String ORDINAL_WORD =
      "(?<word>(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|"
          + String.join("|", ORDINALS_TO_TWENTY)
          + "|thirtieth)";
  private static final String DAY_WORD = "(?<word>" + NumberWords.BELOW_HUNDRED + ")";

  /** "The other two may join", "may one ask" and "in March four people" name no day. */
  private static final Pattern COUNTED_DAY_MONTH =
      Pattern.compile(
          "\\b" + DAY_WORD + "(?: of)? (?!may (?!20|from|at|until|to|in|for)[a-z])" + MONTH + YEAR);

  private static final Pattern MONTH_COUNTED_DAY =
      Pattern.compile(
          "\\b(?!may one\\b)"
              + MONTH
              + " "
              + DAY_WORD
              + "\\b(?! (?:people|persons?|guests|adults|pax|of|hours?|days?|nights?|will|may|are|is|and)\\b)"
              + YEAR);
  private static final Pattern SPELT_DAY_MONTH =
      Pattern.compile("\\b" + ORDINAL_WORD + "(?: of)? " + MONTH + YEAR);
  private static final Pattern MONTH_SPELT_DAY =
      Pattern.compile("\\b" + MONTH + " (?:the )?" + ORDINAL_WORD + "\\b" + YEAR);

  /** Nothing but this is said, so that it is another one of the day that was said before. */
  private static final String ALONE_BEFORE =
      "^[\\W_]*(?:(?:it's|it is|it should be|in|for|to|of|the year|the month of|year|month|meant|mean)[,:]? ){0,3}";

  private static final String ALONE_AFTER =
      "[\\W_]*(?:(?:please|pls|of course|instead|rather|sorry|i mean|i meant|better|would be better)[\\W_]*){0,2}$";
  private static final Pattern YEAR_ALONE =
      Pattern.compile(ALONE_BEFORE + "(?<year>20\\d{2})" + ALONE_AFTER);
  private static final Pattern MONTH_ALONE =
      Pattern.compile(ALONE_BEFORE + MONTH + "(?:,? (?<year>20\\d{2}))?" + ALONE_AFTER);
  private static final Pattern RELATIVE =
      Pattern.compile(
          "\\b(?:(?<over>(?:the )?day after tomorrow|overmorrow)|(?<tomorrow>tomorrow|tomorow|tommorow|tommorrow|tmrw|tmr|2morrow)|(?<yesterday>yesterday)|"
              + "(?<today>today|tonight|tonite|this (?:morning|afternoon|evening)))\\b");
  private static final Pattern SAME_DAY =
      Pattern.compile(
          "\\b(?:the |that |this )?(?:very )?same (?:day|date|evening|afternoon|morning|night)\\b(?! (?:next|in|of|as|after|every|delivery))");
  private static final Pattern NEXT_DAY =
      Pattern.compile(
          "(?<=(?:\\d|am|pm|o'clock|noon|midnight|time|to|on|for|it|until|till|"
              + Utterance.TAKEN
              + ")(?: on| of)? )(?:the )?(?:(?:next|following) (?:day|morning)|day after)\\b(?! tomorrow)");
  private static final Pattern IN_DAYS =
      Pattern.compile(
          "\\b(?:in (?<count>"
              + NUMBER
              + "|an?) (?<unit>days?|weeks?|fortnights?|months?)(?:'s? time)?"
              + "|(?<from>"
              + NUMBER
              + "|an?) (?<fromunit>days?|weeks?|fortnights?|months?) (?:from (?:now|today|(?<tomorrow>tomorrow)|"
              + WEEKDAY
              + "\\b)|(?:on|after) "
              + WEEKDAY.replace("?<weekday>", "?<onweekday>")
              + "\\b)"
              + ")\\b");
  private static final Pattern IN_HOURS =
      Pattern.compile(
          "\\b(?:in (?<count>"
              + NUMBER
              + "|an?|half an) (?<unit>minutes?|mins?|hours?|hrs?)"
              + "|(?<from>"
              + NUMBER
              + "|an?) (?<fromunit>minutes?|mins?|hours?|hrs?) from now)\\b");
  private static final Pattern NAMED_WEEKDAY =
      Pattern.compile(
          "\\b(?:(?<which>this coming|this past|this|next|coming|the following|following|last|past) )?"
              + WEEKDAY
              + "\\b(?<later> after next| after(?: that)?(?= ?(?:$|[,.;!?\\n]| would| is| works| at| from| please| instead))| week\\b)?");
  private static final Pattern NTH_WEEKDAY_OF_MONTH =
      Pattern.compile(
          "\\b(?<nth>first|second|third|fourth|last|final|1st|2nd|3rd|4th) (?:"
              + WEEKDAY
              + "|(?<weekend>weekend))\\b (?:of|in) (?:the month of )?"
              + MONTH
              + "(?:,? (?<year>20\\d{2}))?");
  private static final Pattern NTH_WEEKDAY =
      Pattern.compile("\\b(?<nth>first|second|third|fourth|1st|2nd|3rd|4th) " + WEEKDAY + "\\b");
  private static final Pattern WEEKEND =
      Pattern.compile(
          "\\b(?:(?:(?<which>this coming|this|next|coming|the following|following|the|a) )?weekend)\\b(?<after> after next| after(?: that)?)?");
  private static final Pattern COUNTED_FROM =
      Pattern.compile(
          "\\b(?:(?:the )?(?:(?<count>"
              + NUMBER
              + "|an?) )?(?<unit>days?|nights?|evenings?|weeks?) (?<way>before|prior to|after|following) (?:the )?|(?:the )?eve of (?:the )?)$");
  private static final Pattern WEEK_AFTER = Pattern.compile(" week\\b");
  private static final Pattern WEEKEND_OF =
      Pattern.compile("^ (?:of|from|around|starting|beginning) (?:on )?(?:the )?$");

  /** Makes a day one of an event of which we do not know when it is. */
  private static final Pattern OF_AN_EVENT =
      Pattern.compile(
          "\\b(?:(?!(?:same|next|each|every|this|whole|full|one|good|sun|mon|fri) )[\\w']+ (?:day|week|prix|holiday|festival|race|show|final|bowl|opening|cup|open|regatta|fair)|holiday|palm|ash|whit|pentecost|ascension|carnival|black|cyber|wedding|birthday|anniversary|race|festival) $");

  private static final Pattern HOLIDAY =
      Pattern.compile(
          "\\b(?:(?<christmaseve>(?:christmas|xmas) eve)|(?<christmas>(?:christmas|xmas)(?: day)?(?! (?:week|holidays?|break|party|dinner|lunch|period|time)))|(?<boxing>boxing day)"
              + "|(?<easter>(?:good friday|easter(?: (?:sunday|monday|saturday|weekend|day))?)(?: (?<year>20\\d{2}))?)"
              + "|(?<bastille>bastille day|(?:the )?quatorze juillet)|(?<halloween>hallowe'?en(?: night)?)"
              + "|(?<newyearseve>new year'?s? eve|nye)|(?<newyear>new year'?s? day)|(?<valentine>valentine'?s(?: day)?|valentine day))\\b");
  private static final Pattern SOON =
      Pattern.compile("\\b(?:asap|as soon as possible|right away|immediately)\\b");
  private static final Pattern VAGUE =
      Pattern.compile(
          "\\b(?:(?:early |late |mid[- ]?|(?:the )?(?:end|beginning|start|middle) of |sometime |in )?"
              + "(?:(?<next>next)|this|the coming) (?<span>week|month|year)"
              + "|(?!this may)(?:in |early |late |mid[- ]?|(?:the )?(?:first|second|third|fourth|last|1st|2nd|3rd|4th) (?:week|half|days) (?:of|in) |(?:the )?(?:end|beginning|start|middle) of |sometime in |during |next |this ){1,3}"
              + "(?:(?<month>january|february|march|april|may|june|july|august|september|october|november|december)"
              + "|spring|summer|autumn|winter)(?: (?<year>20\\d{2}))?(?! \\d))\\b");
  private static final Period WEEK = Period.ofWeeks(1);
  private static final Period YEAR_LATER = Period.ofYears(1);
  private static final int LONGEST_GAP = 16;

  /** Seven days from here on hold each weekday once, nearest to the day in the middle. */
  private static final int DAYS_AROUND = 3;

  private static final Pattern NOT = Pattern.compile("\\b(?:not|except)(?: on| for)?(?: the)? ?$");
  private static final Pattern THE_NEXT =
      Pattern.compile(
          ",? ?(?:but |rather )?(?:the )?(?:next(?: one| week)?|following(?: one| week)?|one after(?: that)?|week after)\\b(?! ?(?:mon|tue|wed|thu|fri|sat|sun|month|day|year))");
  private static final Pattern ANY = Pattern.compile("\\b(?:any|some|which|whatever) $");
  private static final Pattern EVERY = Pattern.compile("\\b(?:every|each) $");
  private static final Pattern WEEKDAY_BEFORE =
      Pattern.compile(
          "(?:\\b(?:on|this|next|coming|until|till|til|to|from|for|by|every|or|and|between|over) |, ?|- ?|\\n|^|\\()$");
  private static final Pattern WEEKDAY_AFTER =
      Pattern.compile(
          "^(?:,? ?[\\d"
              + Utterance.TAKEN
              + "]|,? (?:the|at|from|night|evening|morning|afternoon)\\b| ?(?:or|and|to|until|/) "
              + WEEKDAY.replace("?<weekday>", "?:")
              + "\\b| ?-|[.!?)]|$|\\n)");
  private static final Pattern BESIDE =
      Pattern.compile("^[ ,(]*(?:the |a )?\\(?$|^ (?:which is|being|that is) (?:a )?$|^ ?\\($");

  /**
   * A day that was found.
   *
   * @param time where the date was written together with a time
   * @param last the last day of a weekend
   * @param every after how long the same words mean another day; null where they mean this one
   */
  record Day(
      int start,
      int end,
      LocalDate date,
      @Nullable LocalTime time,
      @Nullable LocalDate last,
      @Nullable Assumption assumption,
      @Nullable Period every) {
    /** Counted from this one, by words that begin there. */
    private Day from(int begin, LocalDate counted) {
      return new Day(begin, end, counted, time, null, assumption, null);
    }

    /** This day together with the name of its weekday beside it. */
    private Day with(MatchResult name) {
      return new Day(
          Math.min(start, name.start()),
          Math.max(end, name.end()),
          date,
          time,
          last,
          assumption,
          every);
    }
  }

  /**
   * @param days in the order in which they were written
   * @param vague a hint that is no day yet, for example "next week"
   * @param earliest the first day that the hint allows
   */
  public record Reading(
      List<Day> days,
      List<Problem> problems,
      @Nullable String vague,
      @Nullable LocalDate earliest) {}

  private final ZonedDateTime now;
  private final boolean monthFirst;

  /** Weekdays and days of a month count from here, if not from when they were written. */
  private @Nullable LocalDate earliest;

  private final @Nullable LocalDate around;

  /** What "the same day" is. */
  private final @Nullable LocalDate same;

  /** A hint that is no day yet, as it was written. */
  private @Nullable String vague;

  /** A day of a month counts from the day that stands before it. */
  private final List<Day> found = new ArrayList<>();

  /**
   * @param now for words of which it is not known when they were written
   * @param earliest the first day that a hint of an earlier line allows, for example "next week"
   * @param around the day that is to be another one, which a weekday or a number is near to
   * @param same what "the same day" is
   */
  DateReader(
      ZonedDateTime now,
      Locale locale,
      @Nullable LocalDate earliest,
      @Nullable LocalDate around,
      @Nullable LocalDate same) {
    this.now = now;
    this.same = same;
    this.earliest = earliest;
    this.around = around;
    this.monthFirst = locale.getCountry().equals("US");
  }

  /** Whether nothing is said but a year. */
  public static boolean isYear(Utterance text) {
    return text.has(YEAR_ALONE);
  }

  Reading read(Utterance text) {
    var days = found;
    var problems = new ArrayList<Problem>();
    readAnother(text).ifPresent(days::add);
    readVague(text);
    rules().forEach((pattern, rule) -> readDays(text, pattern, rule, days, problems));
    readWeekdays(text, days, problems);
    joinWeekend(text);
    countFromDays(text);
    days.sort(Comparator.comparingInt(Day::start));
    return new Reading(List.copyOf(days), List.copyOf(problems), vague, earliest);
  }

  /** A year or a month alone is another one of the day that was said before. */
  private Optional<Day> readAnother(Utterance text) {
    return Stream.of(YEAR_ALONE, MONTH_ALONE)
        .flatMap(pattern -> text.find(pattern).stream())
        .findFirst()
        .flatMap(match -> another(text, match));
  }

  private Optional<Day> another(Utterance text, MatchResult match) {
    var year = match.group("year") == null ? null : Integer.valueOf(match.group("year"));
    if (around == null) {
      return Optional.empty();
    }
    var isMonth = match.namedGroups().containsKey("month");
    var month = isMonth ? month(match.group("month")) : around.getMonthValue();
    var monthDay = MonthDay.of(month, 1);
    if (around.getDayOfMonth() > monthDay.atYear(2000).lengthOfMonth()) {
      return Optional.empty();
    }
    var date =
        year == null
            ? nextOf(month, around.getDayOfMonth(), today(text, match))
            : LocalDate.of(year, month, 1);
    if (year != null) {
      date = date.withDayOfMonth(Math.min(around.getDayOfMonth(), date.lengthOfMonth()));
    }
    var group = isMonth ? "month" : "year";
    var end = year == null ? match.end(group) : match.end("year");
    text.take(match.start(group), end);
    return Optional.of(new Day(match.start(group), end, date, null, null, null, null));
  }

  private void readVague(Utterance text) {
    for (var match : text.find(SOON)) {
      vague = text.written(match.start(), match.end());
      text.take(match.start(), match.end());
    }
    for (var match : text.find(VAGUE)) {
      vague = text.written(match.start(), match.end());
      text.take(match.start(), match.end());
      earliest = firstDay(match, today(text, match));
    }
  }

  /** Takes words that name a day of which we do not know when it is. */
  private void leaveOpen(Utterance text, int start, int end) {
    vague = text.written(start, end).strip();
    text.take(start, end);
  }

  private static LocalDate firstDay(MatchResult match, LocalDate today) {
    var year = match.group("year") == null ? null : Integer.valueOf(match.group("year"));
    if (match.group("month") != null) {
      var month = month(match.group("month"));
      var first = today.withDayOfMonth(1).withMonth(month);
      var next = first.isBefore(today.withDayOfMonth(1)) ? first.plusYears(1) : first;
      return year == null ? next : next.withYear(year);
    }
    if (match.group("next") == null) {
      return year == null ? today : LocalDate.of(year, 1, 1);
    }
    return switch (match.group("span")) {
      case "week" -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
      case "month" -> today.withDayOfMonth(1).plusMonths(1);
      default -> today.withDayOfYear(1).plusYears(1);
    };
  }

  private static void readDays(
      Utterance text, Pattern pattern, Rule rule, List<Day> days, List<Problem> problems) {
    for (var match : text.find(pattern)) {
      if (NOT.matcher(before(text, match)).find()) {
        text.take(match.start(), match.end());
        continue;
      }
      try {
        var found = rule.days(text, match);
        if (!found.isEmpty()) {
          days.addAll(found);
          text.take(match.start(), match.end());
        }
      } catch (DateTimeException e) {
        problems.add(
            new Problem(
                Problem.Kind.NO_SUCH_DATE, text.written(match.start(), match.end()).strip()));
        text.take(match.start(), match.end());
      }
    }
  }

  private interface Rule {
    List<Day> days(Utterance text, MatchResult match);
  }

  /** The ways of writing a day in the order in which they are tried, longer ones first. */
  private Map<Pattern, Rule> rules() {
    var rules = new LinkedHashMap<Pattern, Rule>();
    rules.put(ISO, this::iso);
    rules.put(YEAR_FIRST, this::iso);
    rules.put(NUMBERS, this::numbers);
    rules.put(NTH_WEEKDAY_OF_MONTH, this::nthWeekdayOfMonth);
    rules.put(SPELT_DAY_MONTH, this::spelt);
    rules.put(EITHER_DAY_OF_MONTH, this::range);
    rules.put(DAYS_OF_MONTH, this::range);
    rules.put(MONTH_AND_DAYS, this::range);
    rules.put(DAY_MONTH, this::dayAndMonth);
    rules.put(MONTH_DAY, this::dayAndMonth);
    rules.put(MONTH_SPELT_DAY, this::spelt);
    rules.put(COUNTED_DAY_MONTH, this::counted);
    rules.put(MONTH_COUNTED_DAY, this::counted);
    rules.put(NUMBERS_WITHOUT_YEAR, this::numbersWithoutYear);
    rules.put(NUMBERS_BEFORE_TIME, this::numbersWithoutYear);
    rules.put(DOTTED, this::numbersWithoutYear);
    rules.put(ORDINALS, this::ordinals);
    rules.put(ORDINAL, (text, match) -> List.of(day(match, nextDayOfMonth(text, match))));
    rules.put(IN_DAYS, this::inDays);
    rules.put(NEXT_DAY, this::nextDay);
    rules.put(SAME_DAY, this::sameDay);
    rules.put(RELATIVE, this::relative);
    rules.put(IN_HOURS, this::inHours);
    rules.put(NTH_WEEKDAY, this::nthWeekday);
    rules.put(HOLIDAY, this::holiday);
    rules.put(WEEKEND, this::weekend);
    return rules;
  }

  private List<Day> iso(Utterance text, MatchResult match) {
    var date =
        LocalDate.of(
            Integer.parseInt(match.group("year")),
            Integer.parseInt(match.group("month")),
            Integer.parseInt(match.group("day")));
    var time = match.namedGroups().containsKey("time") ? match.group("time") : null;
    return List.of(
        new Day(
            match.start(),
            match.end(),
            date,
            time == null ? null : LocalTime.parse(time),
            null,
            null,
            null));
  }

  private List<Day> numbers(Utterance text, MatchResult match) {
    var year = Integer.parseInt(match.group("year"));
    return List.of(inOrder(text, match, match.group("second"), year < 100 ? year + 2000 : year));
  }

  private List<Day> numbersWithoutYear(Utterance text, MatchResult match) {
    var always = match.group("first").equals("24") && match.group("second").equals("7");
    return always ? List.of() : List.of(inOrder(text, match, match.group("second"), null));
  }

  private Day inOrder(
      Utterance text, MatchResult match, String secondText, @Nullable Integer year) {
    var first = Integer.parseInt(match.group("first"));
    var second = Integer.parseInt(secondText);
    var ambiguous = first <= 12 && second <= 12 && first != second;
    var monthIsFirst = ambiguous ? monthFirst : second > 12;
    var month = monthIsFirst ? first : second;
    var dayOfMonth = monthIsFirst ? second : first;
    var date =
        year == null
            ? nextOf(month, dayOfMonth, today(text, match))
            : LocalDate.of(year, month, dayOfMonth);
    return new Day(
        match.start(),
        match.end(),
        date,
        null,
        null,
        ambiguous ? Assumption.DAY_OR_MONTH_FIRST : null,
        year == null ? YEAR_LATER : null);
  }

  private List<Day> range(Utterance text, MatchResult match) {
    var first = date(text, match, "day");
    var last = date(text, match, "last");
    if (last.isBefore(first)) {
      last = match.group("year") == null ? last.plusYears(1) : last;
    }
    return List.of(
        new Day(match.start("day"), match.end("day"), first, null, null, null, null),
        new Day(match.start("last"), match.end(), last, null, null, null, null));
  }

  private List<Day> dayAndMonth(Utterance text, MatchResult match) {
    return List.of(yearly(match, date(text, match, "day")));
  }

  private List<Day> spelt(Utterance text, MatchResult match) {
    var words = match.group("word").split("[ -]");
    var tens = words.length == 1 ? 0 : NumberWords.parse(words[0]);
    var last = words[words.length - 1];
    var dayOfMonth = last.equals("thirtieth") ? 30 : tens + ORDINALS_TO_TWENTY.indexOf(last) + 1;
    return List.of(yearly(match, date(text, match, dayOfMonth)));
  }

  private List<Day> counted(Utterance text, MatchResult match) {
    return List.of(yearly(match, date(text, match, NumberWords.parse(match.group("word")))));
  }

  private LocalDate date(Utterance text, MatchResult match, String dayGroup) {
    return date(text, match, Integer.parseInt(match.group(dayGroup)));
  }

  private LocalDate date(Utterance text, MatchResult match, int dayOfMonth) {
    var month = month(match.group("month"));
    var year = match.group("year");
    if (year == null) {
      return nextOf(month, dayOfMonth, today(text, match));
    }
    var number = Integer.parseInt(year.replace("'", ""));
    return LocalDate.of(number < 100 ? number + 2000 : number, month, dayOfMonth);
  }

  private static int month(String name) {
    var names =
        List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    return names.indexOf(name.substring(0, 3)) + 1;
  }

  private static LocalDate nextOf(int month, int dayOfMonth, LocalDate today) {
    var monthDay = MonthDay.of(month, dayOfMonth);
    var year = today.getYear();
    while (!monthDay.isValidYear(year) || monthDay.atYear(year).isBefore(today)) {
      year++;
    }
    return monthDay.atYear(year);
  }

  private LocalDate nextDayOfMonth(Utterance text, MatchResult match) {
    var before = found.stream().filter(day -> day.end() <= match.start()).toList();
    if (!before.isEmpty()) {
      return nextDayOfMonth(Integer.parseInt(match.group("day")), before.getLast().date());
    }
    var hint = around == null ? earliest : around.withDayOfMonth(1);
    return nextDayOfMonth(Integer.parseInt(match.group("day")), notPast(hint, text, match));
  }

  private static LocalDate nextDayOfMonth(int dayOfMonth, LocalDate from) {
    if (dayOfMonth < 1 || dayOfMonth > 31) {
      throw new DateTimeException("No such day: " + dayOfMonth);
    }
    var month = from.withDayOfMonth(1);
    while (dayOfMonth > month.lengthOfMonth() || month.withDayOfMonth(dayOfMonth).isBefore(from)) {
      month = month.plusMonths(1);
    }
    return month.withDayOfMonth(dayOfMonth);
  }

  private List<Day> ordinals(Utterance text, MatchResult match) {
    var first = nextDayOfMonth(text, match);
    var last = nextDayOfMonth(Integer.parseInt(match.group("last")), first);
    return List.of(
        new Day(match.start("day"), match.end("day"), first, null, null, null, null),
        new Day(match.start("last"), match.end(), last, null, null, null, null));
  }

  private List<Day> relative(Utterance text, MatchResult match) {
    var today = today(text, match);
    if (match.group("over") != null) {
      return List.of(day(match, today.plusDays(2)));
    }
    if (match.group("yesterday") != null) {
      return List.of(day(match, today.minusDays(1)));
    }
    return List.of(day(match, match.group("tomorrow") != null ? today.plusDays(1) : today));
  }

  /** Reads "the same day", which says nothing beside a day that is said. */
  private List<Day> sameDay(Utterance text, MatchResult match) {
    return same == null || !found.isEmpty() ? List.of() : List.of(day(match, same));
  }

  /** The day after the one that was said; of nothing it is none. */
  private List<Day> nextDay(Utterance text, MatchResult match) {
    var before =
        found.stream()
            .filter(day -> day.end() <= match.start())
            .max(Comparator.comparingInt(Day::end))
            .map(Day::date)
            .orElse(around);
    return before == null ? List.of() : List.of(day(match, before.plusDays(1)));
  }

  private List<Day> inDays(Utterance text, MatchResult match) {
    var today = today(text, match);
    var relative = match.group("count") != null;
    var count = NumberWords.parse(match.group(relative ? "count" : "from"));
    var unit = match.group(relative ? "unit" : "fromunit");
    var weekday =
        match.group("weekday") != null ? match.group("weekday") : match.group("onweekday");
    var from =
        weekday != null
            ? today.with(TemporalAdjusters.nextOrSame(weekday(weekday)))
            : match.group("tomorrow") != null ? today.plusDays(1) : today;
    return List.of(
        day(
            match,
            switch (unit.charAt(0)) {
              case 'd' -> from.plusDays(count);
              case 'w' -> from.plusWeeks(count);
              case 'f' -> from.plusWeeks(2L * count);
              default -> from.plusMonths(count);
            }));
  }

  private List<Day> inHours(Utterance text, MatchResult match) {
    var relative = match.group("count") != null;
    var counted = match.group(relative ? "count" : "from");
    var hours = match.group(relative ? "unit" : "fromunit").startsWith("h");
    var minutes = counted.equals("half an") ? 30L : NumberWords.parse(counted) * (hours ? 60L : 1L);
    var at = text.writtenAt(match.start(), now).toLocalDateTime().plusMinutes(minutes + 4);
    var rounded = at.withSecond(0).withNano(0).minusMinutes(at.getMinute() % 5);
    return List.of(
        new Day(
            match.start(),
            match.end(),
            rounded.toLocalDate(),
            rounded.toLocalTime(),
            null,
            null,
            null));
  }

  private List<Day> holiday(Utterance text, MatchResult match) {
    if (match.group("easter") != null) {
      return easter(text, match);
    }
    var days =
        Map.of(
            "bastille", MonthDay.of(7, 14),
            "halloween", MonthDay.of(10, 31),
            "christmaseve", MonthDay.of(12, 24),
            "christmas", MonthDay.of(12, 25),
            "boxing", MonthDay.of(12, 26),
            "newyearseve", MonthDay.of(12, 31),
            "newyear", MonthDay.of(1, 1),
            "valentine", MonthDay.of(2, 14));
    return days.entrySet().stream()
        .filter(day -> match.group(day.getKey()) != null)
        .map(
            day ->
                nextOf(
                    day.getValue().getMonthValue(),
                    day.getValue().getDayOfMonth(),
                    today(text, match)))
        .map(date -> day(match, date))
        .toList();
  }

  /** The days of the next Easter, as the western churches have it. */
  private List<Day> easter(Utterance text, MatchResult match) {
    var today = today(text, match);
    var year = match.group("year");
    var words = match.group("easter");
    if (words.contains("weekend")) {
      var sunday = nextEaster(year, today.minusDays(1));
      return List.of(
          new Day(match.start(), match.end(), sunday.minusDays(1), null, sunday, null, null));
    }
    var after =
        words.startsWith("good friday")
            ? -2
            : words.contains("saturday") ? -1 : words.contains("monday") ? 1 : 0;
    return List.of(day(match, nextEaster(year, today.minusDays(after)).plusDays(after)));
  }

  private static LocalDate nextEaster(@Nullable String year, LocalDate from) {
    if (year != null) {
      return easter(Integer.parseInt(year));
    }
    var ofThisYear = easter(from.getYear());
    return ofThisYear.isBefore(from) ? easter(from.getYear() + 1) : ofThisYear;
  }

  /** Easter Sunday by the rule of Gauss, as Meeus and Jones wrote it for the Gregorian calendar. */
  private static LocalDate easter(int year) {
    var a = year % 19;
    var b = year / 100;
    var c = year % 100;
    var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    var m = (a + 11 * h + 22 * l) / 451;
    var sum = h + l - 7 * m + 114;
    return LocalDate.of(year, sum / 31, sum % 31 + 1);
  }

  private List<Day> nthWeekdayOfMonth(Utterance text, MatchResult match) {
    var isWeekend = match.group("weekend") != null;
    var weekday = isWeekend ? DayOfWeek.SATURDAY : weekday(match.group("weekday"));
    var year = match.group("year");
    var first = nthOf(match.group("nth"), date(text, match, 1), weekday);
    var date =
        year == null && first.isBefore(today(text, match))
            ? nthOf(match.group("nth"), date(text, match, 1).plusYears(1), weekday)
            : first;
    return List.of(
        new Day(
            match.start(),
            match.end(),
            date,
            null,
            isWeekend ? date.plusDays(1) : null,
            null,
            null));
  }

  private static LocalDate nthOf(String nth, LocalDate month, DayOfWeek weekday) {
    var count =
        switch (nth) {
          case "first", "1st" -> 1;
          case "second", "2nd" -> 2;
          case "third", "3rd" -> 3;
          case "last", "final" -> -1;
          default -> 4;
        };
    return month.with(TemporalAdjusters.dayOfWeekInMonth(count, weekday));
  }

  /** Reads "the third Friday" of a month that was said before; without one it is asked for. */
  private List<Day> nthWeekday(Utterance text, MatchResult match) {
    var month = earliest;
    if (month == null) {
      text.take(match.start(), match.end());
      return List.of();
    }
    return List.of(day(match, nthOf(match.group("nth"), month, weekday(match.group("weekday")))));
  }

  /** Whatever is on a day has to be asked for which of the two days another one is. */
  private List<Day> weekend(Utterance text, MatchResult match) {
    var event = startOfEvent(text, match);
    if (event >= 0 || around != null || ANY.matcher(before(text, match)).find()) {
      leaveOpen(text, event >= 0 ? event : match.start(), match.end());
      return List.of();
    }
    var today = notPast(earliest, text, match);
    var saturday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
    if (today.getDayOfWeek() == DayOfWeek.SUNDAY) {
      saturday = today.minusDays(1);
    }
    var next = "next".equals(match.group("which"));
    var afterNext = " after next".equals(match.group("after"));
    if (next || afterNext || saturday.isBefore(today)) {
      saturday = saturday.plusWeeks(1);
    }
    if (afterNext) {
      saturday = saturday.plusWeeks(1);
    }
    return List.of(
        new Day(
            match.start(),
            match.end(),
            saturday,
            null,
            saturday.plusDays(1),
            next ? Assumption.WEEKDAY : null,
            null));
  }

  /** Where the words begin that make it a day of an event we do not know; -1 where none do. */
  private static int startOfEvent(Utterance text, MatchResult match) {
    var start = Math.max(0, match.start() - 24);
    var before = OF_AN_EVENT.matcher(text.open().substring(start, match.start()));
    return before.find() ? start + before.start() : -1;
  }

  /** "Two days before Christmas", "the day after 6 February", "tomorrow week". */
  private void countFromDays(Utterance text) {
    for (var day : List.copyOf(found)) {
      var start = Math.max(0, day.start() - 40);
      var before = COUNTED_FROM.matcher(text.all().substring(start, day.start()));
      var week = WEEK_AFTER.matcher(text.all()).region(day.end(), text.all().length());
      if (day.last() == null && before.find()) {
        var from = start + before.start();
        text.take(from, day.start());
        found.set(found.indexOf(day), day.from(from, day.date().plusDays(daysFrom(before))));
      } else if (week.lookingAt()
          && day.every() == null
          && text.all().startsWith("to", day.start())) {
        text.take(day.end(), week.end());
        found.set(found.indexOf(day), day.from(day.start(), day.date().plusWeeks(1)));
      }
    }
  }

  private static int daysFrom(Matcher counted) {
    if (counted.group("unit") == null) {
      return -1;
    }
    var count = counted.group("count") == null ? 1 : NumberWords.parse(counted.group("count"));
    var days = counted.group("unit").startsWith("w") ? 7 * count : count;
    return counted.group("way").startsWith("after") || counted.group("way").startsWith("follow")
        ? days
        : -days;
  }

  /** "The weekend of 12 December" is one with that day in it. */
  private void joinWeekend(Utterance text) {
    var weekends = found.stream().filter(day -> day.last() != null).toList();
    for (var weekend : weekends) {
      for (var day : List.copyOf(found)) {
        var follows = day.last() == null && weekend.end() < day.start();
        var weekday = day.date().getDayOfWeek();
        if (follows
            && WEEKEND_OF.matcher(text.all().substring(weekend.end(), day.start())).find()
            && weekday.compareTo(DayOfWeek.FRIDAY) >= 0) {
          var saturday =
              weekday == DayOfWeek.SUNDAY
                  ? day.date().minusDays(1)
                  : day.date().with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
          found.remove(weekend);
          found.set(
              found.indexOf(day),
              new Day(
                  weekend.start(), day.end(), saturday, null, saturday.plusDays(1), null, null));
          return;
        }
      }
    }
  }

  private void readWeekdays(Utterance text, List<Day> days, List<Problem> problems) {
    for (var match : text.find(NAMED_WEEKDAY)) {
      if (!isWeekday(text, match)) {
        continue;
      }
      var event = match.group("which") == null ? startOfEvent(text, match) : -1;
      if (event >= 0) {
        leaveOpen(text, event, match.end());
        continue;
      }
      if (EVERY.matcher(before(text, match)).find()) {
        text.take(match.start(), match.end());
        problems.add(new Problem(Problem.Kind.SEVERAL_DAYS, ""));
        continue;
      }
      var excluded = NOT.matcher(before(text, match)).find();
      text.take(match.start(), match.end());
      var weekday = weekday(match.group("weekday"));
      if (excluded) {
        notThis(text, match, weekday).ifPresent(days::add);
        continue;
      }
      var beside =
          days.stream().filter(day -> day.last() == null && beside(text, match, day)).findFirst();
      if (beside.isEmpty()) {
        days.add(weekday(text, match, weekday));
      } else if (beside.get().date().getDayOfWeek() != weekday) {
        problems.add(mismatch(beside.get().date()));
        days.remove(beside.get());
      } else {
        days.set(days.indexOf(beside.get()), beside.get().with(match));
      }
    }
  }

  /** "Not this Tuesday, the next". */
  private Optional<Day> notThis(Utterance text, MatchResult match, DayOfWeek weekday) {
    var next = THE_NEXT.matcher(text.all()).region(match.end(), text.all().length());
    if (!next.lookingAt()) {
      return Optional.empty();
    }
    text.take(next.start(), next.end());
    var date = weekday(text, match, weekday).date().plusWeeks(1);
    return Optional.of(new Day(next.start(), next.end(), date, null, null, null, null));
  }

  private static Problem mismatch(LocalDate date) {
    return new Problem(
        Problem.Kind.WEEKDAY_MISMATCH,
        date.getDayOfMonth()
            + " "
            + date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
            + " "
            + date.getYear()
            + " is a "
            + date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
  }

  /** "Sat", "sun" and "wed" are words of their own, so they need a sign that a day is meant. */
  private static boolean isWeekday(Utterance text, MatchResult match) {
    if (match.group("weekday").length() > 4) {
      return true;
    }
    var before = before(text, match);
    return !before.endsWith("the ")
        && (match.group("which") != null
            || WEEKDAY_BEFORE.matcher(before).find()
            || WEEKDAY_AFTER.matcher(after(text, match)).find());
  }

  private static boolean beside(Utterance text, MatchResult match, Day day) {
    if (match.group("which") != null || match.group("later") != null) {
      return false;
    }
    var start = Math.min(day.end(), match.end());
    var end = Math.max(day.start(), match.start());
    return start <= end
        && end - start <= LONGEST_GAP
        && BESIDE.matcher(text.all().substring(start, end)).find();
  }

  private static DayOfWeek weekday(String name) {
    var names = List.of("mo", "tu", "we", "th", "fr", "sa", "su");
    return DayOfWeek.of(names.indexOf(name.substring(0, 2)) + 1);
  }

  /** "Next Friday" is the one of next week (Monday to Sunday); people differ, so it is repeated. */
  private Day weekday(Utterance text, MatchResult match, DayOfWeek weekday) {
    var today = today(text, match);
    var which = match.group("which");
    var later = match.group("later") == null ? "" : match.group("later").strip();
    var follows = later.startsWith("after") && !later.endsWith("next");
    if (around != null && (follows || (which != null && which.endsWith("following")))) {
      return day(match, around.with(TemporalAdjusters.next(weekday)));
    }
    var hint = around == null ? earliest : around.minusDays(DAYS_AROUND);
    var coming = notPast(hint, text, match).with(TemporalAdjusters.nextOrSame(weekday));
    var inNextWeek = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    var ofNextWeek = inNextWeek.with(TemporalAdjusters.nextOrSame(weekday));
    if (later.endsWith("after next")) {
      return day(match, ofNextWeek.plusWeeks(1));
    }
    if (later.equals("week")) {
      return day(match, coming.plusWeeks(1));
    }
    if (which != null && which.matches("(?:this )?past|last")) {
      return day(match, today.with(TemporalAdjusters.previous(weekday)));
    }
    if (which != null && which.endsWith("coming")) {
      return day(match, today.with(TemporalAdjusters.next(weekday)));
    }
    if ("next".equals(which)) {
      return new Day(match.start(), match.end(), ofNextWeek, null, null, Assumption.WEEKDAY, WEEK);
    }
    return new Day(
        match.start(),
        match.end(),
        coming,
        null,
        null,
        coming.equals(today) ? Assumption.WEEKDAY : null,
        WEEK);
  }

  /** The day of the one who wrote it, when it was written. */
  private LocalDate today(Utterance text, MatchResult match) {
    return text.writtenAt(match.start(), now).toLocalDate();
  }

  private LocalDate notPast(@Nullable LocalDate day, Utterance text, MatchResult match) {
    var today = today(text, match);
    return day == null || day.isBefore(today) ? today : day;
  }

  private static Day yearly(MatchResult match, LocalDate date) {
    var every = match.group("year") == null ? YEAR_LATER : null;
    return new Day(match.start(), match.end(), date, null, null, null, every);
  }

  private static Day day(MatchResult match, LocalDate date) {
    return new Day(match.start(), match.end(), date, null, null, null, null);
  }

  private static String after(Utterance text, MatchResult match) {
    var open = text.open();
    return open.substring(match.end(), Math.min(open.length(), match.end() + 24));
  }

  private static String before(Utterance text, MatchResult match) {
    return text.all().substring(Math.max(0, match.start() - 24), match.start());
  }
}
