package com.ailuxe.conversation;

import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.AuditTrail;
import com.ailuxe.agency.Signature;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.Identifier;
import com.ailuxe.shared.MessageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sends of unknown outcome: nobody can say whether the provider took them. A person sees and
 * settles them. The provider's word comes first: a decision that is later than that changes
 * nothing.
 */
@Service
@Transactional
public class UnknownSends {
  private static final int TRANSCRIPT_LINES = 6;

  /** Why a row o of the outbox need not go any more, if so. */
  private static final String USELESS =
      "coalesce(o.withdrawal, case when o.expires_at <= :now then o.expiry_reason end)";

  private final Conversations conversations;
  private final SendReports reports;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  UnknownSends(
      Conversations conversations,
      SendReports reports,
      AuditTrail audit,
      JdbcClient jdbc,
      Clock clock) {
    this.conversations = conversations;
    this.reports = reports;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @throws NoSuchElementException when it is no message of ours
   */
  @Transactional(readOnly = true)
  public UnknownSend of(MessageId id) {
    return jdbc.sql(
            """
            select o.conversation_id, m.sequence, %s, a.file_name, o.attempts, o.tried_at,
              o.reason, %s as useless
            from outbox o
            join message m on m.id = o.message_id
            %s
            left join attachment a on a.message_id = o.message_id
            where o.message_id = :id"""
                .formatted(MessageText.COLUMNS, USELESS, MessageText.QUOTED))
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id.value())
        .query((row, index) -> send(row))
        .optional()
        .orElseThrow(() -> unknown(id));
  }

  /**
   * Carries out what a person decided, unless the message was settled before.
   *
   * @param note in the person's words, if any
   * @param idempotencyKey the same key decides once; whoever asks again gets what came of it
   * @throws NoSuchElementException when it is no message of ours
   */
  public UnknownSendOutcome resolve(
      SendAttempt attempt,
      UnknownSendDecision decision,
      Actor actor,
      @Nullable String note,
      String idempotencyKey) {
    var send = lock(attempt.messageId());
    var by = audit.sign(send.agency(), actor);
    return outcomeOf(idempotencyKey)
        .orElseGet(
            () -> {
              var outcome = decide(send, attempt, decision, by, note);
              keep(send, attempt, outcome, by, idempotencyKey);
              return outcome;
            });
  }

  /**
   * Announces those that were not announced yet, as they were left when nobody listened.
   *
   * @param atMost so many at once
   */
  public void announceTheRest(int atMost) {
    reports.announceTheRest(atMost);
  }

  private UnknownSendOutcome decide(
      Locked send,
      SendAttempt attempt,
      UnknownSendDecision decision,
      Signature by,
      @Nullable String note) {
    if (!send.isUnknown(attempt)) {
      return overtaken(send, decision, by, "it was " + send.state() + " by then", note);
    }
    if (decision == UnknownSendDecision.SEND_AGAIN && send.useless() != null) {
      reports.settled(attempt, DeliveryState.WITHDRAWN, send.useless());
      return overtaken(send, decision, by, "not needed any more: " + send.useless(), note);
    }
    reports.settled(attempt, decision.state(), decision.reason(by.text()));
    record(send, by, decision.fact(), note);
    return decision.outcome();
  }

  private UnknownSendOutcome overtaken(
      Locked send,
      UnknownSendDecision decision,
      Signature by,
      String obstacle,
      @Nullable String note) {
    var words = note == null ? "" : "; " + note;
    record(send, by, "message.decision-overtaken", decision + ", but " + obstacle + words);
    return UnknownSendOutcome.OVERTAKEN;
  }

  private void record(Locked send, Signature by, String fact, @Nullable String detail) {
    audit.record(send.agency(), by, fact, "message", send.id(), detail);
  }

  /** A message of ours that nobody else touches meanwhile. */
  private record Locked(
      MessageId id, AgencyId agency, DeliveryState state, int attempts, @Nullable String useless) {
    boolean isUnknown(SendAttempt attempt) {
      return state == DeliveryState.UNKNOWN && attempts == attempt.number();
    }
  }

  private Locked lock(MessageId id) {
    return jdbc.sql(
            """
            select o.agency_id, o.state, o.attempts, %s as useless
            from outbox o where o.message_id = :id for update"""
                .formatted(USELESS))
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id.value())
        .query(
            (row, index) ->
                new Locked(
                    id,
                    new AgencyId(row.getObject("agency_id", UUID.class)),
                    DeliveryState.valueOf(row.getString("state")),
                    row.getInt("attempts"),
                    row.getString("useless")))
        .optional()
        .orElseThrow(() -> unknown(id));
  }

  private Optional<UnknownSendOutcome> outcomeOf(String idempotencyKey) {
    return jdbc.sql("select outcome from unknown_send_decision where idempotency_key = ?")
        .param(idempotencyKey)
        .query(String.class)
        .optional()
        .map(UnknownSendOutcome::valueOf);
  }

  private void keep(
      Locked send,
      SendAttempt attempt,
      UnknownSendOutcome outcome,
      Signature by,
      String idempotencyKey) {
    jdbc.sql(
            """
            insert into unknown_send_decision
              (idempotency_key, message_id, agency_id, attempt, outcome, decided_at, decision_id)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .param(idempotencyKey)
        .param(send.id().value())
        .param(send.agency().value())
        .param(attempt.number())
        .param(outcome.name())
        .param(Timestamp.from(clock.instant()))
        .param(Identifier.valueOf(by.decision()))
        .update();
  }

  private UnknownSend send(ResultSet row) throws SQLException {
    var conversation = new ConversationId(row.getObject("conversation_id", UUID.class));
    var sequence = row.getLong("sequence");
    var triedAt = row.getTimestamp("tried_at");
    return new UnknownSend(
        conversations.profile(conversation),
        MessageText.line(row),
        row.getString("file_name"),
        row.getInt("attempts"),
        triedAt == null ? null : triedAt.toInstant(),
        row.getString("reason"),
        row.getString("useless"),
        lines(conversation, "<", sequence),
        lines(conversation, ">", sequence));
  }

  /**
   * @param side which lines, seen from the given one: {@code <} or {@code >}
   */
  private List<TranscriptLine> lines(ConversationId id, String side, long sequence) {
    return MessageText.last(
        jdbc,
        TRANSCRIPT_LINES,
        "m.conversation_id = ? and m.sequence %s ?".formatted(side),
        id.value(),
        sequence);
  }

  private static NoSuchElementException unknown(MessageId id) {
    return new NoSuchElementException("Not in the outbox: " + id);
  }
}
