package com.ailuxe.booking;

import com.ailuxe.agency.Agencies;
import com.ailuxe.agency.AgencyId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers the bookings of an agency, each year from 1. */
@Component
class BookingReferences {
  /** What stands between the parts is up to the writer. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "[^\\p{Alnum}]*BK[^\\p{Alnum}]*([0-9]{4})[^\\p{Alnum}]*([0-9]{1,9})[^\\p{Alnum}]*",
          Pattern.CASE_INSENSITIVE);

  private final Agencies agencies;
  private final JdbcClient jdbc;
  private final Clock clock;

  BookingReferences(Agencies agencies, JdbcClient jdbc, Clock clock) {
    this.agencies = agencies;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Reads a reference as it is stored, however people write it; what is none of ours is only
   * stripped.
   */
  static String read(String written) {
    var match = WRITTEN.matcher(written);
    return match.matches()
        ? "BK-%s-%04d".formatted(match.group(1), Long.parseLong(match.group(2)))
        : written.strip();
  }

  /**
   * The next reference, for example BK-2026-0001; the next caller of the agency waits for this
   * transaction's end.
   */
  String next(AgencyId agency) {
    var year = LocalDate.ofInstant(clock.instant(), agencies.profile(agency).zone()).getYear();
    var number =
        jdbc.sql(
                """
                insert into booking_counter (agency_id, year, last) values (?, ?, 1)
                on conflict (agency_id, year) do update set last = booking_counter.last + 1
                returning last""")
            .params(agency.value(), year)
            .query(Integer.class)
            .single();
    return "BK-%d-%04d".formatted(year, number);
  }
}
