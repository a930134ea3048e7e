package com.ailuxe.conversation;

import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AuditTrail;
import com.ailuxe.agency.Signature;
import com.ailuxe.conversation.PromiseContent.Undelivered;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What contacts were promised that one of us will do, until it is done: each is noted in the
 * transaction in which the words are queued, and ends when a person has written to the contact or
 * says that it is done. Every verb may be called twice with the same outcome.
 */
@Service
@Transactional
public class Promises {
  private static final int LAST_LINES = 8;

  private final ConversationStore conversations;
  private final TurnRepository turns;
  private final PromiseRows rows;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Promises(
      ConversationStore conversations,
      TurnRepository turns,
      PromiseRows rows,
      Outbox outbox,
      AuditTrail audit,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      Clock clock) {
    this.conversations = conversations;
    this.turns = turns;
    this.rows = rows;
    this.outbox = outbox;
    this.audit = audit;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @throws NoSuchElementException when there is no such promise
   */
  @Transactional(readOnly = true)
  public PromiseContent content(PromiseId id) {
    return jdbc.sql(
            """
            select p.*, o.state as sent, o.reason from promise p
            left join outbox o on o.message_id = p.message_id
            where p.id = ?""")
        .param(id.value())
        .query((row, index) -> content(id, row))
        .optional()
        .orElseThrow(() -> new NoSuchElementException("No promise " + id));
  }

  /**
   * What has been owed for longer than this, the longest overdue first.
   *
   * @param atMost so many
   */
  @Transactional(readOnly = true)
  public List<PromiseMade> owedFor(Duration longer, int atMost) {
    return jdbc.sql(
            """
            select id, conversation_id, due_at from promise
            where ended_at is null and made_at < ? order by due_at limit ?""")
        .params(Timestamp.from(clock.instant().minus(longer)), atMost)
        .query(
            (row, index) ->
                new PromiseMade(
                    new PromiseId(row.getObject("id", UUID.class)),
                    new ConversationId(row.getObject("conversation_id", UUID.class)),
                    row.getTimestamp("due_at").toInstant()))
        .list();
  }

  /**
   * Puts a person's own words into the outbox, whatever was written since; the concierge goes on
   * answering. They keep this promise; what else was promised to this contact stays owed.
   *
   * @param idempotencyKey the same key sends once
   */
  public void answer(PromiseId id, String text, Actor person, String idempotencyKey) {
    var conversation = lockedConversationOf(id);
    var profile = conversation.profile();
    if (outbox.queuedAs(idempotencyKey).isPresent()) {
      return;
    }
    var by = audit.sign(profile.agencyId(), person);
    conversation.personWrote();
    conversations.keep(conversation);
    outbox.withdrawDrafts(conversation, "a person wrote");
    rows.end(id, PromiseEnd.ANSWERED, by);
    var message =
        outbox.queue(
            QueuedMessage.ofPerson(
                profile.id(), OutboundContent.text(text), null, idempotencyKey, by));
    rows.madeBy(message, null, text);
    audit(profile, by, PromiseEnd.ANSWERED, null);
    if (turns.openIn(profile.id()).isPresent()) {
      events.publishEvent(new TurnOutdated(profile.id(), "epoch/" + conversation.epoch()));
    }
  }

  /** A person says that it is done, or not owed any more. */
  public void end(PromiseId id, PromiseEnd how, Actor person, @Nullable String note) {
    var conversation = lockedConversationOf(id).profile();
    var by = audit.sign(conversation.agencyId(), person);
    if (rows.end(id, how, by)) {
      audit(conversation, by, how, note);
    }
  }

  private Conversation lockedConversationOf(PromiseId id) {
    return jdbc.sql("select conversation_id from promise where id = ?")
        .param(id.value())
        .query(UUID.class)
        .optional()
        .map(conversation -> conversations.locked(new ConversationId(conversation)))
        .orElseThrow(() -> new NoSuchElementException("No promise " + id));
  }

  private void audit(
      ConversationProfile conversation, Signature by, PromiseEnd how, @Nullable String note) {
    audit.record(
        conversation.agencyId(),
        by,
        how == PromiseEnd.NOT_NEEDED ? "promise.dropped" : "promise.kept",
        "conversation",
        conversation.id(),
        note);
  }

  private PromiseContent content(PromiseId id, ResultSet row) throws SQLException {
    var conversation = new ConversationId(row.getObject("conversation_id", UUID.class));
    var end = row.getString("ended_how");
    return new PromiseContent(
        id,
        conversations.find(conversation).orElseThrow().profile(),
        row.getString("said"),
        undelivered(row),
        row.getTimestamp("made_at").toInstant(),
        row.getTimestamp("due_at").toInstant(),
        asked(new MessageId(row.getObject("message_id", UUID.class))),
        lines(conversation),
        Optional.ofNullable(end).map(PromiseEnd::valueOf));
  }

  /** Words that a person said on the phone are in no outbox. */
  private static Optional<Undelivered> undelivered(ResultSet row) throws SQLException {
    var reason = row.getString("reason");
    return Optional.ofNullable(row.getString("sent"))
        .map(DeliveryState::valueOf)
        .filter(EnumSet.of(DeliveryState.WAITING_FOR_TEMPLATE, DeliveryState.FAILED)::contains)
        .map(state -> new Undelivered(state, Objects.requireNonNullElse(reason, "")));
  }

  /** What the words answered; else what the contact had written last. */
  private List<TranscriptLine> asked(MessageId message) {
    return jdbc.sql(
            """
            with made as (select conversation_id, turn_id, sequence from message where id = :message),
            answered as (
              select m.id from message m join made on m.turn_id = made.turn_id
              where m.direction = 'INBOUND'),
            last_one as (
              select m.id from message m join made on m.conversation_id = made.conversation_id
              where m.direction = 'INBOUND' and m.sequence < made.sequence
                and not exists (select from answered)
              order by m.sequence desc limit 1)
            select %s from message m %s
            where m.id in (select id from answered union all select id from last_one)
            order by m.sequence"""
                .formatted(MessageText.COLUMNS, MessageText.QUOTED))
        .param("message", message.value())
        .query((row, index) -> MessageText.line(row))
        .list();
  }

  private List<TranscriptLine> lines(ConversationId conversation) {
    return MessageText.last(
        jdbc,
        LAST_LINES,
        "m.conversation_id = ? and " + MessageText.NOT_WITHDRAWN,
        conversation.value());
  }
}
