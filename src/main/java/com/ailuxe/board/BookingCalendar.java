package com.ailuxe.board;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.board.CalendarEntry.Kind;
import com.ailuxe.booking.Availability;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.EventTime;
import com.ailuxe.talent.TalentId;
import com.ailuxe.talent.TalentProfile;
import com.ailuxe.talent.Talents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has what when: the bookings of a while by talent, with travel and what is in the way. */
@Service
@Transactional(readOnly = true)
public class BookingCalendar {
  private final JdbcClient jdbc;
  private final Talents talents;
  private final Availability availability;

  BookingCalendar(JdbcClient jdbc, Talents talents, Availability availability) {
    this.jdbc = jdbc;
    this.talents = talents;
    this.availability = availability;
  }

  /**
   * Every talent that can be booked, or has something in this while, by name.
   *
   * @param until no longer part of it
   */
  public List<TalentCalendar> between(AgencyId agency, Instant from, Instant until) {
    var travel = availability.travelTime();
    var entries = new HashMap<TalentId, List<CalendarEntry>>();
    var inTheWhile = new ArrayList<Found>(bookings(agency, from, until, travel));
    inTheWhile.addAll(wishes(agency, from, until, travel));
    for (var found : inTheWhile) {
      entries.computeIfAbsent(found.talent, id -> new ArrayList<>()).add(found.entry);
    }
    var shown = new ArrayList<>(talents.active(agency));
    var active = shown.stream().map(TalentProfile::id).toList();
    shown.addAll(
        talents.profiles(
            agency, entries.keySet().stream().filter(id -> !active.contains(id)).toList()));
    return shown.stream()
        .sorted(Comparator.comparing(TalentProfile::name))
        .map(
            talent ->
                new TalentCalendar(
                    talent, withConflicts(entries.getOrDefault(talent.id(), List.of()))))
        .toList();
  }

  private List<Found> bookings(AgencyId agency, Instant from, Instant until, Duration travel) {
    return jdbc.sql(
            """
            select b.id, b.reference, b.state as kind, b.talent_id, c.display_name, b.place,
              b.start_wall, b.end_wall, b.zone, b.hold_expires_at
            from booking b join contact c on c.id = b.contact_id
            where b.agency_id = :agency and b.state in ('HELD', 'CONFIRMED', 'COMPLETED', 'LAPSED')
              and tstzrange(b.starts_at, b.ends_at) && tstzrange(:from, :until)""")
        .param("agency", agency.value())
        .param("from", Columns.timestamp(from))
        .param("until", Columns.timestamp(until))
        .query((row, index) -> found(row, travel))
        .list();
  }

  private List<Found> wishes(AgencyId agency, Instant from, Instant until, Duration travel) {
    return jdbc
        .sql(
            """
            select b.id, b.reference, 'WISHED' as kind, w.talent_id, c.display_name, w.place,
              w.start_wall, w.end_wall, w.zone, null::timestamptz as hold_expires_at
            from booking_change w
            join booking b on b.id = w.booking_id
            join contact c on c.id = b.contact_id
            where w.agency_id = ? and w.state = 'PROPOSED'""")
        .param(agency.value())
        .query((row, index) -> found(row, travel))
        .list()
        .stream()
        .filter(wish -> wish.entry.start().instant().isBefore(until))
        .filter(wish -> wish.entry.end().instant().isAfter(from))
        .toList();
  }

  private record Found(TalentId talent, CalendarEntry entry) {}

  private static Found found(ResultSet row, Duration travel) throws SQLException {
    var start = time(row, "start_wall");
    var end = time(row, "end_wall");
    return new Found(
        new TalentId(row.getObject("talent_id", UUID.class)),
        new CalendarEntry(
            new BookingId(row.getObject("id", UUID.class)),
            row.getString("reference"),
            Kind.valueOf(row.getString("kind")),
            row.getString("display_name"),
            row.getString("place"),
            start,
            end,
            Columns.instant(row, "hold_expires_at"),
            start.instant().minus(travel),
            end.instant().plus(travel),
            Set.of()));
  }

  private static EventTime time(ResultSet row, String wall) throws SQLException {
    return Objects.requireNonNull(Columns.eventTime(row, wall, "zone"));
  }

  /** Looks only at neighbours: once one begins behind the way back, so do all after it. */
  private static List<CalendarEntry> withConflicts(List<CalendarEntry> entries) {
    var sorted =
        entries.stream()
            .sorted(Comparator.comparing((CalendarEntry entry) -> entry.start().instant()))
            .toList();
    var conflicts = new HashMap<CalendarEntry, Set<String>>();
    for (var i = 0; i < sorted.size(); i++) {
      var entry = sorted.get(i);
      for (var later : sorted.subList(i + 1, sorted.size())) {
        if (!later.start().instant().isBefore(entry.busyUntil())) {
          break;
        }
        if (entry.isInTheWayOf(later)) {
          note(conflicts, entry, later);
          note(conflicts, later, entry);
        }
      }
    }
    return sorted.stream()
        .map(entry -> entry.inConflictWith(conflicts.getOrDefault(entry, Set.of())))
        .toList();
  }

  private static void note(
      Map<CalendarEntry, Set<String>> conflicts, CalendarEntry entry, CalendarEntry other) {
    conflicts.computeIfAbsent(entry, key -> new TreeSet<>()).add(other.reference());
  }
}
