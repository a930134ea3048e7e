package com.ailuxe.conversation;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.AuditTrail;
import com.ailuxe.agency.DecisionId;
import com.ailuxe.agency.Signature;
import com.ailuxe.conversation.InboundEvent.DeliveryReported;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes what became of a message: how each attempt to send it ended, and what the provider, or a
 * person where nobody else knows, says of it.
 */
@Service
@Transactional
public class SendReports {
  private static final Logger log = LoggerFactory.getLogger(SendReports.class);

  private final Outbox outbox;
  private final ConversationNews news;
  private final MessageStore messages;
  private final PromiseRows promises;
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SendReports(
      Outbox outbox,
      MessageStore messages,
      PromiseRows promises,
      JdbcClient jdbc,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock,
      ConversationNews news) {
    this.news = news;
    this.outbox = outbox;
    this.messages = messages;
    this.promises = promises;
    this.jdbc = jdbc;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The provider took the message and named it. Whatever became of it since this attempt began, the
   * contact has it: it is not sent again, and the name is kept. The row has room for the first
   * name; one that another attempt got goes on record.
   */
  public void accepted(SendAttempt attempt, String providerMessageId) {
    var id = attempt.messageId();
    advance(id, DeliveryState.ACCEPTED, clock.instant(), null, providerMessageId)
        .filter(row -> !providerMessageId.equals(row.providerMessageId()))
        .ifPresent(
            row ->
                audit.record(
                    row.agencyId(),
                    "system",
                    "message.accepted-again",
                    "message",
                    id,
                    "attempt %d as %s".formatted(attempt.number(), providerMessageId)));
  }

  /** The provider will not take this message. */
  public void refused(SendAttempt attempt, String reason) {
    if (isOpen(attempt, reason)) {
      advance(attempt.messageId(), DeliveryState.FAILED, clock.instant(), reason, null);
    }
  }

  /** Nothing was sent, or the provider asked to try later: back into the queue. */
  public void retryLater(SendAttempt attempt, Duration after, String reason) {
    putBack(attempt, DeliveryState.QUEUED, after, reason);
  }

  /**
   * The provider does not know the template, or not like this: it counts as rejected from now on,
   * and the message waits for one.
   */
  public void templateRefused(SendAttempt attempt, String reason) {
    if (putBack(attempt, DeliveryState.WAITING_FOR_TEMPLATE, Duration.ZERO, reason)) {
      saysItsOwnWords(attempt.messageId());
      if (outbox.stateOf(attempt.messageId()) == DeliveryState.WAITING_FOR_TEMPLATE) {
        promises.undelivered(attempt.messageId());
      }
      jdbc.sql(
              """
              update message_template t set state = 'REJECTED', reason = ? from outbox o
              where o.message_id = ? and t.agency_id = o.agency_id and t.stem = o.template_stem
                and t.language = o.template_language""")
          .params(reason, attempt.messageId().value())
          .update();
    }
  }

  private void saysItsOwnWords(MessageId id) {
    jdbc.sql(
            """
            update outbox new set free_text = null from outbox old
            where new.message_id = ? and old.message_id = new.message_id
              and old.free_text is not null
            returning old.free_text""")
        .param(id.value())
        .query(String.class)
        .optional()
        .ifPresent(text -> messages.reword(id, text));
  }

  /**
   * It did not leave: it waits in this state, or is withdrawn, if that was wanted meanwhile.
   *
   * @return whether it was this attempt's to tell
   */
  private boolean putBack(
      SendAttempt attempt, DeliveryState waiting, Duration after, String reason) {
    var id = attempt.messageId();
    var conversation = lockConversationOf(id);
    if (!isOpen(attempt, reason)) {
      return false;
    }
    var state =
        jdbc.sql(
                """
                update outbox set
                  state = case when withdrawal is null then ? else 'WITHDRAWN' end,
                  reason = coalesce(withdrawal, ?), lease_until = null,
                  not_before = now() + make_interval(secs => ?)
                where message_id = ? and state = 'SENDING'
                returning state""")
            .params(waiting.name(), reason, after.toMillis() / 1000.0, id.value())
            .query(String.class)
            .optional();
    if (state.filter(DeliveryState.WITHDRAWN.name()::equals).isPresent()) {
      outbox.takeBack(conversation, List.of(id));
    }
    return true;
  }

  /** Locks the conversation before the row of the outbox, as whoever lets the epoch grow does. */
  private ConversationId lockConversationOf(MessageId id) {
    return jdbc.sql(
            """
            select id from conversation
            where id = (select conversation_id from outbox where message_id = ?)
            for no key update""")
        .param(id.value())
        .query(UUID.class)
        .optional()
        .map(ConversationId::new)
        .orElseThrow(() -> new IllegalArgumentException("Not in the outbox: " + id));
  }

  /** The call broke off after the request may have left; it is never blindly repeated. */
  public void unknown(SendAttempt attempt, String reason) {
    if (isOpen(attempt, reason)) {
      advance(attempt.messageId(), DeliveryState.UNKNOWN, clock.instant(), reason, null);
    }
  }

  /**
   * Whether the attempt's end is still to be reported: none came after it, and neither the provider
   * nor a person has settled it. A process that stood still for longer than its lease reports too
   * late.
   */
  private boolean isOpen(SendAttempt attempt, String outcome) {
    var open =
        jdbc.sql(
                """
                select attempts = ? and state in ('SENDING', 'UNKNOWN') from outbox
                where message_id = ? for update""")
            .params(attempt.number(), attempt.messageId().value())
            .query(Boolean.class)
            .optional()
            .orElse(false);
    if (!open) {
      log.warn("Attempt {} was settled before it reported how it ended: {}", attempt, outcome);
    }
    return open;
  }

  /**
   * Merges what a provider reports, found by the provider's id or by the id that we sent along.
   *
   * @return false when it is about no message of ours
   */
  boolean report(DeliveryReported report) {
    var id =
        jdbc.sql("select message_id from outbox where channel = ? and provider_message_id = ?")
            .params(report.origin().channel().name(), report.providerMessageId())
            .query(UUID.class)
            .optional()
            .map(MessageId::new)
            .or(() -> sentAlong(report.callbackData()));
    id.ifPresent(
        messageId ->
            advance(
                messageId,
                report.state(),
                report.at(),
                report.error(),
                report.providerMessageId()));
    return id.isPresent();
  }

  /** Ours is a message's id; others may send along what they like. */
  private Optional<MessageId> sentAlong(@Nullable String callbackData) {
    try {
      return Optional.ofNullable(callbackData).map(MessageId::parse).flatMap(this::stored);
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private Optional<MessageId> stored(MessageId id) {
    return jdbc.sql("select message_id from outbox where message_id = ?")
        .param(id.value())
        .query(UUID.class)
        .optional()
        .map(MessageId::new);
  }

  /**
   * A row after a report.
   *
   * @param before its state until then
   * @param attempts 0 when it was never tried
   * @param providerMessageId null while the provider has not named it
   */
  private record Reported(
      MessageId id,
      DeliveryState before,
      AgencyId agencyId,
      ConversationId conversationId,
      int attempts,
      @Nullable String providerMessageId) {}

  /**
   * Notes what became of a message, and moves it on where it is not further already. In one
   * statement, as every message comes this way several times.
   *
   * @param providerMessageId kept when there is none yet; null when it is not known
   * @return empty when there is no such message
   */
  private Optional<Reported> advance(
      MessageId id,
      DeliveryState next,
      Instant at,
      @Nullable String reason,
      @Nullable String providerMessageId) {
    var reported =
        jdbc.sql(
                """
                with before as (
                  select message_id, state, state in (:movable) as moves
                  from outbox where message_id = :id for update)
                update outbox o set %s
                  provider_message_id = coalesce(o.provider_message_id, :name),
                  state = case when moves then :next else o.state end,
                  reason = case when moves then :reason else o.reason end,
                  lease_until = case when moves then null else o.lease_until end
                from before where o.message_id = before.message_id
                returning before.state as before, o.agency_id, o.conversation_id, o.attempts,
                  o.provider_message_id"""
                    .formatted(notedWith(next)))
            .param("movable", DeliveryState.before(next).stream().map(Enum::name).toList())
            .param("id", id.value())
            .param("at", Timestamp.from(at))
            .param("name", providerMessageId)
            .param("next", next.name())
            .param("reason", reason)
            .query(
                (row, index) ->
                    new Reported(
                        id,
                        DeliveryState.valueOf(row.getString("before")),
                        new AgencyId(row.getObject("agency_id", UUID.class)),
                        new ConversationId(row.getObject("conversation_id", UUID.class)),
                        row.getInt("attempts"),
                        row.getString("provider_message_id")))
            .optional();
    reported
        .filter(row -> row.before().canBecome(next))
        .ifPresent(
            row -> {
              news.changed(row.agencyId(), row.conversationId());
              tell(row, next);
            });
    return reported;
  }

  private void tell(Reported row, DeliveryState next) {
    if (next == DeliveryState.UNKNOWN) {
      events.publishEvent(
          new SendLeftUnknown(row.conversationId(), new SendAttempt(row.id(), row.attempts())));
    } else if (row.before() == DeliveryState.UNKNOWN) {
      events.publishEvent(new UnknownSendResolved(new SendAttempt(row.id(), row.attempts())));
    }
    if (next == DeliveryState.FAILED) {
      promises.undelivered(row.id());
    }
  }

  /** Announces those left unknown that were not announced yet. */
  void announceTheRest(int atMost) {
    jdbc.sql(
            """
            update outbox set unknown_attempt = attempts where message_id in (
              select message_id from outbox
              where state = 'UNKNOWN' and unknown_attempt is distinct from attempts
              order by sequence limit ? for update skip locked)
            returning message_id, conversation_id, attempts""")
        .param(atMost)
        .query((row, index) -> leftUnknown(row))
        .list()
        .forEach(events::publishEvent);
  }

  /** A person said what became of a message that nobody knew about; its row is locked. */
  void settled(SendAttempt attempt, DeliveryState state, String reason) {
    jdbc.sql("update outbox set state = ?, reason = ?, not_before = now() where message_id = ?")
        .params(state.name(), reason, attempt.messageId().value())
        .update();
    events.publishEvent(new UnknownSendResolved(attempt));
  }

  /** Who said so has become known. */
  void signed(DecisionId decision, String name) {
    for (var said : UnknownSendDecision.values()) {
      jdbc.sql(
              """
              update outbox set reason = ? where reason = ? and message_id in (
                select message_id from unknown_send_decision where decision_id = ?)""")
          .params(
              said.reason(name), said.reason(new Signature(null, null).text()), decision.value())
          .update();
    }
  }

  static SendLeftUnknown leftUnknown(ResultSet row) throws SQLException {
    return new SendLeftUnknown(
        new ConversationId(row.getObject("conversation_id", UUID.class)),
        new SendAttempt(
            new MessageId(row.getObject("message_id", UUID.class)), row.getInt("attempts")));
  }

  /** What else is written with a state, whether or not the message is further already. */
  private static String notedWith(DeliveryState state) {
    return switch (state) {
      case UNKNOWN ->
          "unknown_attempt = case when moves then o.attempts else o.unknown_attempt end,";
      case ACCEPTED ->
          """
          accepted_at = coalesce(o.accepted_at, :at),
          response_time_ms = coalesce(o.response_time_ms, (
            select (extract(epoch from :at::timestamptz - min(i.received_at)) * 1000)::bigint
            from message answer
            join message asked on asked.turn_id = answer.turn_id and asked.direction = 'INBOUND'
            join inbox i on i.message_id = asked.id
            where answer.id = o.message_id)),""";
      case SENT -> "sent_at = coalesce(o.sent_at, :at),";
      case DELIVERED -> "delivered_at = coalesce(o.delivered_at, :at),";
      case READ -> "read_at = coalesce(o.read_at, :at),";
      case FAILED -> "failed_at = coalesce(o.failed_at, :at),";
      default -> "";
    };
  }
}
