package com.ailuxe.concierge.rules;

import static java.util.stream.Collectors.toSet;

import com.ailuxe.concierge.BookingFields;
import com.ailuxe.concierge.TurnContext;
import com.ailuxe.concierge.TurnContext.Author;
import com.ailuxe.concierge.TurnContext.Line;
import com.ailuxe.concierge.TurnContext.Offer;
import com.ailuxe.concierge.reading.Asides;
import com.ailuxe.concierge.reading.Assumption;
import com.ailuxe.concierge.reading.Corrections;
import com.ailuxe.concierge.reading.Corrections.Statement;
import com.ailuxe.concierge.reading.DateReader;
import com.ailuxe.concierge.reading.Detail;
import com.ailuxe.concierge.reading.GuestReader;
import com.ailuxe.concierge.reading.MoneyReader;
import com.ailuxe.concierge.reading.NumberWords;
import com.ailuxe.concierge.reading.PlaceReader;
import com.ailuxe.concierge.reading.Problem;
import com.ailuxe.concierge.reading.Shift;
import com.ailuxe.concierge.reading.TalentMatcher;
import com.ailuxe.concierge.reading.TimeReader;
import com.ailuxe.concierge.reading.Topic;
import com.ailuxe.concierge.reading.Utterance;
import com.ailuxe.concierge.reading.When;
import com.ailuxe.concierge.reading.WhenReader;
import com.ailuxe.concierge.reading.Zones;
import com.ailuxe.shared.Letters;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads all that a turn says about a booking and puts it on what was known. A day without a time,
 * or a time without a day, is no field yet: it is read again from the contact's last lines.
 */
final class BookingReader {
  static final Pattern REFERENCE = Pattern.compile("\\bbk-\\d{4}-\\d{1,9}\\b");

  /** Older lines belong to another matter. */
  private static final Duration MEMORY = Duration.ofHours(48);

  private static final int LINES = 12;
  private static final int LINE = 1000;
  private static final int YEARS_AHEAD = 3;

  private static final Pattern NOT_TO_BE_READ =
      Pattern.compile(
          "\\bhttps?://\\S{1,500}|\\b[\\w.+-]{1,64}@[\\w-]{1,60}\\.[\\w.]{2,30}|\\+\\d[\\d ()-]{7,18}\\d");

  private static final Pattern BARE_NUMBER =
      Pattern.compile(
          "^[\\W_&&[^\\p{Sc}]]*(?:(?:and|but|oh|no|wait|please|so|then|well|h+m+|ok|okay|make it|make that|let's say|let's make it"
              + "|it's|it is|it was|should be|i said|i wrote|i asked for|say|(?:could|can|would) (?:you|we) make it|just)[\\W_&&[^\\p{Sc}]]+){0,8}(?<number>"
              + NumberWords.NUMBER
              + ")[\\W_&&[^\\p{Sc}]]*(?:(?:please|pls|instead|then|rather|now|better|thanks|thank you|sorry|i mean|i meant)[\\W_&&[^\\p{Sc}]]*){0,4}$");

  /** Words that name a detail without saying anything of it. */
  private static final Map<Pattern, Detail> NAMED_DETAILS =
      Map.of(
          Pattern.compile("\\b(?:budget|price|amount)\\b"), Detail.BUDGET,
          Pattern.compile("\\b(?:guests|people|persons|number of)\\b"), Detail.GUESTS,
          Pattern.compile("\\b(?:time|hours?)\\b"), Detail.START_TIME,
          Pattern.compile("\\b(?:place|venue|address|location)\\b"), Detail.PLACE);

  private static final Pattern GUESTS_AND_BUDGET =
      Pattern.compile(
          "[,;] ?\\d{1,2}(?: (?:guests|people|persons|pax))? ?[,;] ?(?!20\\d\\d\\b)(?:\\d{3,6}|\\d{1,3}[ .']\\d{3})[.!]?(?:$|\\n)");

  /** Neither a year nor the code of a town. */
  private static final Pattern LAST_AMOUNT =
      Pattern.compile("[,;] ?(?!(?:19|20)\\d\\d\\b)(?:\\d{4}|\\d{1,3}[ .']\\d{3})[.!]?$");

  /** A whole message that is one. */
  private static final Pattern ONLY_AMOUNT =
      Pattern.compile("^\\W*(?!(?:19|20)\\d\\d\\b)(?:\\d{4,6}|\\d{1,3}[ ,.']\\d{3})\\W*$");

  private static final Pattern EXTENDS =
      Pattern.compile(
          "\\b(?:extend|prolong|lengthen|make it|keep (?:it|the)|change|move|book|instead|rent|charter|have (?:it|the))\\b");

  /** A bare number from here on is money. */
  private static final int LEAST_BUDGET = 500;

  private static final int HOURS_OF_DAY = 24;
  private static final int DAYS_OF_MONTH = 31;

  /**
   * @param said what is new or changed with this turn
   * @param all what is known now
   * @param when what is known of the time, possibly in parts
   * @param missing what is not known yet, in the order in which it is asked for
   * @param candidates offers of which one must be chosen
   * @param several whether more than one of a kind is wished for
   * @param wanted something the agency does not offer
   * @param vague a hint that is no day yet, for example "next week"
   * @param openBudget whether the contact leaves the budget to us
   * @param topics of what the turn says something
   */
  record Reading(
      BookingFields said,
      BookingFields all,
      When when,
      List<Detail> missing,
      Set<Assumption> assumptions,
      List<Problem> problems,
      List<Offer> candidates,
      boolean several,
      @Nullable String wanted,
      @Nullable String vague,
      boolean openBudget,
      Set<Topic> topics) {
    boolean saysSomething() {
      return !topics.isEmpty();
    }

    /** Whether a talent or a place is named. */
    boolean talentOrPlace() {
      return topics.contains(Topic.TALENT) || topics.contains(Topic.PLACE);
    }

    /** Whether something is said of the time, the guests or the budget. */
    boolean details() {
      return topics.contains(Topic.TIME)
          || topics.contains(Topic.GUESTS)
          || topics.contains(Topic.BUDGET);
    }

    /** This reading together with what was said before it and not taken back. */
    private Reading after(Reading before, BookingFields known) {
      var together = EnumSet.noneOf(Topic.class);
      together.addAll(before.topics);
      together.addAll(topics);
      var assumed =
          Stream.concat(
                  before.assumptions.stream().filter(one -> !topics.contains(one.topic())),
                  assumptions.stream())
              .collect(Collectors.toCollection(TreeSet::new));
      var wrong =
          Stream.concat(
                  before.problems.stream()
                      .filter(problem -> !topics.contains(problem.kind().topic())),
                  problems.stream())
              .toList();
      return new Reading(
          changed(known, all),
          all,
          when,
          missing,
          assumed,
          wrong,
          topics.contains(Topic.TALENT) || !candidates.isEmpty() ? candidates : before.candidates,
          several || before.several,
          topics.contains(Topic.TALENT) || wanted != null ? wanted : before.wanted,
          when.startDay() != null || vague != null ? vague : before.vague,
          openBudget || (before.openBudget && !topics.contains(Topic.BUDGET)),
          Set.copyOf(together));
    }
  }

  private final TurnContext turn;
  private final TalentMatcher talents;
  private final ReplyWriter replies;
  private final boolean active;

  /** A reader for a booking that is being made. */
  BookingReader(TurnContext turn, TalentMatcher talents, ReplyWriter replies) {
    this(turn, talents, replies, false);
  }

  private BookingReader(
      TurnContext turn, TalentMatcher talents, ReplyWriter replies, boolean active) {
    this.turn = turn;
    this.talents = talents;
    this.replies = replies;
    this.active = active;
  }

  /**
   * A reader for changes to an active booking: a weekday is the one nearest to its day, a new start
   * keeps its length, and whoever names its talent does not ask for another one.
   *
   * @param turn about that booking
   */
  static BookingReader ofChanges(TurnContext turn, TalentMatcher talents, ReplyWriter replies) {
    return new BookingReader(turn, talents, replies, true);
  }

  /** What a turn says; what takes something back counts more than what it takes back. */
  Reading read(Utterance text) {
    if (active) {
      Asides.hideQuestions(text, talents);
    }
    var memory = remembered();
    var asked = asked(lostTimes() == null ? memory.when() : When.UNKNOWN);
    asked.addAll(listed(text));
    var ground = new Ground(memory.when(), memory, When.UNKNOWN, asked);
    var statements = Corrections.in(text, lastLine());
    var first = read(statements.getFirst(), ground);
    var reading = first.reading();
    var said = first.time();
    for (var statement : statements.subList(1, statements.size())) {
      var reader = new BookingReader(turn.knowing(reading.all()), talents, replies, active);
      var part = reader.read(statement, new Ground(reading.when(), memory, said, ground.asked()));
      reading = part.reading().after(reading, turn.known());
      said = said.then(part.time(), turn.now().getZone());
    }
    return reading;
  }

  /**
   * What words are read on.
   *
   * @param when what is known of the time, possibly in parts
   * @param memory what was known of it before this turn
   * @param said what this turn said of it so far
   * @param asked what a bare number or name answers
   */
  private record Ground(When when, Memory memory, When said, Set<Detail> asked) {
    static final Ground NONE =
        new Ground(When.UNKNOWN, new Memory(When.UNKNOWN, null), When.UNKNOWN, Set.of());

    Ground correcting(Set<Detail> details) {
      var others = asked.stream().filter(detail -> detail != Detail.END).collect(toSet());
      return asking(details.isEmpty() ? others : details);
    }

    Ground asking(Set<Detail> details) {
      return new Ground(when, memory, said, details);
    }
  }

  /**
   * @param time as these words alone say it
   */
  private record Part(Reading reading, When time) {}

  private Part read(Statement statement, Ground ground) {
    var corrected = statement.corrected();
    var details = corrected == null ? Set.<Detail>of() : details(corrected, ground.when());
    var base = corrected == null ? ground : ground.correcting(details);
    var isYear = ground.when().startDay() != null && DateReader.isYear(statement.words());
    if (isYear && !ground.asked().contains(Detail.BUDGET)) {
      return read(statement.words(), base.asking(Set.of()), List.of());
    }
    var number = bareNumber(statement.words());
    if (meansDay(statement, ground.when())) {
      return read(dayOfMonth(statement), base.asking(Set.of()), List.of());
    }
    if (number == null || (corrected == null && !ground.asked().isEmpty())) {
      return read(statement.words(), base, List.of());
    }
    var alone = alone(statement.words());
    if (statement.earlier() ? isOnlyDetail() : !details.isEmpty()) {
      return read(alone, base, List.of());
    }
    var meant = meantBy(number, ground.when());
    if (meant.size() < 2) {
      return read(alone, base.asking(meant), List.of());
    }
    var doubt = new Problem(Problem.Kind.BARE_NUMBER, String.valueOf(number));
    statement.words().take(BARE_NUMBER);
    return read(statement.words(), base.asking(Set.of()), List.of(doubt));
  }

  /** Whether a bare number is another day of the month, or one that can be nothing but a day. */
  private boolean meansDay(Statement statement, When when) {
    var number = bareNumber(statement.words());
    if (number == null || number < 1 || number > DAYS_OF_MONTH) {
      return false;
    }
    var corrected = statement.corrected();
    return corrected == null
        ? when.startDay() == null && number > HOURS_OF_DAY && !turn.transcript().isEmpty()
        : details(corrected, when).contains(Detail.DAY);
  }

  private static Utterance dayOfMonth(Statement statement) {
    return Utterance.of("the " + bareNumber(statement.words()) + "th");
  }

  /** A bare number without the words around it. */
  private static Utterance alone(Utterance words) {
    return words.find(BARE_NUMBER).stream()
        .findFirst()
        .map(match -> words.part(match.start("number"), match.end("number")))
        .orElse(words);
  }

  /** Whether the line before was about one thing only, so that a bare number is another of that. */
  private boolean isOnlyDetail() {
    var line = lastLine();
    return line != null && details(line, When.UNKNOWN).size() == 1;
  }

  private static @Nullable Integer bareNumber(Utterance words) {
    return words.find(BARE_NUMBER).stream()
        .map(match -> NumberWords.parse(match.group("number")))
        .findFirst()
        .orElse(null);
  }

  /** What a number without any word may stand for, of what is known already. */
  private Set<Detail> meantBy(int number, When when) {
    var known = turn.known();
    var meant = EnumSet.noneOf(Detail.class);
    if (known.guests() != null && number < LEAST_BUDGET) {
      meant.add(Detail.GUESTS);
    }
    if (when.startTime() != null && number <= HOURS_OF_DAY) {
      meant.add(Detail.START_TIME);
    }
    if (known.budget() != null && number >= LEAST_BUDGET) {
      meant.add(Detail.BUDGET);
    }
    return meant;
  }

  /**
   * What some words are about, so that a bare number or name after them is another one of that. A
   * bare number is what has that number now.
   */
  private Set<Detail> details(String words, When when) {
    var text = Utterance.of(words);
    var number = bareNumber(text);
    if (number != null) {
      return standsAt(number, when);
    }
    var part = read(text, Ground.NONE, List.of());
    var topics = part.reading().topics();
    var isDay = part.time().startDay() != null && part.time().startTime() == null;
    var details = EnumSet.noneOf(Detail.class);
    for (var topic : topics) {
      switch (topic) {
        case TIME -> details.add(isDay ? Detail.DAY : Detail.START_TIME);
        case GUESTS -> details.add(Detail.GUESTS);
        case BUDGET -> details.add(Detail.BUDGET);
        case TALENT -> details.add(Detail.TALENT);
        case PLACE -> {
          if (topics.size() == 1) {
            details.add(Detail.PLACE);
          }
        }
      }
    }
    if (details.isEmpty()) {
      NAMED_DETAILS.forEach(
          (named, detail) -> {
            if (Utterance.of(words).has(named)) {
              details.add(detail);
            }
          });
    }
    return details;
  }

  private Set<Detail> standsAt(int number, When when) {
    var known = turn.known();
    var details = EnumSet.noneOf(Detail.class);
    if (known.guests() != null && known.guests() == number) {
      details.add(Detail.GUESTS);
    }
    if (isHour(number, when.startTime())) {
      details.add(Detail.START_TIME);
    }
    if (isHour(number, when.endTime())) {
      details.add(Detail.END);
    }
    var budget = known.budget();
    if (budget != null && budget.amount().compareTo(BigDecimal.valueOf(number)) == 0) {
      details.add(Detail.BUDGET);
    }
    return details.size() == 1 ? details : Set.of();
  }

  private static boolean isHour(int number, @Nullable LocalTime time) {
    return time != null && time.getHour() % 12 == number % 12;
  }

  private @Nullable String lastLine() {
    return turn.transcript().reversed().stream()
        .filter(line -> line.author() == Author.CONTACT)
        .findFirst()
        .map(line -> Utterance.plain(beginning(line.text())))
        .orElse(null);
  }

  private Part read(Utterance text, Ground ground, List<Problem> doubts) {
    var known = turn.known();
    var before = ground.when();
    var asked = ground.asked();
    text.take(NOT_TO_BE_READ);
    Asides.hide(text, before.startDay() != null || !turn.bookings().isEmpty());
    var moves = active || lostTimes() != null;
    var shift =
        moves || (known.start() != null && known.end() != null) ? Shift.take(text) : Shift.NONE;

    var money = new MoneyReader(turn.agency().currency()).read(text, asked.contains(Detail.BUDGET));
    var whenReader =
        new WhenReader(
            turn.now(),
            turn.locale(),
            ground.memory().earliest(),
            before.startDay(),
            sameDay(text, before));
    var days = whenReader.readDays(text);
    var guestReader = new GuestReader();
    var guests = guestReader.read(text, asked.contains(Detail.GUESTS), known.guests());
    var time = whenReader.read(text, days, before, asked);
    var namedZone = Zones.read(text, turn.now().getZone());
    if (guests.equals(GuestReader.Reading.NONE)) {
      guests = guestReader.readRest(text);
    }
    takeNameOfBooked(text);
    var named = talents.read(text, known.talent());
    var place =
        PlaceReader.read(text, asked.contains(Detail.PLACE))
            .filter(read -> !isNameOf(read, named.talent()))
            .orElse(null);
    var problems = new ArrayList<>(doubts);
    problems.addAll(time.problems());
    var talent = other(named.says() ? named : quotedOr(() -> guessed(text, problems)));

    var assumptions = new TreeSet<>(time.assumptions());
    assumptions.addAll(money.assumptions());
    assumptions.addAll(guests.assumptions());
    if (!talent.exact()) {
      assumptions.add(Assumption.SPELLING);
    }
    problems.addAll(money.problems());
    problems.addAll(guests.problems());
    if (talent.talent() == null && talent.candidates().size() > 1) {
      problems.add(new Problem(Problem.Kind.SEVERAL_TALENTS, ""));
    }

    var talentNow = talent.talent() != null ? talent.talent() : known.talent();
    var zone = zone(namedZone.orElse(null), place, talent.talent(), talentNow, assumptions);
    var heard = time.saysStart() ? time.when() : ground.said().meantBy(time.when());
    var said = isRemark(text, heard) ? When.UNKNOWN : heard;
    var shifted = shift.equals(Shift.NONE) ? null : moves ? ground.memory().when() : before;
    var wished =
        shifted != null
            ? moved(shifted, said, shift, zone)
            : moves ? before.moved(said, zone) : before.then(said, zone);
    var isWish = lostTimes() == null || !said.isUnknown() || !shift.equals(Shift.NONE);
    var when = isWish ? possible(before, wished, zone, problems) : When.UNKNOWN;
    var start = when.start();
    var end = when.end(zone);
    if (Stream.of(start, end).anyMatch(wall -> comesTwice(wall, zone))) {
      assumptions.add(Assumption.CLOCK_TWICE);
    }
    if (start == null) {
      assumptions.remove(Assumption.CONTACT_ZONE);
    }
    var all =
        new BookingFields(
            talentNow,
            start != null ? start : known.start(),
            end != null ? end : known.end(),
            start != null || known.start() != null ? zone : known.zone(),
            place != null ? place : known.place(),
            guests.guests() != null ? guests.guests() : known.guests(),
            money.money() != null ? money.money() : known.budget());
    var topics = EnumSet.noneOf(Topic.class);
    if (talent.talent() != null || !talent.candidates().isEmpty()) {
      topics.add(Topic.TALENT);
    }
    if (place != null) {
      topics.add(Topic.PLACE);
    }
    if (!shift.equals(Shift.NONE)
        || !said.isUnknown()
        || time.vague() != null
        || TimeReader.saysWholeDay(text)) {
      topics.add(Topic.TIME);
    }
    if (guests.guests() != null) {
      topics.add(Topic.GUESTS);
    }
    if (money.money() != null || money.open()) {
      topics.add(Topic.BUDGET);
    }
    problems.stream()
        .map(problem -> problem.kind().topic())
        .filter(topic -> topic != Topic.TALENT)
        .forEach(topics::add);
    var reading =
        new Reading(
            changed(known, all),
            all,
            when,
            missing(all, when),
            assumptions,
            List.copyOf(problems),
            talentNow == null || talent.talent() != null
                ? talent.candidates()
                : talents.offersOf(talentNow),
            talent.several(),
            talent.wanted(),
            time.vague(),
            money.open() || budgetWasLeftOpen(),
            topics);
    return new Part(reading, said);
  }

  /**
   * The day of what is being made, or of the active booking where another talent is wished for
   * besides; the booking that is to be changed keeps its day anyway.
   */
  private @Nullable LocalDate sameDay(Utterance text, When before) {
    if (active) {
      return null;
    }
    if (before.startDay() != null) {
      return before.startDay();
    }
    var start = turn.bookings().size() == 1 ? turn.bookings().getFirst().details().start() : null;
    return start == null || !talents.read(Utterance.of(text.all()), null).says()
        ? null
        : start.toLocalDate();
  }

  /** "Change it to Ines" names no place. */
  private static boolean isNameOf(String place, @Nullable String talent) {
    return talent != null
        && List.of(Utterance.plain(talent).split(" "))
            .containsAll(List.of(Utterance.plain(place).split(" ")));
  }

  /** Moves a time by an amount, or to another one; an end that is said remains as it was said. */
  private static When moved(When before, When said, Shift shift, ZoneId zone) {
    return said.saysEnd()
        ? shift.applyTo(before, zone).then(said, zone)
        : shift.applyTo(before.moved(said, zone), zone);
  }

  /** Until which day somebody stays makes nothing last for days that lasts for hours. */
  private boolean isRemark(Utterance text, When said) {
    var booked =
        active || turn.bookings().isEmpty() || !turn.known().equals(BookingFields.NONE)
            ? turn.known()
            : turn.bookings().getFirst().details();
    var start = booked.start();
    var end = booked.end();
    return !turn.bookings().isEmpty()
        && start != null
        && end != null
        && end.isBefore(start.plusDays(1))
        && said.endDay() != null
        && said.endTime() == null
        && said.startDay() == null
        && said.startTime() == null
        && said.endDay().isAfter(end.toLocalDate())
        && !EXTENDS.matcher(text.all()).find();
  }

  /** Who is named in the words that are answered, where one alone is and it is about no booking. */
  private TalentMatcher.Reading quotedOr(Supplier<TalentMatcher.Reading> otherwise) {
    var quoted = Utterance.of(beginning(turn.quoted()));
    var read = quoted.has(REFERENCE) ? TalentMatcher.Reading.NONE : talents.read(quoted, null);
    return read.candidates().size() == 1 ? read : otherwise.get();
  }

  /** A slip of the finger never changes who is wished for: then it is asked who is meant. */
  private TalentMatcher.Reading guessed(Utterance text, List<Problem> problems) {
    var guess = talents.guess(text);
    var known = turn.known().talent();
    if (known == null || guess.candidates().isEmpty()) {
      return guess;
    }
    if (talents.offersOf(known).stream().anyMatch(guess.candidates()::contains)) {
      return guess;
    }
    problems.add(
        new Problem(Problem.Kind.OTHER_TALENT, ReplyWriter.named(guess.candidates().getFirst())));
    return TalentMatcher.Reading.NONE;
  }

  /**
   * Takes the booked name out of "swap Sea Breeze for Lady Aurora", where only the other one is
   * wished for.
   */
  private void takeNameOfBooked(Utterance text) {
    var booked = active ? turn.known().talent() : null;
    if (booked != null) {
      text.take(Pattern.compile("\\b" + Pattern.quote(Utterance.plain(booked)) + "\\b"));
    }
  }

  /** Whoever is named besides the one who is booked already. */
  private TalentMatcher.Reading other(TalentMatcher.Reading named) {
    var booked = active ? turn.known().talent() : null;
    var isBooked =
        booked != null
            && Stream.concat(
                    named.candidates().stream(),
                    named.talent() == null
                        ? Stream.empty()
                        : talents.offersOf(named.talent()).stream())
                .anyMatch(offer -> offer.name().equalsIgnoreCase(booked));
    return isBooked ? TalentMatcher.Reading.NONE : named;
  }

  /** "An hour later" and "a day later" count from them; by themselves they are no wish any more. */
  private TurnContext.@Nullable LostTimes lostTimes() {
    return turn.known().start() == null ? turn.lost() : null;
  }

  /** What was said in earlier turns, as far as it may still hold. */
  private Memory remembered() {
    var known = turn.known();
    if (known.start() != null && known.end() != null) {
      return new Memory(When.of(known.start(), known.end()), null);
    }
    var lost = lostTimes();
    if (lost != null) {
      return new Memory(When.of(lost.start(), lost.end()), null);
    }
    LocalDate earliest = null;
    var said = When.UNKNOWN;
    String before = null;
    for (var line : recentLines()) {
      var zone = turn.now().getZone();
      for (var statement : Corrections.in(Utterance.of(List.of(line), zone), before)) {
        var reader =
            new WhenReader(turn.now(), turn.locale(), earliest, said.startDay(), said.startDay());
        var text = meansDay(statement, said) ? dayOfMonth(statement) : statement.words();
        text.take(NOT_TO_BE_READ);
        Asides.hide(text, said.startDay() != null);
        new MoneyReader(turn.agency().currency()).read(text, false);
        var days = reader.readDays(text);
        new GuestReader().read(text, false);
        var reading = reader.read(text, days, said, Set.of());
        earliest = reading.earliest() != null ? reading.earliest() : earliest;
        said = possible(said, said.then(reading.when(), zone), zone, new ArrayList<>());
      }
      before = Utterance.plain(line.text());
    }
    if (known.start() == null) {
      return new Memory(said, said.startDay() == null ? earliest : null);
    }
    var start = When.of(known.start(), null);
    var sameStart = said.startDay() == null || said.startDay().equals(start.startDay());
    return new Memory(
        sameStart
            ? new When(
                start.startDay(), start.startTime(), said.endDay(), said.endTime(), said.length())
            : start,
        null);
  }

  /**
   * @param earliest the first day that a hint such as "next week" allows
   */
  private record Memory(When when, @Nullable LocalDate earliest) {}

  /** The contact's last lines since the last booking that was complete. */
  private List<Line> recentLines() {
    var lines = new ArrayList<Line>();
    var oldest = turn.now().toInstant().minus(MEMORY);
    for (var line : turn.transcript().reversed()) {
      if (line.closes() || line.at().isBefore(oldest) || lines.size() == LINES) {
        break;
      }
      if (line.author() == Author.CONTACT) {
        lines.addFirst(new Line(line.author(), beginning(line.text()), line.at()));
      }
    }
    return lines;
  }

  private static String beginning(String line) {
    return Letters.beginning(line, LINE);
  }

  private boolean budgetWasLeftOpen() {
    return turn.known().budget() == null
        && recentLines().stream()
            .anyMatch(line -> MoneyReader.leavesOpen(Utterance.of(line.text())));
  }

  /** What numbers in a list can only be: "Monaco, 6, 12000", "for 6 guests, 9 000". */
  private Set<Detail> listed(Utterance text) {
    var listed = EnumSet.noneOf(Detail.class);
    if (turn.known().budget() == null
        && !active
        && (text.has(GUESTS_AND_BUDGET)
            || text.has(LAST_AMOUNT)
            || (turn.known().guests() != null && text.has(ONLY_AMOUNT)))) {
      listed.add(Detail.BUDGET);
    }
    if (turn.known().guests() == null && !active && text.has(GUESTS_AND_BUDGET)) {
      listed.add(Detail.GUESTS);
    }
    return listed;
  }

  /** What the contact was asked last, so that a bare number or name is an answer to it. */
  private EnumSet<Detail> asked(When before) {
    var asked = EnumSet.noneOf(Detail.class);
    if (!turn.transcript().isEmpty() && turn.transcript().getLast().author() == Author.CONCIERGE) {
      missing(turn.known(), before).stream().limit(2).forEach(asked::add);
    }
    return asked;
  }

  private List<Detail> missing(BookingFields fields, When when) {
    var missing = new ArrayList<Detail>();
    var talent = fields.talent();
    if (talent == null ? !turn.agency().offers().isEmpty() : talents.offersOf(talent).size() > 1) {
      missing.add(Detail.TALENT);
    }
    if (fields.start() == null && when.startDay() == null) {
      missing.add(Detail.DAY);
    }
    if (fields.start() == null && when.startTime() == null) {
      missing.add(Detail.START_TIME);
    }
    if (fields.end() == null
        && when.length() == null
        && (when.endTime() == null || fields.start() != null)) {
      missing.add(Detail.END);
    }
    if (fields.place() == null) {
      missing.add(Detail.PLACE);
    }
    if (fields.guests() == null) {
      missing.add(Detail.GUESTS);
    }
    if (fields.budget() == null) {
      missing.add(Detail.BUDGET);
    }
    return missing;
  }

  private ZoneId zone(
      @Nullable ZoneId named,
      @Nullable String place,
      @Nullable String talentSaid,
      @Nullable String talent,
      Set<Assumption> assumptions) {
    var known = turn.known();
    if (named != null) {
      return named;
    }
    var ofPlace = place == null ? null : Zones.ofPlace(place).orElse(null);
    if (ofPlace != null) {
      return ofPlace;
    }
    var knownZone = known.zone();
    var placeDecided = known.place() != null && Zones.ofPlace(known.place()).isPresent();
    if (knownZone != null && (placeDecided || talentSaid == null)) {
      return knownZone;
    }
    var ofTalent = talent == null ? null : zoneOfTalent(talent);
    if (ofTalent != null) {
      return ofTalent;
    }
    if (knownZone != null) {
      return knownZone;
    }
    assumptions.add(Assumption.CONTACT_ZONE);
    return turn.now().getZone();
  }

  private @Nullable ZoneId zoneOfTalent(String talent) {
    var offers = talents.offersOf(talent);
    var zones =
        offers.stream()
            .map(Offer::city)
            .map(Zones::ofPlace)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    return zones.size() == 1 ? zones.getFirst() : null;
  }

  /** Leaves out what cannot be: a start in the past or far away, an end before the start. */
  private When possible(When before, When when, ZoneId zone, List<Problem> problems) {
    var now = turn.now();
    var day = when.startDay();
    var start = when.start();
    var today = now.withZoneSameInstant(zone).toLocalDate();
    var past =
        start != null
            ? start.atZone(zone).toInstant().isBefore(now.toInstant())
            : day != null && day.isBefore(today);
    var far = day != null && day.isAfter(today.plusYears(YEARS_AHEAD));
    if (past || far) {
      var text = start != null ? replies.date(start) : replies.date(Objects.requireNonNull(day));
      var kind = past ? Problem.Kind.PAST : Problem.Kind.FAR_AWAY;
      if (problems.stream().noneMatch(problem -> problem.kind() == kind)) {
        problems.add(new Problem(kind, text));
      }
      var changed = !Objects.equals(before.start(), start);
      return changed && before.start() != null ? before : withoutDay(when);
    }
    if (start != null && Zones.isSkipped(start, zone)) {
      problems.add(new Problem(Problem.Kind.NO_SUCH_TIME, replies.skipped(start, zone)));
      return !start.equals(before.start()) && before.start() != null
          ? before
          : new When(day, null, when.endDay(), when.endTime(), when.length());
    }
    var end = when.end(zone);
    if (end != null && Zones.isSkipped(end, zone)) {
      problems.add(new Problem(Problem.Kind.NO_SUCH_TIME, replies.skipped(end, zone)));
      return start != null && before.end(zone) != null
          ? When.of(start, before.end(zone))
          : new When(day, when.startTime(), null, null, null);
    }
    if (end != null && when.endsInSecondHour(zone)) {
      problems.add(new Problem(Problem.Kind.NO_SUCH_TIME, replies.endsInSecondHour(end, zone)));
      return When.of(start, before.end(zone));
    }
    if (start == null && when.endsBeforeStart()) {
      problems.add(new Problem(Problem.Kind.END_BEFORE_START, replies.end(when)));
      return new When(day, when.startTime(), null, null, null);
    }
    if (start != null && end != null && !end.isAfter(start)) {
      problems.add(new Problem(Problem.Kind.END_BEFORE_START, replies.date(end)));
      var endBefore = before.end(zone);
      return When.of(start, endBefore != null && endBefore.isAfter(start) ? endBefore : null);
    }
    return when;
  }

  private static boolean comesTwice(@Nullable LocalDateTime time, ZoneId zone) {
    return time != null && zone.getRules().getValidOffsets(time).size() > 1;
  }

  /** A time that is past today may still be meant for another day, so only the day is open. */
  private static When withoutDay(When when) {
    return new When(null, when.startTime(), null, when.endTime(), when.length());
  }

  private static BookingFields changed(BookingFields known, BookingFields all) {
    return new BookingFields(
        changed(known.talent(), all.talent()),
        changed(known.start(), all.start()),
        changed(known.end(), all.end()),
        changed(known.zone(), all.zone()),
        changed(known.place(), all.place()),
        changed(known.guests(), all.guests()),
        changed(known.budget(), all.budget()));
  }

  private static <T> @Nullable T changed(@Nullable T known, @Nullable T now) {
    return Objects.equals(known, now) ? null : now;
  }
}
