package com.ailuxe.board;

import static com.ailuxe.board.Columns.eventTime;
import static com.ailuxe.board.Columns.instant;
import static com.ailuxe.board.Columns.minor;
import static com.ailuxe.board.Columns.money;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.Price;
import com.ailuxe.contact.ContactId;
import com.ailuxe.conversation.Channel;
import com.ailuxe.reminder.LedgerRow;
import com.ailuxe.reminder.Reminders;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import com.ailuxe.talent.TalentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bookings of an agency as staff look through them. A page takes the same few queries however
 * many lines it has, and the last page as long as the first.
 */
@Service
@Transactional(readOnly = true)
public class BookingList {
  private static final String COLUMNS =
      """
      b.id, b.reference, b.state, b.contact_id, b.conversation_id, b.talent_id, b.talent_wish,
      b.start_wall, b.end_wall, b.zone, b.lost_start_wall, b.lost_end_wall, b.lost_zone,
      b.starts_at, b.place, b.guests, b.budget_amount, b.budget_currency, b.price_id,
      b.deposit_minor, b.deposit_currency, b.hold_expires_at, b.created_at""";

  private static final String NAMES =
      """
      select b.*, c.display_name, k.channel, t.name as talent_name
      from b
      join contact c on c.id = b.contact_id
      join conversation k on k.id = b.conversation_id
      left join talent t on t.id = b.talent_id""";

  private static final String FILTER =
      """
      b.agency_id = :agency
        and (:states::text[] is null or b.state = any (:states))
        and (:talent::uuid is null or b.talent_id = :talent)
        and (:from::timestamptz is null or b.starts_at >= :from)
        and (:until::timestamptz is null or b.starts_at < :until)
        and (:channel::text is null or exists (
          select from conversation k where k.id = b.conversation_id and k.channel = :channel))
        and (:words::text is null or b.reference ilike :words or b.place ilike :words
          or b.talent_wish ilike :words
          or b.talent_id in (
            select t.id from talent t where t.agency_id = :agency and t.name ilike :words)
          or b.contact_id in (
            select c.id from contact c where c.agency_id = :agency
              and (c.display_name ilike :words or c.legal_name ilike :words)))""";

  private final JdbcClient jdbc;
  private final ContractList contracts;
  private final PriceSheets prices;
  private final Reminders reminders;

  BookingList(JdbcClient jdbc, ContractList contracts, PriceSheets prices, Reminders reminders) {
    this.jdbc = jdbc;
    this.contracts = contracts;
    this.prices = prices;
    this.reminders = reminders;
  }

  /**
   * @param after where the page before ended, as it said; null for the first page
   * @param size how many lines a page has at most
   * @throws NoSuchElementException when no page ended there
   */
  public Page<BookingLine> page(
      AgencyId agency, BookingFilter filter, BookingOrder order, @Nullable String after, int size) {
    var cursor = after == null ? null : Cursor.parse(after);
    var rows =
        jdbc.sql(
                """
                with b as (
                  select %s from booking b
                  where %s%s
                  order by %s limit :size)
                %s order by %s"""
                    .formatted(
                        COLUMNS,
                        FILTER,
                        cursor == null ? "" : " and " + order.behind(),
                        order.sorting(),
                        NAMES,
                        order.sorting()))
            .param("agency", agency.value())
            .param("states", states(filter))
            .param("talent", filter.talent() == null ? null : filter.talent().value())
            .param("from", Columns.timestamp(filter.from()))
            .param("until", Columns.timestamp(filter.until()))
            .param("channel", filter.channel() == null ? null : filter.channel().name())
            .param(
                "words",
                SearchWords.within(
                    filter.words() == null ? null : Bookings.reference(filter.words())))
            .param("key", cursor == null ? null : Columns.timestamp(cursor.key()))
            .param("id", cursor == null ? null : cursor.id().value())
            .param("size", size + 1)
            .query((row, index) -> Row.read(row, order))
            .list();
    var page = Page.of(rows, size, Row::cursor);
    return new Page<>(lines(agency, page.lines()), page.next());
  }

  /**
   * @param reference as people write it, for example BK-2026-0001
   * @return empty when the agency has no such booking
   */
  public Optional<BookingLine> byReference(AgencyId agency, String reference) {
    var rows =
        jdbc.sql(
                "with b as (select %s from booking b where agency_id = ? and reference = ?) %s"
                    .formatted(COLUMNS, NAMES))
            .params(agency.value(), Bookings.reference(reference))
            .query((row, index) -> Row.read(row, BookingOrder.NEWEST))
            .list();
    return lines(agency, rows).stream().findFirst();
  }

  /** The bookings of one contact, the one that was asked for last first. */
  public List<BookingLine> ofContact(AgencyId agency, ContactId contact, int most) {
    var rows =
        jdbc.sql(
                """
                with b as (
                  select %s from booking b where agency_id = ? and contact_id = ?
                  order by created_at desc, id desc limit ?)
                %s order by created_at desc, id desc"""
                    .formatted(COLUMNS, NAMES))
            .params(agency.value(), contact.value(), most)
            .query((row, index) -> Row.read(row, BookingOrder.NEWEST))
            .list();
    return lines(agency, rows);
  }

  private List<BookingLine> lines(AgencyId agency, List<Row> rows) {
    var ids = rows.stream().map(Row::id).toList();
    var issued = contracts.ofBookings(agency, ids);
    var sheets = prices.of(agency, ids);
    var planned = reminders.ledger(agency, ids);
    return rows.stream()
        .map(
            row ->
                row.line(
                    sheets.get(row.id()),
                    latestOfEachKind(issued.getOrDefault(row.id(), List.of())),
                    lastPlan(planned.getOrDefault(row.id(), List.of()))))
        .toList();
  }

  private static List<ContractLine> latestOfEachKind(List<ContractLine> latestFirst) {
    return List.copyOf(
        latestFirst.stream()
            .collect(
                Collectors.toMap(
                    ContractLine::kind,
                    line -> line,
                    (latest, older) -> latest,
                    LinkedHashMap::new))
            .values());
  }

  private static List<LedgerRow> lastPlan(List<LedgerRow> oldestPlanFirst) {
    return oldestPlanFirst.stream()
        .filter(row -> row.plan() == oldestPlanFirst.getLast().plan())
        .toList();
  }

  private static String @Nullable [] states(BookingFilter filter) {
    return filter.states().isEmpty()
        ? null
        : filter.states().stream().map(BookingState::name).toArray(String[]::new);
  }

  /** What one row holds; the rest of a line is read for all of them at once. */
  private record Row(
      BookingId id,
      String reference,
      BookingState state,
      ContactId contact,
      String contactName,
      ConversationId conversation,
      Channel channel,
      @Nullable TalentId talent,
      @Nullable String talentName,
      @Nullable EventTime start,
      @Nullable EventTime end,
      @Nullable String place,
      @Nullable Integer guests,
      @Nullable Money budget,
      @Nullable Money depositReceived,
      @Nullable Instant holdExpiresAt,
      Instant createdAt,
      Cursor cursor) {

    static Row read(ResultSet row, BookingOrder order) throws SQLException {
      var id = new BookingId(row.getObject("id", UUID.class));
      var talent = row.getObject("talent_id", UUID.class);
      var talentName = row.getString("talent_name");
      var start = eventTime(row, "start_wall", "zone");
      var end = eventTime(row, "end_wall", "zone");
      return new Row(
          id,
          row.getString("reference"),
          BookingState.valueOf(row.getString("state")),
          new ContactId(row.getObject("contact_id", UUID.class)),
          row.getString("display_name"),
          new ConversationId(row.getObject("conversation_id", UUID.class)),
          Channel.valueOf(row.getString("channel")),
          talent == null ? null : new TalentId(talent),
          talentName == null ? row.getString("talent_wish") : talentName,
          start == null ? eventTime(row, "lost_start_wall", "lost_zone") : start,
          end == null ? eventTime(row, "lost_end_wall", "lost_zone") : end,
          row.getString("place"),
          row.getObject("guests", Integer.class),
          money(row, "budget_amount", "budget_currency"),
          minor(row, "deposit_minor", "deposit_currency"),
          instant(row, "hold_expires_at"),
          row.getTimestamp("created_at").toInstant(),
          Cursor.at(instant(row, order.column()), id));
    }

    BookingLine line(
        @Nullable Price price, List<ContractLine> contracts, List<LedgerRow> reminders) {
      return new BookingLine(
          id,
          reference,
          state,
          contact,
          contactName,
          conversation,
          channel,
          talent,
          talentName,
          start,
          end,
          place,
          guests,
          budget,
          price,
          depositReceived,
          holdExpiresAt,
          createdAt,
          contracts,
          reminders);
    }
  }
}
