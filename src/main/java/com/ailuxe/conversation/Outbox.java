package com.ailuxe.conversation;

import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.InboundEvent.DeliveryReported;
import com.ailuxe.conversation.OutboundContent.Attachment;
import com.ailuxe.conversation.OutboundContent.Button;
import com.ailuxe.shared.Sha256;
import com.ailuxe.shared.TransactionLock;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Every message of ours on its way to a provider: queued once per idempotency key, sent one at a
 * time per conversation and in order, its state never taken back.
 *
 * <p>Waiting times and leases run on the database's clock, so that they hold while the
 * application's clock is moved.
 */
@Service
@Transactional
public class Outbox {
  private static final TypeReference<List<Button>> BUTTONS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Outbox(JdbcClient jdbc, ObjectMapper json, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.events = events;
    this.clock = clock;
  }

  /** Queues a message, or answers with the one that was queued under the same key before. */
  public MessageId queue(QueuedMessage message) {
    lockKey(message.idempotencyKey());
    return jdbc.sql("select message_id from outbox where idempotency_key = ?")
        .param(message.idempotencyKey())
        .query(UUID.class)
        .optional()
        .map(MessageId::new)
        .orElseGet(() -> insert(message));
  }

  /**
   * The next message that may go out now: the oldest whose conversation has none before it. It is
   * {@link DeliveryState#SENDING} for the length of the lease; a call whose end nobody reported by
   * then counts as unknown.
   */
  public Optional<Delivery> claimNext(Channel channel, Duration lease) {
    jdbc.sql(
            """
            update outbox set state = 'UNKNOWN', reason = 'nobody reported how the call ended'
            where channel = ? and state = 'SENDING' and lease_until < now()""")
        .param(channel.name())
        .update();
    return jdbc.sql(
            """
            update outbox set state = 'SENDING', attempts = attempts + 1,
              lease_until = now() + make_interval(secs => ?)
            where message_id = (
              select o.message_id from outbox o
              where o.channel = ? and o.state = 'QUEUED' and o.not_before <= now()
                and not exists (
                  select from outbox earlier
                  where earlier.conversation_id = o.conversation_id and earlier.sequence < o.sequence
                    and earlier.state in ('QUEUED', 'SENDING'))
              order by o.sequence limit 1 for update skip locked)
            returning message_id""")
        .params(lease.toMillis() / 1000.0, channel.name())
        .query(UUID.class)
        .optional()
        .map(this::delivery);
  }

  /** The provider took the message and named it. */
  public void accepted(MessageId id, String providerMessageId) {
    var now = clock.instant();
    jdbc.sql(
            """
            update outbox set provider_message_id = ?, accepted_at = coalesce(accepted_at, ?),
              response_time_ms = (
                select (extract(epoch from ?::timestamptz - min(i.received_at)) * 1000)::bigint
                from message answer
                join message asked on asked.turn_id = answer.turn_id and asked.direction = 'INBOUND'
                join inbox i on i.message_id = asked.id
                where answer.id = outbox.message_id)
            where message_id = ?""")
        .params(providerMessageId, Timestamp.from(now), Timestamp.from(now), id.value())
        .update();
    advance(id.value(), DeliveryState.ACCEPTED, now, null);
  }

  /** The provider will not take this message. */
  public void refused(MessageId id, String reason) {
    advance(id.value(), DeliveryState.FAILED, clock.instant(), reason);
  }

  /** Nothing was sent, or the provider asked to try later: back into the queue. */
  public void retryLater(MessageId id, Duration after, String reason) {
    jdbc.sql(
            """
            update outbox set state = 'QUEUED', reason = ?, lease_until = null,
              not_before = now() + make_interval(secs => ?)
            where message_id = ? and state = 'SENDING'""")
        .params(reason, after.toMillis() / 1000.0, id.value())
        .update();
  }

  /** The call broke off after the request may have left; it is never blindly repeated. */
  public void unknown(MessageId id, String reason) {
    advance(id.value(), DeliveryState.UNKNOWN, clock.instant(), reason);
  }

  /** How far a message has got. */
  @Transactional(readOnly = true)
  public DeliveryState stateOf(MessageId id) {
    return jdbc.sql("select state from outbox where message_id = ?")
        .param(id.value())
        .query(String.class)
        .optional()
        .map(DeliveryState::valueOf)
        .orElseThrow(() -> new IllegalArgumentException("Not in the outbox: " + id));
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
            .or(() -> sentAlong(report.callbackData()));
    id.ifPresent(
        messageId -> {
          jdbc.sql(
                  """
                  update outbox set provider_message_id = coalesce(provider_message_id, ?)
                  where message_id = ?""")
              .params(report.providerMessageId(), messageId)
              .update();
          advance(messageId, report.state(), report.at(), report.error());
        });
    return id.isPresent();
  }

  private Optional<UUID> sentAlong(@Nullable String callbackData) {
    if (callbackData == null) {
      return Optional.empty();
    }
    return jdbc.sql("select message_id from outbox where message_id::text = ?")
        .param(callbackData)
        .query(UUID.class)
        .optional();
  }

  private void advance(UUID id, DeliveryState next, Instant at, @Nullable String reason) {
    var current =
        jdbc.sql("select state from outbox where message_id = ? for update")
            .param(id)
            .query(String.class)
            .optional()
            .map(DeliveryState::valueOf);
    if (current.isEmpty()) {
      return;
    }
    timestampColumn(next)
        .ifPresent(
            column ->
                jdbc.sql(
                        "update outbox set %1$s = coalesce(%1$s, ?) where message_id = ?"
                            .formatted(column))
                    .params(Timestamp.from(at), id)
                    .update());
    if (current.get().canBecome(next)) {
      jdbc.sql("update outbox set state = ?, reason = ?, lease_until = null where message_id = ?")
          .params(next.name(), reason, id)
          .update();
    }
  }

  private static Optional<String> timestampColumn(DeliveryState state) {
    return switch (state) {
      case SENT -> Optional.of("sent_at");
      case DELIVERED -> Optional.of("delivered_at");
      case READ -> Optional.of("read_at");
      case FAILED -> Optional.of("failed_at");
      default -> Optional.empty();
    };
  }

  private void lockKey(String idempotencyKey) {
    TransactionLock.take(jdbc, "outbox/" + idempotencyKey);
  }

  private MessageId insert(QueuedMessage message) {
    var id = MessageId.random();
    var content = message.content();
    var turnId = message.turnId();
    var now = Timestamp.from(clock.instant());
    jdbc.sql(
            """
            insert into message (id, agency_id, conversation_id, turn_id, direction, author, type,
              text, occurred_at, recorded_at)
            select ?, agency_id, id, ?, 'OUTBOUND', ?, ?, ?, ?, ? from conversation where id = ?""")
        .params(
            id.value(),
            turnId == null ? null : turnId.value(),
            message.author().name(),
            (content.attachment() == null ? MessageType.TEXT : MessageType.DOCUMENT).name(),
            content.text(),
            now,
            now,
            message.conversationId().value())
        .update();
    if (content.attachment() != null) {
      insert(id, content.attachment());
    }
    var channel =
        jdbc.sql(
                """
                insert into outbox (message_id, agency_id, conversation_id, channel,
                  idempotency_key, buttons, state, not_before, queued_at)
                select ?, agency_id, id, channel, ?, ?, 'QUEUED', now(), ?
                from conversation where id = ?
                returning channel""")
            .params(
                id.value(),
                message.idempotencyKey(),
                write(content.buttons()),
                now,
                message.conversationId().value())
            .query(String.class)
            .single();
    announceAfterCommit(Channel.valueOf(channel));
    return id;
  }

  private void insert(MessageId id, Attachment attachment) {
    jdbc.sql(
            """
            insert into attachment (message_id, agency_id, file_name, media_type, sha256, content)
            select id, agency_id, ?, ?, ?, ? from message where id = ?""")
        .params(
            attachment.fileName(),
            attachment.mediaType(),
            Sha256.hex(attachment.content()),
            attachment.content(),
            id.value())
        .update();
  }

  private void announceAfterCommit(Channel channel) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            events.publishEvent(new OutboxFilled(channel));
          }
        });
  }

  private Delivery delivery(UUID id) {
    return jdbc.sql(
            """
            select o.message_id, o.conversation_id, o.channel, c.account_id, c.recipient_kind,
              c.recipient_value, m.text, o.buttons, o.attempts, a.file_name, a.media_type, a.content
            from outbox o
            join message m on m.id = o.message_id
            join conversation c on c.id = o.conversation_id
            left join attachment a on a.message_id = o.message_id
            where o.message_id = ?""")
        .param(id)
        .query((row, index) -> delivery(row))
        .single();
  }

  private Delivery delivery(ResultSet row) throws SQLException {
    var fileName = row.getString("file_name");
    var attachment =
        fileName == null
            ? null
            : new Attachment(fileName, row.getString("media_type"), row.getBytes("content"));
    return new Delivery(
        new MessageId(row.getObject("message_id", UUID.class)),
        new ConversationId(row.getObject("conversation_id", UUID.class)),
        Channel.valueOf(row.getString("channel")),
        row.getString("account_id"),
        new Identity(
            IdentityKind.valueOf(row.getString("recipient_kind")),
            row.getString("recipient_value")),
        new OutboundContent(
            row.getString("text"), readButtons(row.getString("buttons")), attachment),
        row.getInt("attempts"));
  }

  private String write(List<Button> buttons) {
    try {
      return json.writeValueAsString(buttons);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Buttons are plain records", e);
    }
  }

  private List<Button> readButtons(String stored) {
    try {
      return json.readValue(stored, BUTTONS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The outbox holds buttons that nobody can read", e);
    }
  }
}
