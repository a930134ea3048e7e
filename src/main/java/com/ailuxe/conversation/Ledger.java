package com.ailuxe.conversation;

import com.ailuxe.conversation.LateStarts.Cause;
import com.ailuxe.conversation.LateStarts.Late;
import com.ailuxe.conversation.LedgerTotals.Settled;
import com.ailuxe.shared.ConversationId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
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

  private static final String OPEN =
      Arrays.stream(TurnState.values())
          .filter(TurnState::isOpen)
          .map("'%s'"::formatted)
          .collect(Collectors.joining(", "));

  /** What the view calls all messages, whatever state they are in. */
  private static final String RECEIVED = "RECEIVED";

  private static final Logger log = LoggerFactory.getLogger(Ledger.class);

  private final JdbcClient jdbc;
  private final ConversationStore conversations;
  private final ConversationProperties properties;
  private final Clock clock;

  Ledger(
      JdbcClient jdbc,
      ConversationStore conversations,
      ConversationProperties properties,
      Clock clock) {
    this.jdbc = jdbc;
    this.conversations = conversations;
    this.properties = properties;
    this.clock = clock;
  }

  LedgerTotals totals() {
    var received = 0L;
    var open = 0L;
    var settled = new HashMap<Settled, Long>();
    for (var row : jdbc.sql("select * from message_ledger").query(Row.class).list()) {
      if (row.outcome().equals(RECEIVED)) {
        received = row.messages();
      } else if (row.state() == InboxState.OPEN) {
        open = row.messages();
      } else {
        settled.put(row.settled(), row.messages());
      }
    }
    return new LedgerTotals(received, settled, open, notStarted(), waitingInTheOutbox());
  }

  private record Row(String outcome, @Nullable String reason, long messages) {
    InboxState state() {
      return InboxState.valueOf(outcome);
    }

    Settled settled() {
      return new Settled(state(), Objects.requireNonNullElse(reason, ""));
    }
  }

  /** What nobody has begun with since longer than it may take. */
  LateStarts lateStarts() {
    return LateStarts.of(
        jdbc.sql(
                """
                with late as (
                  select distinct on (i.conversation_id)
                    i.conversation_id, i.message_id, i.received_at, i.announced_at
                  %s and i.received_at < ?
                  order by i.conversation_id, i.received_at)
                select conversation_id, received_at,
                  exists (
                    select from turn t join message m on m.turn_id = t.id
                    where t.id > late.message_id and m.id > late.message_id
                      and m.direction = 'INBOUND' and t.conversation_id <> late.conversation_id)
                    as overtaken,
                  case
                    when exists (
                      select from turn t where t.conversation_id = late.conversation_id
                        and t.state in (%s)) then 'OPEN_TURN'
                    when exists (
                      select from conversation c where c.id = late.conversation_id
                        and c.not_begun_at >= late.received_at) then 'FAILED'
                    when announced_at is not null and exists (
                      select from turn t where t.conversation_id = late.conversation_id)
                      then 'TAKEN'
                    else 'UNKNOWN' end as cause
                from late order by received_at"""
                    .formatted(NOT_STARTED, OPEN))
            .param(Timestamp.from(clock.instant().minus(properties.startWithin())))
            .query(
                (row, index) ->
                    new Late(
                        new ConversationId(row.getObject("conversation_id", UUID.class)),
                        row.getTimestamp("received_at").toInstant(),
                        row.getBoolean("overtaken"),
                        Cause.valueOf(row.getString("cause"))))
            .list());
  }

  /** Keeps what stands still by itself apart from what nobody is there for. */
  @EventListener
  void notBegun(TurnNotBegun failure) {
    try {
      conversations.standsStill(failure.conversation(), clock.instant());
    } catch (DataAccessException e) {
      log.warn("It is not noted that {} stands still", failure.conversation(), e);
    }
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
