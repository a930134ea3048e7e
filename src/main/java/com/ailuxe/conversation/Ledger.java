package com.ailuxe.conversation;

import com.ailuxe.conversation.LedgerTotals.Settled;
import java.time.Instant;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What became of all that contacts wrote: received = answered + handed over + ignored + open. The
 * database keeps it, in the transaction that changes a message. What is asked here costs as much as
 * is open, not as much as is stored.
 *
 * <p>Answered, or handed over, is what has its answer in the outbox, or was done without words; how
 * far that answer got is the outbox's to tell.
 */
@Component
class Ledger {
  /** Not a join: each open message is looked up by its key, whatever the planner believes. */
  private static final String NOT_STARTED =
      """
      from inbox i
      where i.state = 'OPEN' and (select m.turn_id from message m where m.id = i.message_id) is null""";

  private final JdbcClient jdbc;

  Ledger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  LedgerTotals totals() {
    var received = 0L;
    var open = 0L;
    var settled = new HashMap<Settled, Long>();
    for (var row : jdbc.sql("select * from message_ledger").query(Row.class).list()) {
      switch (row.outcome()) {
        case "RECEIVED" -> received = row.messages();
        case "OPEN" -> open = row.messages();
        default -> settled.put(row.settled(), row.messages());
      }
    }
    return new LedgerTotals(received, settled, open, notStarted(), waitingInTheOutbox());
  }

  private record Row(String outcome, @Nullable String reason, long messages) {
    Settled settled() {
      return new Settled(outcome, Objects.requireNonNullElse(reason, ""));
    }
  }

  /** When the oldest message was received that nobody has begun to answer. */
  Optional<Instant> oldestNotStarted() {
    return jdbc.sql("select i.received_at %s order by i.received_at limit 1".formatted(NOT_STARTED))
        .query((row, index) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  /** Puts the entries together that count the same. No total changes by it. */
  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
  void putTogether() {
    jdbc.sql(
            """
            with entry as (delete from message_tally returning outcome, reason, messages)
            insert into message_tally (outcome, reason, messages)
            select outcome, reason, sum(messages) from entry group by outcome, reason""")
        .update();
  }

  private long notStarted() {
    return count("select count(*) " + NOT_STARTED);
  }

  private long waitingInTheOutbox() {
    return count("select count(*) from outbox where state in ('QUEUED', 'SENDING')")
        + count("select count(*) from outbox where state = 'WAITING_FOR_TEMPLATE'");
  }

  private long count(String query) {
    return jdbc.sql(query).query(Long.class).single();
  }
}
