package com.ailuxe.board;

import static com.ailuxe.board.Columns.eventTime;
import static com.ailuxe.board.Columns.instant;
import static com.ailuxe.board.Columns.money;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.board.BookingStory.ChangeLine;
import com.ailuxe.board.BookingStory.Happening;
import com.ailuxe.booking.BookingCharges;
import com.ailuxe.booking.DeskRequests;
import com.ailuxe.conversation.Excerpts;
import com.ailuxe.conversation.Excerpts.Excerpt;
import com.ailuxe.reminder.Reminders;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.MessageId;
import com.ailuxe.shared.TurnId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells all that is on record of a booking, from the first message to the money. */
@Service
@Transactional(readOnly = true)
public class BookingStories {
  private final BookingList list;
  private final ContractList contracts;
  private final Reminders reminders;
  private final Excerpts excerpts;
  private final BookingCharges charges;
  private final DeskRequests desk;
  private final JdbcClient jdbc;

  BookingStories(
      BookingList list,
      ContractList contracts,
      Reminders reminders,
      Excerpts excerpts,
      BookingCharges charges,
      DeskRequests desk,
      JdbcClient jdbc) {
    this.list = list;
    this.contracts = contracts;
    this.reminders = reminders;
    this.excerpts = excerpts;
    this.charges = charges;
    this.desk = desk;
    this.jdbc = jdbc;
  }

  /**
   * @param reference as people write it, for example BK-2026-0001
   * @return empty when the agency has no such booking
   */
  public Optional<BookingStory> find(AgencyId agency, String reference) {
    return list.byReference(agency, reference).map(booking -> story(agency, booking));
  }

  private BookingStory story(AgencyId agency, BookingLine booking) {
    var id = booking.id();
    return new BookingStory(
        booking,
        history(agency, id),
        changes(agency, id),
        contracts.ofBookings(agency, List.of(id)).getOrDefault(id, List.of()),
        reminders.ledger(agency, id),
        messages(agency, booking),
        charges.cancellation(id).orElse(null),
        desk.open(agency, id));
  }

  private List<Happening> history(AgencyId agency, BookingId booking) {
    return jdbc.sql(
            """
            select a.at, a.actor, a.action, x.number, a.detail
            from audit a left join contract x on a.subject_type = 'contract' and x.id = a.subject_id
            where a.agency_id = :agency
              and (a.subject_type = 'booking' and a.subject_id = :booking
                or a.subject_type = 'contract' and a.subject_id in (
                  select id from contract where agency_id = :agency and booking_id = :booking))
            order by a.id""")
        .param("agency", agency.value())
        .param("booking", booking.value())
        .query(
            (row, index) ->
                new Happening(
                    row.getTimestamp("at").toInstant(),
                    row.getString("actor"),
                    row.getString("action"),
                    row.getString("number"),
                    row.getString("detail")))
        .list();
  }

  private List<ChangeLine> changes(AgencyId agency, BookingId booking) {
    return jdbc.sql(
            """
            select w.*, t.name as talent_name
            from booking_change w left join talent t on t.id = w.talent_id
            where w.agency_id = ? and w.booking_id = ? order by w.requested_at""")
        .params(agency.value(), booking.value())
        .query((row, index) -> change(row))
        .list();
  }

  private static ChangeLine change(ResultSet row) throws SQLException {
    return new ChangeLine(
        row.getString("requested_by"),
        row.getTimestamp("requested_at").toInstant(),
        row.getString("state"),
        row.getString("talent_name"),
        eventTime(row, "start_wall", "zone"),
        eventTime(row, "end_wall", "zone"),
        row.getString("place"),
        row.getObject("guests", Integer.class),
        money(row, "budget_amount", "budget_currency"),
        row.getString("decided_by"),
        instant(row, "decided_at"),
        row.getString("decision_note"));
  }

  private List<Excerpt> messages(AgencyId agency, BookingLine booking) {
    var turns =
        ids(
            """
            select turn_id from booking_turn where agency_id = :agency and booking_id = :booking
            union
            select request_id from booking_change where agency_id = :agency and booking_id = :booking""",
            agency,
            booking.id());
    var sent =
        ids(
            """
            select unnest(array[sent_message_id, answer_message_id]) from contract
            where agency_id = :agency and booking_id = :booking
            union
            select message_id from reminder where agency_id = :agency and booking_id = :booking""",
            agency,
            booking.id());
    return excerpts.about(
        agency,
        booking.conversation(),
        turns.stream().map(TurnId::new).toList(),
        sent.stream().map(MessageId::new).toList(),
        booking.reference());
  }

  private List<UUID> ids(String sql, AgencyId agency, BookingId booking) {
    return jdbc.sql("select * from (" + sql + ") found (id) where id is not null")
        .param("agency", agency.value())
        .param("booking", booking.value())
        .query(UUID.class)
        .list();
  }
}
