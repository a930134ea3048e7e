package com.ailuxe.calendar;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.BookingCancelled;
import com.ailuxe.booking.BookingConfirmed;
import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.BookingMoved;
import com.ailuxe.booking.BookingReleased;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Bookings;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.EventTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the calendar is to show of each confirmed booking, noted in the transaction that makes it
 * true, and how far it was written. Only the last state of an entry is kept and written.
 *
 * <p>Waiting times run on the database's clock, so that they hold while the application's clock is
 * moved.
 */
@Service
@Conditional(WithCalendar.class)
@Transactional
class CalendarEntries {
  private final Bookings bookings;
  private final JdbcClient jdbc;
  private final Clock clock;

  CalendarEntries(Bookings bookings, JdbcClient jdbc, Clock clock) {
    this.bookings = bookings;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @EventListener
  void on(BookingConfirmed event) {
    enter(bookings.facts(event.bookingId()));
  }

  /** A hold that moves is still only a hold. */
  @EventListener
  void on(BookingMoved event) {
    var booking = bookings.facts(event.bookingId());
    if (booking.state() == BookingState.CONFIRMED) {
      enter(booking);
    }
  }

  @EventListener
  void on(BookingCancelled event) {
    strike(event.bookingId());
  }

  @EventListener
  void on(BookingReleased event) {
    strike(event.bookingId());
  }

  private void enter(BookingFacts booking) {
    var start = Objects.requireNonNull(booking.start());
    jdbc.sql(
            """
            insert into calendar_entry (booking_id, agency_id, sequence, status, reference, talent,
              place, start_wall, end_wall, zone, changed_at, attempts, not_before)
            values (?, ?, 0, 'CONFIRMED', ?, ?, ?, ?, ?, ?, ?, 0, now())
            on conflict (booking_id) do update set sequence = calendar_entry.sequence + 1,
              talent = excluded.talent, place = excluded.place, start_wall = excluded.start_wall,
              end_wall = excluded.end_wall, zone = excluded.zone, changed_at = excluded.changed_at
            where (calendar_entry.talent, calendar_entry.place, calendar_entry.start_wall,
                calendar_entry.end_wall, calendar_entry.zone)
              is distinct from (excluded.talent, excluded.place, excluded.start_wall,
                excluded.end_wall, excluded.zone)""")
        .param(booking.id().value())
        .param(booking.agency().value())
        .param(booking.reference())
        .param(booking.talentName())
        .param(booking.place())
        .param(start.wallTime())
        .param(Objects.requireNonNull(booking.end()).wallTime())
        .param(start.zone().getId())
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  private void strike(BookingId booking) {
    jdbc.sql(
            """
            update calendar_entry set status = 'CANCELLED', sequence = sequence + 1, changed_at = ?
            where booking_id = ? and status = 'CONFIRMED'""")
        .params(Timestamp.from(clock.instant()), booking.value())
        .update();
  }

  /**
   * An entry that may be written now. By the time that another caller may claim it, after two
   * minutes and with every attempt twice as long up to fifteen, this one has reported how it ended.
   * A change meanwhile does not make it earlier, so the calls of one entry never overtake each
   * other.
   */
  Optional<ClaimedEntry> claimNext() {
    return jdbc.sql(
            """
            update calendar_entry set attempts = attempts + 1,
              not_before = now() + make_interval(mins => least(2 ^ least(attempts + 1, 4), 15)::int)
            where booking_id = (
              select booking_id from calendar_entry
              where written_sequence is distinct from sequence and not_before <= now()
              order by not_before limit 1 for update skip locked)
            returning *""")
        .query((row, index) -> new ClaimedEntry(entry(row), row.getInt("attempts")))
        .optional();
  }

  /** The calendar shows this entry. Should it have changed meanwhile, it is due again at once. */
  void written(CalendarEntry entry) {
    jdbc.sql(
            """
            update calendar_entry set written_sequence = ?, written_at = ?, attempts = 0,
              not_before = now(), last_error = null
            where booking_id = ? and coalesce(written_sequence, -1) < ?""")
        .param(entry.sequence())
        .param(Timestamp.from(clock.instant()))
        .param(entry.booking().value())
        .param(entry.sequence())
        .update();
  }

  /** It waits until it is due again. */
  void failed(CalendarEntry entry, String reason) {
    jdbc.sql("update calendar_entry set last_error = ? where booking_id = ?")
        .params(reason, entry.booking().value())
        .update();
  }

  private static CalendarEntry entry(ResultSet row) throws SQLException {
    var zone = ZoneId.of(row.getString("zone"));
    return new CalendarEntry(
        new BookingId(row.getObject("booking_id", UUID.class)),
        new AgencyId(row.getObject("agency_id", UUID.class)),
        row.getInt("sequence"),
        CalendarEntry.Status.valueOf(row.getString("status")),
        row.getString("reference"),
        row.getString("talent"),
        row.getString("place"),
        new EventTime(row.getObject("start_wall", LocalDateTime.class), zone),
        new EventTime(row.getObject("end_wall", LocalDateTime.class), zone),
        row.getTimestamp("changed_at").toInstant());
  }
}
