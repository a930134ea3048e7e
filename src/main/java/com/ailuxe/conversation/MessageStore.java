package com.ailuxe.conversation;

import com.ailuxe.agency.DecisionId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.Identifier;
import com.ailuxe.shared.MessageId;
import com.ailuxe.shared.TurnId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of the messages: what was said, and which turn it is in. Nobody else writes them, and
 * all do so in SQL: a message is added by the statement that adds its row of the inbox or outbox.
 */
@Component
class MessageStore {
  private final JdbcClient jdbc;
  private final ConversationNews news;

  MessageStore(JdbcClient jdbc, ConversationNews news) {
    this.jdbc = jdbc;
    this.news = news;
  }

  /**
   * The part of a statement that adds a message that came in.
   *
   * @param thread where the {@code id} of its conversation is found
   */
  static String cameIn(String thread) {
    return """
    insert into message (id, agency_id, conversation_id, direction, author, type, text,
      button_payload, provider_id, quotes, quote, corrects, occurred_at, recorded_at)
    select :message, :agency, %1$s.id, :direction, :author, :type, :text, :button,
      :providerId, :quotes, :quote, :corrects::uuid, :sentAt::timestamptz, :now::timestamptz
    from %1$s"""
        .formatted(thread);
  }

  /**
   * The part of a statement that adds a message that is to go out.
   *
   * @param entry where the {@code agency_id} is found
   */
  static String goesOut(String entry) {
    return """
    insert into message (id, agency_id, conversation_id, turn_id, direction, author, type, text,
      occurred_at, recorded_at, person_name, person_decision)
    select :id, agency_id, :conversation, :turn, 'OUTBOUND', :author, :type, :text, :now, :now,
      :person, :decision
    from %s"""
        .formatted(entry);
  }

  /** It has become known whose words those of this decision are. */
  void signed(DecisionId decision, String name) {
    jdbc.sql("update message set person_name = ? where person_decision = ? returning id")
        .params(name, decision.value())
        .query((row, index) -> new MessageId(row.getObject(1, UUID.class)))
        .list()
        .forEach(news::changed);
  }

  /** It has other words from now on. */
  void reword(MessageId id, @Nullable String text) {
    jdbc.sql("update message set text = ? where id = ?").param(text).param(id.value()).update();
    news.changed(id);
  }

  /** Whoever wrote it has changed it, which counts unless a later change says otherwise. */
  void edit(MessageId id, @Nullable String text, Instant at) {
    jdbc.sql(
            """
            update message set text = :text, edited_at = :at
            where id = :id and coalesce(edited_at, occurred_at) <= :at""")
        .param("text", text)
        .param("at", Timestamp.from(at))
        .param("id", id.value())
        .update();
    news.changed(id);
  }

  /**
   * It, and what corrects it, is gone from the contact's phone: what nobody has answered is in no
   * turn any more.
   *
   * @return all that is gone
   */
  List<MessageId> takeBack(MessageId first, Instant at) {
    news.changed(first);
    return jdbc.sql(
            """
            update message m set taken_back_at = coalesce(taken_back_at, :at),
              turn_id = case
                when (select i.state from inbox i where i.message_id = m.id) = 'OPEN' then null
                else turn_id end
            where m.id = :first or m.corrects = :first
            returning m.id""")
        .param("at", Timestamp.from(at))
        .param("first", first.value())
        .query((row, index) -> new MessageId(row.getObject(1, UUID.class)))
        .list();
  }

  /**
   * It says what a reply would have said, and its own words then.
   *
   * @param lead what it says first
   */
  void sayWith(MessageId id, MessageId reply, String lead) {
    jdbc.sql(
            """
            update message m set turn_id = reply.turn_id, text = :lead || m.text
            from message reply where m.id = :id and reply.id = :reply""")
        .param("lead", lead)
        .param("id", id.value())
        .param("reply", reply.value())
        .update();
  }

  /** The turn takes up all that was written and waits. */
  void claimWords(ConversationId id, TurnId turn) {
    jdbc.sql(
            """
            update message set turn_id = ?
            where turn_id is null and button_payload is null and id in (
              select message_id from inbox where conversation_id = ? and state = 'OPEN')""")
        .params(turn.value(), id.value())
        .update();
  }

  /** The turn takes up each press of this button that waits. */
  void claimPresses(ConversationId id, TurnId turn, String payload) {
    jdbc.sql(
            """
            update message set turn_id = ?
            where turn_id is null and button_payload = ? and id in (
              select message_id from inbox where conversation_id = ? and state = 'OPEN')""")
        .params(turn.value(), payload, id.value())
        .update();
  }

  /** What one turn has claimed belongs to another one. */
  void move(TurnId from, TurnId to) {
    jdbc.sql("update message set turn_id = ? where turn_id = ? and direction = 'INBOUND'")
        .params(to.value(), from.value())
        .update();
  }

  /**
   * What these turns have claimed waits for the next one.
   *
   * @return whether there was anything
   */
  boolean release(List<TurnId> turns) {
    return jdbc.sql(
                """
                update message set turn_id = null
                where turn_id in (:turns) and direction = 'INBOUND'""")
            .param("turns", Identifier.valuesOf(turns))
            .update()
        > 0;
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
}
