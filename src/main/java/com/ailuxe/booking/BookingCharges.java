package com.ailuxe.booking;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.DecisionId;
import com.ailuxe.agency.Signature;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.Identifier;
import com.ailuxe.shared.Money;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger of what contacts owe beside the price of a booking. */
@Component
public class BookingCharges {
  private final JdbcClient jdbc;
  private final Clock clock;

  BookingCharges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The fee for calling it off; empty where that was free or did not happen. */
  public Optional<CancellationFee> cancellation(BookingId booking) {
    return jdbc.sql(
            """
            select percent, minor, currency, reason, waived_because from booking_charge
            where booking_id = ? and kind = 'CANCELLATION'""")
        .param(booking.value())
        .query(
            (row, index) ->
                new CancellationFee(
                    Money.ofMinor(
                        row.getLong("minor"), Currency.getInstance(row.getString("currency"))),
                    row.getBigDecimal("percent"),
                    row.getString("reason"),
                    row.getString("waived_because")))
        .optional();
  }

  void write(AgencyId agency, BookingId booking, CancellationFee fee, Signature by) {
    jdbc.sql(
            """
            insert into booking_charge
              (id, agency_id, booking_id, kind, percent, minor, currency, reason, waived_because,
               recorded_by, recorded_at, decision_id)
            values (?, ?, ?, 'CANCELLATION', ?, ?, ?, ?, ?, ?, ?, ?)""")
        .param(UUID.randomUUID())
        .param(agency.value())
        .param(booking.value())
        .param(fee.percent())
        .param(fee.amount().minor())
        .param(fee.amount().currency().getCurrencyCode())
        .param(fee.reason())
        .param(fee.waivedBecause())
        .param(by.text())
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(Identifier.valueOf(by.decision()))
        .update();
  }

  /** Who decided has become known. */
  void signed(DecisionId decision, String name) {
    jdbc.sql("update booking_charge set recorded_by = ? where decision_id = ?")
        .params(name, decision.value())
        .update();
  }
}
