package com.ailuxe.past;

import com.ailuxe.past.Plan.Ending;
import com.ailuxe.shared.EventTime;
import com.ailuxe.talent.TalentProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who books whom, when, and what comes of it: some 85 bookings within ten weeks. */
final class Schedule {
  /** Those whose chats are about something else. */
  static final int OTHERS = 6;

  private static final ZoneId HOUSE = ZoneId.of("Europe/Paris");
  private static final Map<String, Kind> KINDS =
      Map.of(
          "chauffeur", new Kind(19, 5, 2, 4, 900),
          "yacht", new Kind(11, 7, 4, 10, 15000),
          "villa", new Kind(15, 20, 4, 8, 7500),
          "model", new Kind(19, 4, 1, 2, 2500),
          "private chef", new Kind(19, 4, 6, 14, 1800),
          "photographer", new Kind(16, 3, 2, 40, 3000),
          "private jet", new Kind(9, 3, 2, 8, 25000),
          "helicopter", new Kind(10, 2, 2, 6, 9000),
          "musicians", new Kind(19, 3, 20, 80, 3500),
          "estate", new Kind(12, 24, 40, 110, 15000));
  private static final Map<String, List<String>> PLACES =
      Map.ofEntries(
          Map.entry("Paris", List.of("Place Vendôme, Paris", "Avenue Montaigne, Paris")),
          Map.entry("Monaco", List.of("Port Hercule, Monaco", "Quai Albert I, Monaco")),
          Map.entry("Saint-Tropez", List.of("Saint-Tropez")),
          Map.entry("Beaune", List.of("Beaune")),
          Map.entry("London", List.of("Mayfair, London", "Covent Garden, London")),
          Map.entry("Athens", List.of("Vouliagmeni, Athens", "Kolonaki, Athens")),
          Map.entry("Dubai", List.of("Palm Jumeirah, Dubai", "Downtown, Dubai")),
          Map.entry("Porto Cervo", List.of("Porto Cervo")),
          Map.entry("Berlin", List.of("Gendarmenmarkt, Berlin")),
          Map.entry("Geneva", List.of("Geneva")),
          Map.entry("Nice", List.of("Nice")),
          Map.entry("Vienna", List.of("Palais Coburg, Vienna")));

  private record Kind(int hour, int hours, int fewest, int most, int budget) {}

  /**
   * A booking without its people.
   *
   * @param day from today on, before it where negative
   * @param wished when the contact writes, seen from the start; from now on where the present cuts
   *     the story off
   */
  private record Row(
      Ending ending,
      int day,
      Duration wished,
      boolean lately,
      Duration decided,
      Duration answered,
      boolean stops) {}

  private final List<TalentProfile> talents;
  private final List<Person> people;
  private final Instant present;
  private final Map<String, Set<LocalDate>> taken = new HashMap<>();
  private final Map<Person, Instant> busyUntil = new HashMap<>();
  private final Map<Person, Integer> bookings = new HashMap<>();
  private int nextTalent;

  Schedule(List<TalentProfile> talents, List<Person> people, Instant present) {
    this.talents = talents;
    this.people = people.subList(0, people.size() - OTHERS);
    this.present = present;
  }

  List<Plan> plans() {
    var drafts = new ArrayList<Plan>();
    for (var row : rows()) {
      drafts.add(plan(drafts.size(), row));
    }
    drafts.sort(Comparator.comparing(Plan::wishedAt));
    return drafts.stream().map(this::withPerson).toList();
  }

  private static List<Row> rows() {
    return Stream.of(
            several(30, i -> done(Ending.COMPLETED, -52 + i * 51 / 29, i)),
            each(Ending.MOVED, -40, -21, -9),
            each(Ending.CANCELLED_BY_CONTACT, -36, -18, -5),
            each(Ending.CANCELLED_LATE, -44, -25, -12, -3),
            each(Ending.CANCELLED_BY_AGENCY, -30, -7),
            each(Ending.CANCELLED_BY_TALENT, -33, -15),
            each(Ending.DECLINED, -47, -38, -28, -17, -10, -2),
            each(Ending.CONTRACT_EXPIRED, -35, -20, -6),
            each(Ending.CONTRACT_DECLINED, -42, -23, -8),
            each(Ending.REQUEST_LAPSED, -43, -27, -15),
            each(Ending.REQUEST_CANCELLED, -9),
            several(2, i -> unheard(-26 + 22 * i, Duration.ofDays(6), false, 29)),
            several(10, i -> done(Ending.COMPLETED, 1 + i * 11 / 9, i + 1)),
            several(2, i -> done(Ending.MOVED, 7 + 4 * i, i + 3)),
            several(3, i -> lately(Ending.COMPLETED, 5 + 4 * i, 10 + 10 * i, 1, 100)),
            several(3, i -> lately(Ending.COMPLETED, 6 + 4 * i, 2 + 3 * i, 40, 1)),
            several(1, i -> unheard(10, Duration.ofHours(27), true, 60)),
            several(4, i -> lately(Ending.REQUEST_LAPSED, 15 + i, 5 + 60 * i, 1, 1)))
        .flatMap(rows -> rows)
        .toList();
  }

  private static Stream<Row> several(int many, IntFunction<Row> row) {
    return IntStream.range(0, many).mapToObj(row);
  }

  private static Stream<Row> each(Ending ending, int... days) {
    return IntStream.of(days).mapToObj(day -> done(ending, day, Math.abs(day)));
  }

  /** One whose wish came long enough ago that it is decided, and agreed. */
  private static Row done(Ending ending, int day, int variant) {
    var lead =
        ending == Ending.COMPLETED && day < 0 && variant % 10 == 4
            ? Duration.ofHours(31)
            : Duration.ofDays(Math.max(day, 0) + 4 + variant % 8);
    return new Row(
        ending,
        day,
        lead,
        false,
        Duration.ofMinutes(45 + variant * 37 % 240),
        Duration.ofMinutes(20 + variant * 53 % 300),
        ending == Ending.COMPLETED && variant % 11 == 5);
  }

  /** One that is under way, wished some hours ago. */
  private static Row lately(
      Ending ending, int day, int hoursAgo, int hoursToDecide, int hoursToAnswer) {
    return new Row(
        ending,
        day,
        Duration.ofHours(hoursAgo),
        true,
        Duration.ofHours(hoursToDecide),
        Duration.ofHours(hoursToAnswer),
        false);
  }

  private static Row unheard(int day, Duration wished, boolean lately, int hoursToDecide) {
    return new Row(
        Ending.HOLD_EXPIRED,
        day,
        wished,
        lately,
        Duration.ofHours(hoursToDecide),
        Duration.ofHours(1),
        false);
  }

  /** Nobody is known yet who wishes it. */
  private Plan plan(int number, Row row) {
    var day = present.atZone(HOUSE).toLocalDate().plusDays(row.day());
    var talent = free(day);
    var kind = kind(talent);
    var start = day.atTime(kind.hour(), 0);
    var wished =
        row.lately()
            ? present.minus(row.wished())
            : row.wished().toDays() < 2
                ? start.atZone(talent.zone()).toInstant().minus(row.wished())
                : day.minusDays(row.wished().toDays())
                    .atTime(9 + number % 10, number * 17 % 60)
                    .atZone(HOUSE)
                    .toInstant();
    var places = PLACES.getOrDefault(talent.city(), List.of(talent.city()));
    return new Plan(
        number,
        row.ending(),
        people.getFirst(),
        talent.name(),
        new EventTime(start, talent.zone()),
        new EventTime(start.plusHours(kind.hours()), talent.zone()),
        kind.fewest() + number * 7 % (kind.most() - kind.fewest() + 1),
        places.get(number % places.size()),
        kind.budget(),
        wished,
        row.decided(),
        row.answered(),
        row.stops());
  }

  /** The next talent that has nothing on this day and around it. */
  private TalentProfile free(LocalDate day) {
    for (var tried = 0; tried < talents.size(); tried++) {
      var talent = talents.get(nextTalent++ % talents.size());
      var days = taken.computeIfAbsent(talent.name(), name -> new HashSet<>());
      if (!days.contains(day) && !days.contains(day.plusDays(1))) {
        days.add(day);
        days.add(day.plusDays(1));
        return talent;
      }
    }
    throw new IllegalStateException("Nobody is free on " + day);
  }

  /** Whoever has booked least and is not in the middle of another wish. */
  private Plan withPerson(Plan plan) {
    var person =
        people.stream()
            .filter(one -> busyUntil.getOrDefault(one, Instant.MIN).isBefore(plan.wishedAt()))
            .min(Comparator.comparing(one -> bookings.getOrDefault(one, 0)))
            .orElseThrow(() -> new IllegalStateException("Everybody waits for something"));
    bookings.merge(person, 1, Integer::sum);
    busyUntil.put(person, plan.wishedAt().plus(making(plan)).plus(Duration.ofDays(1)));
    return plan.by(person);
  }

  private static Duration making(Plan plan) {
    return switch (plan.ending()) {
      case REQUEST_LAPSED, REQUEST_CANCELLED -> Duration.ofDays(14);
      default -> plan.decidedAfter();
    };
  }

  private static Kind kind(TalentProfile talent) {
    return KINDS.getOrDefault(talent.kind(), new Kind(18, 3, 2, 4, 1000));
  }
}
