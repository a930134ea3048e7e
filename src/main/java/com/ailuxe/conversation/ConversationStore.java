package com.ailuxe.conversation;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.DecisionId;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.Identity;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.TurnId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of the conversations. Nobody else writes them, and all do so in SQL: a message that
 * comes in changes its conversation in the statement that adds it.
 */
@Component
class ConversationStore {
  private final JdbcClient jdbc;
  private final ConversationNews news;
  private final Clock clock;

  ConversationStore(JdbcClient jdbc, Clock clock, ConversationNews news) {
    this.news = news;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The conversation as it is now; empty when there is none. */
  Optional<Conversation> find(ConversationId id) {
    return jdbc.sql("select * from conversation where id = ?")
        .param(id.value())
        .query((row, index) -> new Conversation(row))
        .optional();
  }

  /**
   * Serialises everything that decides about a conversation's turn, until the transaction ends.
   *
   * @return empty when there is no such conversation
   */
  Optional<Conversation> lock(ConversationId id) {
    return jdbc.sql("select * from conversation where id = ? for no key update")
        .param(id.value())
        .query((row, index) -> new Conversation(row))
        .optional();
  }

  /**
   * Locks it as {@link #lock} does.
   *
   * @throws NoSuchElementException when there is no such conversation
   */
  Conversation locked(ConversationId id) {
    return lock(id).orElseThrow(() -> new NoSuchElementException("No conversation " + id));
  }

  /** Locks that of a turn, without reading the turn before it is safe to. */
  Optional<Conversation> lockOf(TurnId turn) {
    return jdbc.sql(
            """
            select * from conversation where id = (select conversation_id from turn where id = ?)
            for no key update""")
        .param(turn.value())
        .query((row, index) -> new Conversation(row))
        .optional();
  }

  /** Begins one with a contact on an account, unless there is one. */
  void begin(
      AgencyId agency, ContactId contact, Channel channel, String account, Identity recipient) {
    jdbc.sql(
            """
            insert into conversation (id, agency_id, contact_id, channel, account_id, recipient_kind,
              recipient_value, handler, epoch, created_at, version)
            values (?, ?, ?, ?, ?, ?, ?, 'CONCIERGE', 0, ?, 0)
            on conflict (agency_id, contact_id, channel, account_id) do nothing""")
        .params(
            UUID.randomUUID(),
            agency.value(),
            contact.value(),
            channel.name(),
            account,
            recipient.kind().name(),
            recipient.value(),
            Timestamp.from(clock.instant()))
        .update();
  }

  /**
   * The part of a statement in which a conversation takes up the message of its new entry.
   *
   * @param entry where the {@code conversation_id} is found
   * @param ofContact whether the contact is reached where that came from; the newest counts, in
   *     whatever order they are reported
   */
  static String takesUp(String entry, boolean ofContact) {
    return """
    update conversation c
    set recipient_kind = case when %1$s then :recipientKind else c.recipient_kind end,
      recipient_value = case when %1$s then :recipient else c.recipient_value end,
      recipient_at = case when %1$s then :sentAt::timestamptz else c.recipient_at end,
      last_inbound_at = greatest(c.last_inbound_at, :wroteAt::timestamptz),
      epoch = c.epoch + :newer
    from %2$s where c.id = %2$s.conversation_id
    returning c.id, c.epoch"""
        .formatted(
            ofContact
                ? "(c.recipient_at is null or c.recipient_at <= :sentAt::timestamptz)"
                : "false",
            entry);
  }

  /** Keeps who answers, and the epoch, of one that is locked. */
  void keep(Conversation conversation) {
    jdbc.sql(
            """
            update conversation set handler = ?, handler_since = ?, handler_name = ?,
              handler_decision_id = ?, epoch = ?, version = version + 1
            where id = ?""")
        .param(conversation.handler().name())
        .param(conversation.handlerSince().map(Timestamp::from).orElse(null))
        .param(conversation.handlerName().orElse(null))
        .param(conversation.handlerDecision().map(DecisionId::value).orElse(null))
        .param(conversation.epoch())
        .param(conversation.profile().id().value())
        .update();
    news.changed(conversation.profile().agencyId(), conversation.profile().id());
  }

  /**
   * Drafts of before are out of date.
   *
   * @return the epoch from now on
   */
  long outdate(ConversationId id) {
    return jdbc.sql("update conversation set epoch = epoch + 1 where id = ? returning epoch")
        .param(id.value())
        .query(Long.class)
        .single();
  }

  /** The contact reads that an automatic concierge answers. */
  void disclosed(ConversationId id) {
    jdbc.sql(
            """
            update conversation set ai_disclosed_at = coalesce(ai_disclosed_at, ?) where id = ?""")
        .params(Timestamp.from(clock.instant()), id.value())
        .update();
  }

  /** Nothing that leaves tells the contact so any more, where that is so. */
  void undisclosed(ConversationId id) {
    jdbc.sql(
            """
            update conversation set ai_disclosed_at = null
            where id = :id and not exists (
              select from outbox where conversation_id = :id and state <> 'WITHDRAWN'
                and (draft_epoch is not null or idempotency_key like :holding))""")
        .param("id", id.value())
        .param("holding", Outbox.HOLDING_LINE + "%")
        .update();
  }

  /** It is known that nothing begins there by itself. */
  void standsStill(ConversationId id, Instant at) {
    jdbc.sql("update conversation set not_begun_at = ? where id = ?")
        .params(Timestamp.from(at), id.value())
        .update();
  }

  /** Who took over has become known. */
  void signed(DecisionId decision, String name) {
    jdbc.sql(
            """
            update conversation set handler_name = ?, version = version + 1
            where handler_decision_id = ?""")
        .params(name, decision.value())
        .update();
  }
}
