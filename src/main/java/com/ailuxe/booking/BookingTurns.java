package com.ailuxe.booking;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.replicas.TransactionLock;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.TurnId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers what became of each turn, so that a turn that comes again changes nothing. */
@Component
class BookingTurns {
  private final JdbcClient jdbc;
  private final Clock clock;

  BookingTurns(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Until the end of the transaction, nobody else records details of this conversation. */
  void lock(ConversationId conversation) {
    TransactionLock.take(jdbc, "booking/" + conversation);
  }

  Optional<DetailsReceipt> receipt(AgencyId agency, TurnId turn) {
    return jdbc.sql(
            """
            select booking_id, recorded, details_complete, refused from booking_turn
            where agency_id = ? and turn_id = ?""")
        .params(agency.value(), turn.value())
        .query(
            (row, index) ->
                new DetailsReceipt(
                    new BookingId(row.getObject("booking_id", UUID.class)),
                    row.getBoolean("recorded"),
                    row.getBoolean("details_complete"),
                    KeptRefusals.read(List.of((String[]) row.getArray("refused").getArray()))))
        .optional();
  }

  void keep(AgencyId agency, TurnId turn, DetailsReceipt receipt) {
    jdbc.sql(
            """
            insert into booking_turn
              (turn_id, agency_id, booking_id, recorded, details_complete, refused, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(
            turn.value(),
            agency.value(),
            receipt.bookingId().value(),
            receipt.recorded(),
            receipt.detailsComplete(),
            KeptRefusals.write(receipt.refused()).toArray(String[]::new),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
