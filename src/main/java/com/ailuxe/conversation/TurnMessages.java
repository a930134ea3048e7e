package com.ailuxe.conversation;

import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.Identifier;
import com.ailuxe.shared.MessageId;
import com.ailuxe.shared.TurnId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which messages of a contact belong to which turn, and how they are settled. */
@Component
class TurnMessages {
  private final TurnRepository turns;
  private final InboxEntries entries;
  private final MessageStore messages;
  private final JdbcClient jdbc;

  TurnMessages(TurnRepository turns, InboxEntries entries, MessageStore messages, JdbcClient jdbc) {
    this.turns = turns;
    this.entries = entries;
    this.messages = messages;
    this.jdbc = jdbc;
  }

  /** Whether there are messages that no turn has claimed. */
  boolean areWaiting(ConversationId id) {
    return areWaiting(id, "");
  }

  /** Whether words wait, pressed buttons apart: those are never answered together with words. */
  boolean wordsAreWaiting(ConversationId id) {
    return areWaiting(id, "and m.button_payload is null");
  }

  private boolean areWaiting(ConversationId id, String which) {
    return jdbc.sql(
            """
            select exists (
              select from inbox i join message m on m.id = i.message_id
              where i.conversation_id = ? and i.state = 'OPEN' and m.turn_id is null %s)"""
                .formatted(which))
        .param(id.value())
        .query(Boolean.class)
        .single();
  }

  /** The payload of the button that was pressed first, of those that wait. */
  Optional<String> firstPress(ConversationId id) {
    return jdbc.sql(
            """
            select m.button_payload from inbox i join message m on m.id = i.message_id
            where i.conversation_id = ? and i.state = 'OPEN' and m.turn_id is null
              and m.button_payload is not null
            order by m.occurred_at, m.sequence limit 1""")
        .param(id.value())
        .query(String.class)
        .optional();
  }

  /** Whether the contact has read since they wrote this that a person will answer. */
  boolean isHeld(TurnId turn) {
    return heldBy(turn).isPresent();
  }

  /** The words by which the contact has read, since this turn began, that a person will answer. */
  Optional<MessageId> heldBy(TurnId turn) {
    return jdbc.sql(
            """
            select m.id from outbox o join message m on m.id = o.message_id
            where o.conversation_id = (select conversation_id from turn where id = :turn)
              and o.state <> 'WITHDRAWN' and o.idempotency_key like :holding
              and m.sequence > (
                select min(sequence) from message where turn_id = :turn and direction = 'INBOUND')
            order by m.sequence desc limit 1""")
        .param("turn", turn.value())
        .param("holding", Outbox.HOLDING_LINE + "%")
        .query(UUID.class)
        .optional()
        .map(MessageId::new);
  }

  /**
   * Whether the contact has read that a person will answer, the concierge's reply in this turn
   * counted.
   */
  boolean hasReadOfAPerson(TurnId turn) {
    return jdbc.sql(
            """
            select exists (
              select from outbox o join message m on m.id = o.message_id
              where o.conversation_id = (select conversation_id from turn where id = :turn)
                and o.state <> 'WITHDRAWN' and m.author = 'CONCIERGE'
                and (o.idempotency_key like :holding or m.turn_id = :turn)
                and m.sequence > (
                  select min(sequence) from message where turn_id = :turn and direction = 'INBOUND'))""")
        .param("turn", turn.value())
        .param("holding", Outbox.HOLDING_LINE + "%")
        .query(Boolean.class)
        .single();
  }

  /** When a person of the agency wrote last, if any did. */
  Optional<Instant> personWroteAt(ConversationId id) {
    return jdbc.sql(
            """
            select occurred_at from message
            where conversation_id = ? and author = 'PERSON'
            order by occurred_at desc limit 1""")
        .param(id.value())
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  boolean anyIn(TurnId turn) {
    return jdbc.sql(
            "select exists (select from message where turn_id = ? and direction = 'INBOUND')")
        .param(turn.value())
        .query(Boolean.class)
        .single();
  }

  void settle(TurnId turn, InboxState state, @Nullable String reason) {
    entries.settle(turn, state, reason);
  }

  /**
   * Replies that do not leave any more answered nothing: what they were to answer waits again,
   * where nothing was carried out for it.
   *
   * @return whether anything waits again
   */
  boolean reopen(List<MessageId> replies) {
    var outdated =
        turns.findAllById(
            jdbc.sql(
                    """
                    select distinct m.turn_id from message m join outbox o on o.message_id = m.id
                    where o.message_id in (:replies) and o.reopens and m.turn_id is not null""")
                .param("replies", Identifier.valuesOf(replies))
                .query(UUID.class)
                .list());
    var reopened = outdated.stream().filter(Turn::reopened).map(Turn::id).toList();
    if (reopened.isEmpty()) {
      return false;
    }
    entries.reopen(reopened);
    return messages.release(reopened);
  }
}
