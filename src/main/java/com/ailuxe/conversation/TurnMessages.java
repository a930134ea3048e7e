package com.ailuxe.conversation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which messages of a contact belong to which turn, and how they are settled. */
@Component
class TurnMessages {
  private final JdbcClient jdbc;
  private final Clock clock;

  TurnMessages(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether there are messages that no turn has claimed. */
  boolean areWaiting(ConversationId id) {
    return jdbc.sql(
            """
            select exists (
              select from inbox i join message m on m.id = i.message_id
              where i.conversation_id = ? and i.state = 'OPEN' and m.turn_id is null)""")
        .param(id.value())
        .query(Boolean.class)
        .single();
  }

  /** The turn takes up all that wait. */
  void claim(ConversationId id, TurnId turn) {
    jdbc.sql(
            """
            update message set turn_id = ? where turn_id is null and id in (
              select message_id from inbox where conversation_id = ? and state = 'OPEN')""")
        .params(turn.value(), id.value())
        .update();
  }

  /** They wait for the next turn. */
  void release(TurnId turn) {
    jdbc.sql("update message set turn_id = null where turn_id = ? and direction = 'INBOUND'")
        .param(turn.value())
        .update();
  }

  /** Those that the contact sent later wait for the next turn. */
  void releaseSentAfter(TurnId turn, Instant then) {
    jdbc.sql(
            """
            update message set turn_id = null
            where turn_id = ? and direction = 'INBOUND' and occurred_at > ?""")
        .params(turn.value(), Timestamp.from(then))
        .update();
  }

  /** Those that no reply of the concierge speaks to wait for the next turn. */
  void releaseUnanswered(TurnId turn) {
    jdbc.sql(
            """
            update message set turn_id = null
            where turn_id = :turn and direction = 'INBOUND' and sequence > coalesce((
              select max(answer.sequence) from message answer
              join outbox o on o.message_id = answer.id
              where answer.turn_id = :turn and o.draft_epoch is not null
                and o.state <> 'WITHDRAWN'), 0)""")
        .param("turn", turn.value())
        .update();
  }

  boolean anyIn(TurnId turn) {
    return jdbc.sql(
            "select exists (select from message where turn_id = ? and direction = 'INBOUND')")
        .param(turn.value())
        .query(Boolean.class)
        .single();
  }

  void settle(TurnId turn, String state, @Nullable String reason) {
    jdbc.sql(
            """
            update inbox set state = ?, reason = ?, settled_at = ?
            where state = 'OPEN' and message_id in (
              select id from message where turn_id = ? and direction = 'INBOUND')""")
        .params(state, reason, Timestamp.from(clock.instant()), turn.value())
        .update();
  }

  /**
   * Replies that do not leave any more answered nothing: what they were to answer waits again,
   * where nothing was carried out for it.
   *
   * @return whether anything waits again
   */
  boolean reopen(List<UUID> replies) {
    return jdbc.sql(
                """
                with void as (
                  update turn set state = 'VOID', answered_at = null, version = version + 1
                  where state = 'ANSWERED' and id in (
                    select m.turn_id from message m join outbox o on o.message_id = m.id
                    where o.message_id in (:replies) and o.reopens)
                  returning id),
                opened as (
                  update inbox set state = 'OPEN', reason = null, settled_at = null
                  where state = 'ANSWERED' and message_id in (
                    select m.id from message m join void on void.id = m.turn_id
                    where m.direction = 'INBOUND'))
                update message set turn_id = null from void
                where turn_id = void.id and direction = 'INBOUND'""")
            .param("replies", replies)
            .update()
        > 0;
  }
}
