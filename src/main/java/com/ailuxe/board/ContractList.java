package com.ailuxe.board;

import static com.ailuxe.board.Columns.instant;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.Bookings;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contract.ContractKind;
import com.ailuxe.contract.ContractState;
import com.ailuxe.conversation.DeliveryState;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ContractId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contracts of an agency as staff look through them, without their files. */
@Service
@Transactional(readOnly = true)
public class ContractList {
  private static final String COLUMNS =
      """
      x.id, x.booking_id, x.kind, x.number, x.state, x.party, x.issued_at, x.sent_at,
      o.state as delivery, x.answered_at, x.decline_reason, x.ended_at, x.end_reason""";

  private final JdbcClient jdbc;

  ContractList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The contracts that the filter leaves, the one that was issued last first.
   *
   * @param after where the page before ended, as it said; null for the first page
   * @param size how many lines a page has at most
   * @throws NoSuchElementException when no page ended there
   */
  public Page<ContractEntry> page(
      AgencyId agency, ContractFilter filter, @Nullable String after, int size) {
    var cursor = after == null ? null : Cursor.parse(after);
    var words = filter.words();
    var read =
        jdbc.sql(
                """
                with x as (
                  select x.* from contract x
                  where x.agency_id = :agency
                    and (:states::text[] is null or x.state = any (:states))
                    and (:kind::text is null or x.kind = :kind)
                    and (:words::text is null or x.number ilike :words or x.party ilike :words
                      or x.booking_id in (
                        select b.id from booking b
                        where b.agency_id = :agency and b.reference ilike :words)
                      or x.contact_id in (
                        select c.id from contact c
                        where c.agency_id = :agency and c.display_name ilike :words))
                    %s
                  order by x.issued_at desc, x.id desc limit :size)
                select %s, b.reference, x.contact_id, c.display_name,
                  coalesce(t.name, b.talent_wish) as talent_name,
                  b.start_wall, b.zone, x.price_amount, x.price_currency
                from x
                join booking b on b.id = x.booking_id
                join contact c on c.id = x.contact_id
                left join talent t on t.id = b.talent_id
                left join outbox o on o.message_id = x.sent_message_id
                order by x.issued_at desc, x.id desc"""
                    .formatted(
                        cursor == null ? "" : "and (x.issued_at, x.id) < (:key::timestamptz, :id)",
                        COLUMNS))
            .param("agency", agency.value())
            .param("states", states(filter))
            .param("kind", filter.kind() == null ? null : filter.kind().name())
            .param("words", SearchWords.within(words == null ? null : Bookings.reference(words)))
            .param("key", cursor == null ? null : Columns.timestamp(cursor.key()))
            .param("id", cursor == null ? null : cursor.id().value())
            .param("size", size + 1)
            .query((row, index) -> entry(row))
            .list();
    return Page.of(
        read, size, entry -> Cursor.at(entry.contract().issuedAt(), entry.contract().id()));
  }

  /** All documents of these bookings, the latest first; a booking without one is not there. */
  Map<BookingId, List<ContractLine>> ofBookings(AgencyId agency, Collection<BookingId> bookings) {
    return jdbc
        .sql(
            """
            select %s from contract x left join outbox o on o.message_id = x.sent_message_id
            where x.agency_id = ? and x.booking_id = any (?)
            order by x.issued_at desc, x.number desc"""
                .formatted(COLUMNS))
        .params(agency.value(), Ids.array(bookings))
        .query((row, index) -> line(row))
        .list()
        .stream()
        .collect(Collectors.groupingBy(ContractLine::bookingId));
  }

  private static String @Nullable [] states(ContractFilter filter) {
    return filter.states().isEmpty()
        ? null
        : filter.states().stream().map(ContractState::name).toArray(String[]::new);
  }

  private static ContractEntry entry(ResultSet row) throws SQLException {
    return new ContractEntry(
        line(row),
        row.getString("reference"),
        new ContactId(row.getObject("contact_id", UUID.class)),
        row.getString("display_name"),
        row.getString("talent_name"),
        Columns.eventTime(row, "start_wall", "zone"),
        Columns.money(row, "price_amount", "price_currency"));
  }

  private static ContractLine line(ResultSet row) throws SQLException {
    var delivery = row.getString("delivery");
    return new ContractLine(
        new ContractId(row.getObject("id", UUID.class)),
        new BookingId(row.getObject("booking_id", UUID.class)),
        ContractKind.valueOf(row.getString("kind")),
        row.getString("number"),
        ContractState.valueOf(row.getString("state")),
        row.getString("party"),
        row.getTimestamp("issued_at").toInstant(),
        instant(row, "sent_at"),
        delivery == null ? null : DeliveryState.valueOf(delivery),
        instant(row, "answered_at"),
        row.getString("decline_reason"),
        instant(row, "ended_at"),
        row.getString("end_reason"));
  }
}
