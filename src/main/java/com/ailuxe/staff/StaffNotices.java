package com.ailuxe.staff;

import com.ailuxe.agency.AgencyId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The notices to staff, once per idempotency key, and what became of each. A notice that cannot be
 * sent stays here with the reason; nobody who queues one has to wait or fail for it.
 *
 * <p>Waiting times run on the database's clock, so that they hold while the application's clock is
 * moved.
 */
@Service
@Transactional
public class StaffNotices {
  /** How often a notice is tried before it is given up; the pauses add up to an hour. */
  private static final int ATTEMPTS = 6;

  private final JdbcClient jdbc;
  private final Clock clock;

  StaffNotices(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Queues a notice to everybody in the group who has an e-mail address.
   *
   * @param subject one line
   * @param idempotencyKey the same key queues it once
   */
  public void queue(
      AgencyId agency, StaffGroup group, String subject, String text, String idempotencyKey) {
    if (subject.isBlank() || subject.lines().count() > 1) {
      throw new IllegalArgumentException("The subject of a notice is one line: " + subject);
    }
    jdbc.sql(
            """
            insert into staff_notice (id, agency_id, idempotency_key, staff_group, subject, text,
              state, attempts, not_before, queued_at)
            values (?, ?, ?, ?, ?, ?, 'QUEUED', 0, now(), ?)
            on conflict (idempotency_key) do nothing""")
        .params(
            UUID.randomUUID(),
            agency.value(),
            idempotencyKey,
            group.name(),
            subject,
            text,
            Timestamp.from(clock.instant()))
        .update();
  }

  /**
   * The oldest notice that may be tried now. By the time that another caller may claim it, after
   * two minutes and twice as long with every attempt, this one has reported how it ended.
   */
  Optional<ClaimedNotice> claimNext() {
    return jdbc.sql(
            """
            update staff_notice set attempts = attempts + 1,
              not_before = now() + make_interval(mins => (2 ^ (attempts + 1))::int)
            where id = (
              select id from staff_notice where state = 'QUEUED' and not_before <= now()
              order by queued_at limit 1 for update skip locked)
            returning id, agency_id, staff_group, subject, text, attempts""")
        .query(
            (row, index) ->
                new ClaimedNotice(
                    new StaffNoticeId(row.getObject("id", UUID.class)),
                    new AgencyId(row.getObject("agency_id", UUID.class)),
                    StaffGroup.valueOf(row.getString("staff_group")),
                    row.getString("subject"),
                    row.getString("text"),
                    row.getInt("attempts") >= ATTEMPTS))
        .optional();
  }

  void sent(StaffNoticeId id) {
    settle(id, StaffNoticeState.SENT, "");
  }

  void failed(StaffNoticeId id, String reason) {
    settle(id, StaffNoticeState.FAILED, reason);
  }

  void notSent(StaffNoticeId id, String reason) {
    settle(id, StaffNoticeState.NOT_SENT, reason);
  }

  /** It stays queued until it is due again. */
  void later(StaffNoticeId id, String reason) {
    jdbc.sql("update staff_notice set reason = ? where id = ?").params(reason, id.value()).update();
  }

  private void settle(StaffNoticeId id, StaffNoticeState state, String reason) {
    jdbc.sql(
            """
            update staff_notice set state = ?, reason = nullif(?, ''), settled_at = ?
            where id = ? and state = 'QUEUED'""")
        .params(state.name(), reason, Timestamp.from(clock.instant()), id.value())
        .update();
  }
}
