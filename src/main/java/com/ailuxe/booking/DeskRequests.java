package com.ailuxe.booking;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.replicas.News;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.Identifier;
import com.ailuxe.shared.PlainJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people of an agency want of bookings, each under the name by which they signed in. The path
 * carries it out; whoever tells it to can only name a request that is here.
 */
@Service
@Transactional
public class DeskRequests {
  private static final String SELECT =
      """
      select id, agency_id, filed_by, filed_by_name, kind, wish, filed_at, state, answer
      from desk_request\s""";

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final News news;
  private final Clock clock;

  DeskRequests(JdbcClient jdbc, ApplicationEventPublisher events, News news, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.news = news;
    this.clock = clock;
  }

  /** What kind of wish is kept how. */
  private enum Kind {
    CANCEL(DeskWish.Cancel.class),
    CHANGE(DeskWish.Change.class),
    CREATE(DeskWish.Create.class);

    private final Class<? extends DeskWish> type;

    Kind(Class<? extends DeskWish> type) {
      this.type = type;
    }

    static Kind of(DeskWish wish) {
      return switch (wish) {
        case DeskWish.Cancel cancel -> CANCEL;
        case DeskWish.Change change -> CHANGE;
        case DeskWish.Create create -> CREATE;
      };
    }
  }

  /**
   * Files a wish.
   *
   * @param staff who wants it
   * @param name by which colleagues know that person
   * @param idempotencyKey the same key of the agency files it once
   * @throws NoSuchElementException when the agency has no such booking
   */
  public DeskRequestId file(
      AgencyId agency, Identifier staff, String name, String idempotencyKey, DeskWish wish) {
    requireOwn(agency, wish.booking());
    var id = DeskRequestId.next();
    var filed =
        jdbc.sql(
                """
                insert into desk_request
                  (id, agency_id, idempotency_key, kind, booking_id, filed_by, filed_by_name, wish,
                   filed_at, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')
                on conflict (agency_id, idempotency_key) do nothing""")
            .param(id.value())
            .param(agency.value())
            .param(idempotencyKey)
            .param(Kind.of(wish).name())
            .param(Identifier.valueOf(wish.booking()))
            .param(staff.value())
            .param(name)
            .param(PlainJson.write(wish))
            .param(Timestamp.from(clock.instant()))
            .update();
    if (filed == 1) {
      events.publishEvent(new DeskRequestFiled(id, wish instanceof DeskWish.Create));
      return id;
    }
    return jdbc.sql("select id from desk_request where agency_id = ? and idempotency_key = ?")
        .params(agency.value(), idempotencyKey)
        .query((row, index) -> new DeskRequestId(row.getObject("id", UUID.class)))
        .single();
  }

  /** Empty when the agency has no such request. */
  @Transactional(readOnly = true)
  public Optional<DeskRequest> of(AgencyId agency, DeskRequestId id) {
    return jdbc.sql(SELECT + "where agency_id = ? and id = ?")
        .params(agency.value(), id.value())
        .query((row, index) -> request(row))
        .optional();
  }

  /** The requests about a booking that wait to be carried out, the oldest first. */
  @Transactional(readOnly = true)
  public List<DeskRequest> open(AgencyId agency, BookingId booking) {
    return jdbc.sql(
            SELECT
                + """
                where agency_id = ? and booking_id = ? and state in ('OPEN', 'BEGUN')
                order by filed_at""")
        .params(agency.value(), booking.value())
        .query((row, index) -> request(row))
        .list();
  }

  /**
   * Begins with a request, which can no longer be taken back then.
   *
   * @return the request as it was until now; empty where nothing is to be done any more
   * @throws NoSuchElementException when there is no such request
   */
  public Optional<DeskRequest> begin(DeskRequestId id) {
    var request =
        jdbc.sql(SELECT + "where id = ? for update")
            .param(id.value())
            .query((row, index) -> request(row))
            .optional()
            .orElseThrow(() -> new NoSuchElementException("No request " + id));
    if (!request.isOpen()) {
      return Optional.empty();
    }
    jdbc.sql("update desk_request set state = 'BEGUN' where id = ?").param(id.value()).update();
    return Optional.of(request);
  }

  /** Keeps what became of it; the first answer stays. */
  public void answer(DeskRequestId id, DeskAnswer answer) {
    jdbc.sql(
            """
            update desk_request set state = 'ANSWERED', answer = ?, answered_at = ?,
              booking_id = coalesce(booking_id, ?)
            where id = ? and state = 'BEGUN' returning agency_id, booking_id""")
        .param(PlainJson.write(answer))
        .param(Timestamp.from(clock.instant()))
        .param(Identifier.valueOf(answer.booking()))
        .param(id.value())
        .query((row, index) -> tell(row))
        .list();
  }

  /**
   * Takes a request back that nobody began with.
   *
   * @return whether it is taken back now
   */
  public boolean withdraw(AgencyId agency, DeskRequestId id) {
    return !jdbc.sql(
            """
            update desk_request set state = 'WITHDRAWN', answered_at = ?
            where agency_id = ? and id = ? and state = 'OPEN' returning agency_id, booking_id""")
        .params(Timestamp.from(clock.instant()), agency.value(), id.value())
        .query((row, index) -> tell(row))
        .list()
        .isEmpty();
  }

  /** Whoever looks at the booking sees that the request no longer waits. */
  private boolean tell(ResultSet row) throws SQLException {
    var booking = row.getObject("booking_id", UUID.class);
    if (booking != null) {
      news.changed(
          "booking", new AgencyId(row.getObject("agency_id", UUID.class)), new BookingId(booking));
    }
    return true;
  }

  private void requireOwn(AgencyId agency, @Nullable BookingId booking) {
    if (booking == null) {
      return;
    }
    jdbc.sql("select id from booking where agency_id = ? and id = ?")
        .params(agency.value(), booking.value())
        .query(UUID.class)
        .optional()
        .orElseThrow(() -> new NoSuchElementException("No booking " + booking));
  }

  private record FiledBy(UUID value) implements Identifier {}

  private static DeskRequest request(ResultSet row) throws SQLException {
    var state = row.getString("state");
    var answer = row.getString("answer");
    return new DeskRequest(
        new DeskRequestId(row.getObject("id", UUID.class)),
        new AgencyId(row.getObject("agency_id", UUID.class)),
        new FiledBy(row.getObject("filed_by", UUID.class)),
        row.getString("filed_by_name"),
        PlainJson.read(row.getString("wish"), Kind.valueOf(row.getString("kind")).type),
        row.getTimestamp("filed_at").toInstant(),
        state.equals("BEGUN") || state.equals("ANSWERED"),
        state.equals("WITHDRAWN"),
        answer == null ? null : PlainJson.read(answer, DeskAnswer.class));
  }
}
