package com.ailuxe.booking;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.shared.EventTime;
import com.ailuxe.talent.TalentId;
import com.ailuxe.talent.Talents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When a talent can still be booked. What it says is true at that moment; only a hold keeps it. */
@Service
@Transactional(readOnly = true)
public class Availability {
  /** Events begin at a quarter of an hour. */
  private static final Duration STEP = Duration.ofMinutes(15);

  private static final int DAYS_AROUND = 7;

  private final Slots slots;
  private final Talents talents;
  private final BookingProperties properties;
  private final Clock clock;

  Availability(Slots slots, Talents talents, BookingProperties properties, Clock clock) {
    this.slots = slots;
    this.talents = talents;
    this.properties = properties;
    this.clock = clock;
  }

  /** What a talent needs between two bookings. */
  public Duration travelTime() {
    return properties.travelTime();
  }

  /**
   * The times on these days, by the talent's own clock, in which an event of this length fits, the
   * earliest first. Each is as long as can be: an event may begin anywhere in it that lets it end
   * in time.
   *
   * @param from the first day
   * @param until the last day
   * @throws NoSuchElementException when the agency has no such talent
   */
  public List<FreeTime> freeSlots(
      AgencyId agency, TalentId talent, LocalDate from, LocalDate until, Duration length) {
    var zone = talents.profile(agency, talent).zone();
    return freeSlots(
        agency,
        talent,
        zone,
        from.atStartOfDay(zone).toInstant(),
        until.plusDays(1).atStartOfDay(zone).toInstant(),
        length);
  }

  /**
   * The free slots of this length that are next to a wished start, in the week before and after it.
   *
   * @param most how many are wanted
   * @return the nearest first, none of them in the past
   */
  public List<FreeTime> nearest(
      AgencyId agency, TalentId talent, EventTime wished, Duration length, int most) {
    var start = wished.instant();
    return freeSlots(
            agency,
            talent,
            wished.zone(),
            start.minus(DAYS_AROUND, ChronoUnit.DAYS),
            start.plus(DAYS_AROUND, ChronoUnit.DAYS).plus(length),
            length)
        .stream()
        .flatMap(free -> candidates(free, wished, length).stream())
        .distinct()
        .sorted(Comparator.comparing(begin -> Duration.between(start, begin).abs()))
        .limit(most)
        .map(begin -> free(begin, begin.plus(length), wished.zone()))
        .toList();
  }

  private List<FreeTime> freeSlots(
      AgencyId agency, TalentId talent, ZoneId zone, Instant from, Instant until, Duration length) {
    var travel = properties.travelTime();
    var now = clock.instant();
    var free = new ArrayList<FreeTime>();
    var begin = quarter(from.isAfter(now) ? from : now);
    for (var taken : slots.occupied(agency, talent, from.minus(travel), until.plus(travel))) {
      addWhereItFits(free, begin, taken.start().instant().minus(travel), length, zone);
      var next = quarter(taken.end().instant().plus(travel));
      begin = next.isAfter(begin) ? next : begin;
    }
    addWhereItFits(free, begin, until, length, zone);
    return free;
  }

  private static void addWhereItFits(
      List<FreeTime> free, Instant begin, Instant end, Duration length, ZoneId zone) {
    if (!begin.plus(length).isAfter(end)) {
      free.add(free(begin, end, zone));
    }
  }

  /** The nearest begin of all, and the same time of the day on each day that is free then. */
  private static List<Instant> candidates(FreeTime free, EventTime wished, Duration length) {
    var first = free.start().instant();
    var last = free.end().instant().minus(length);
    var candidates = new ArrayList<Instant>();
    for (var days = -DAYS_AROUND; days <= DAYS_AROUND; days++) {
      var sameTime = wished.zoned().plusDays(days).toInstant();
      if (!sameTime.isBefore(first) && !sameTime.isAfter(last)) {
        candidates.add(sameTime);
      }
    }
    if (last.isBefore(wished.instant())) {
      candidates.add(last);
    } else if (first.isAfter(wished.instant())) {
      candidates.add(first);
    }
    return candidates;
  }

  private static Instant quarter(Instant instant) {
    var whole = instant.truncatedTo(ChronoUnit.HOURS);
    while (whole.isBefore(instant)) {
      whole = whole.plus(STEP);
    }
    return whole;
  }

  private static FreeTime free(Instant start, Instant end, ZoneId zone) {
    return new FreeTime(
        new EventTime(LocalDateTime.ofInstant(start, zone), zone),
        new EventTime(LocalDateTime.ofInstant(end, zone), zone));
  }
}
