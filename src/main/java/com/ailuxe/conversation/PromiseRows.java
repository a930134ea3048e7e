package com.ailuxe.conversation;

import com.ailuxe.agency.DecisionId;
import com.ailuxe.agency.Signature;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.Identifier;
import com.ailuxe.shared.MessageId;
import com.ailuxe.shared.TimeOrderedUuid;
import com.ailuxe.shared.TurnId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is promised and how it ends, written with the words that make it so. */
@Component
class PromiseRows {
  private final JdbcClient jdbc;
  private final ConversationProperties properties;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PromiseRows(
      JdbcClient jdbc,
      ConversationProperties properties,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.events = events;
    this.clock = clock;
  }

  /** The message says so; of each message it is noted once. */
  void made(MessageId message, @Nullable TurnId turn, String said) {
    var facts = new HashMap<String, @Nullable Object>();
    facts.put("message", message.value());
    facts.put("turn", Identifier.valueOf(turn));
    facts.put("said", said);
    owed(
        """
        select :id, agency_id, conversation_id, id, :turn::uuid, :said, :now, :due, false
        from message where id = :message""",
        facts);
  }

  /** The message says so, if its words do. */
  void madeBy(MessageId message, @Nullable TurnId turn, @Nullable String text) {
    if (text != null) {
      PromisingWords.in(text).ifPresent(said -> made(message, turn, said));
    }
  }

  /** A person wrote to the contact: what was promised until then is kept. */
  void answered(ConversationId conversation, Signature by, Instant at) {
    ended(
        jdbc.sql(
                """
                update promise
                set ended_at = ?, ended_how = 'ANSWERED', ended_by = ?, ended_decision = ?
                where conversation_id = ? and ended_at is null and made_at <= ? returning id""")
            .param(Timestamp.from(clock.instant()))
            .param(by.name())
            .param(Identifier.valueOf(by.decision()))
            .param(conversation.value())
            .param(Timestamp.from(at))
            .query(PromiseRows::id)
            .list());
  }

  /**
   * The words do not get to the contact, so a person says them in another way; of several messages
   * to one contact it is noted once. What is of use until an instant only, and a line that says
   * that a person will answer, is none: with the one it is too late, and the other has a task.
   */
  void undelivered(MessageId message) {
    owed(
        """
        select :id, m.agency_id, m.conversation_id, m.id, m.turn_id, coalesce(m.text, 'a file'),
          :now, :due, true
        from message m join outbox o on o.message_id = m.id
        where m.id = :message and o.expires_at is null and o.idempotency_key not like :holding""",
        Map.of("message", message.value(), "holding", Outbox.HOLDING_LINE + "%"));
  }

  /**
   * @param row what is owed, with {@code :id}, {@code :now} and {@code :due}
   */
  private void owed(String row, Map<String, ?> facts) {
    var id = new PromiseId(TimeOrderedUuid.next());
    var now = clock.instant();
    var dueAt = now.plus(properties.promiseWithin());
    jdbc.sql(
            """
            insert into promise (id, agency_id, conversation_id, message_id, turn_id, said, made_at,
              due_at, undelivered)
            %s
            on conflict do nothing
            returning conversation_id"""
                .formatted(row))
        .params(facts)
        .param("id", id.value())
        .param("now", Timestamp.from(now))
        .param("due", Timestamp.from(dueAt))
        .query(UUID.class)
        .optional()
        .ifPresent(
            conversation ->
                events.publishEvent(new PromiseMade(id, new ConversationId(conversation), dueAt)));
  }

  /** The words did not leave. */
  void withdrawn(List<MessageId> messages) {
    endedBy(messages, PromiseEnd.WITHDRAWN, "true");
  }

  /** What did not get to the contact is on its way after all; what its words promise is owed. */
  void sentAfterAll(List<MessageId> messages) {
    endedBy(messages, PromiseEnd.SENT, "undelivered");
  }

  private void endedBy(List<MessageId> messages, PromiseEnd how, String which) {
    if (messages.isEmpty()) {
      return;
    }
    ended(
        jdbc.sql(
                """
                update promise set ended_at = :now, ended_how = :how
                where message_id in (:messages) and ended_at is null and %s returning id"""
                    .formatted(which))
            .param("now", Timestamp.from(clock.instant()))
            .param("how", how.name())
            .param("messages", Identifier.valuesOf(messages))
            .query(PromiseRows::id)
            .list());
  }

  /**
   * @return false where it had ended before
   */
  boolean end(PromiseId id, PromiseEnd how, Signature by) {
    var ended =
        jdbc.sql(
                """
                update promise set ended_at = ?, ended_how = ?, ended_by = ?, ended_decision = ?
                where id = ? and ended_at is null returning id""")
            .param(Timestamp.from(clock.instant()))
            .param(how.name())
            .param(by.name())
            .param(Identifier.valueOf(by.decision()))
            .param(id.value())
            .query(PromiseRows::id)
            .list();
    ended(ended);
    return !ended.isEmpty();
  }

  /** Who ended one has become known. */
  void signed(DecisionId decision, String name) {
    jdbc.sql("update promise set ended_by = ? where ended_decision = ?")
        .params(name, decision.value())
        .update();
  }

  private void ended(List<PromiseId> promises) {
    promises.forEach(id -> events.publishEvent(new PromiseKept(id)));
  }

  private static PromiseId id(ResultSet row, int index) throws SQLException {
    return new PromiseId(row.getObject("id", UUID.class));
  }
}
