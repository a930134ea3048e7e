package com.ailuxe.booking;

import com.ailuxe.agency.Agencies;
import com.ailuxe.agency.AgencyId;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers the bookings of an agency, each year from 1. */
@Component
class BookingReferences {
  private final Agencies agencies;
  private final JdbcClient jdbc;
  private final Clock clock;

  BookingReferences(Agencies agencies, JdbcClient jdbc, Clock clock) {
    this.agencies = agencies;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** For example BK-2026-0001; the next caller of the agency waits for this transaction's end. */
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
