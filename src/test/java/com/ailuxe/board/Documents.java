package com.ailuxe.board;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contracts as rows, for tests that only list them. */
public final class Documents {
  private static final byte[] PDF = "%PDF-1.4".getBytes(StandardCharsets.UTF_8);

  private Documents() {}

  /** One about the booking, with a file that is as it was issued. */
  static void insert(
      JdbcClient jdbc,
      AgencyId agency,
      BookingId booking,
      String kind,
      String number,
      String state,
      String issuedAt) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into contract (id, agency_id, contact_id, conversation_id, booking_id, kind, number,
              state, party, cancel_free_hours, cancel_late_percent, cancel_no_show_percent, terms,
              terms_sha256, template_file, template_sha256, file_name, sha256, issued_at, ended_at,
              end_reason, price_amount, price_currency, version)
            select ?, ?, b.contact_id, b.conversation_id, b.id, ?, ?, ?, 'Ada Private', 48, 50, 100, '{}',
              'a', 'service-agreement_en.ftlh', 'b', 'x.pdf', ?, ?::timestamptz,
              case when ? = 'SUPERSEDED' then now() end,
              case when ? = 'SUPERSEDED' then 'replaced' end, 900, 'EUR', 0
            from booking b where b.id = ?""")
        .params(
            id,
            agency.value(),
            kind,
            number,
            state,
            Sha256.hex(PDF),
            issuedAt,
            state,
            state,
            booking.value())
        .update();
    jdbc.sql("insert into contract_file (contract_id, agency_id, content) values (?, ?, ?)")
        .params(id, agency.value(), PDF)
        .update();
  }

  /** An accepted agreement over EUR 900.00: free until 48 hours before, then half the price. */
  public static void accepted(JdbcClient jdbc, AgencyId agency, BookingId booking) {
    var answer = UUID.randomUUID();
    jdbc.sql(
            """
            insert into message (id, agency_id, conversation_id, direction, author, type, text,
              occurred_at, recorded_at)
            select ?, agency_id, conversation_id, 'INBOUND', 'CONTACT', 'TEXT', 'I accept', now(), now()
            from booking where id = ?""")
        .params(answer, booking.value())
        .update();
    var number = "M-" + answer;
    insert(jdbc, agency, booking, "SERVICE_AGREEMENT", number, "ISSUED", "2026-12-01T09:00:00Z");
    jdbc.sql(
            """
            update contract set state = 'ACCEPTED', answer_message_id = ?, answered_at = now(),
              answer_identity_kind = 'PHONE', answer_identity_value = '+331', answer_text = 'I accept'
            where number = ?""")
        .params(answer, number)
        .update();
  }
}
