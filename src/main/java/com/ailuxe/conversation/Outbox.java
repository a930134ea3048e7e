package com.ailuxe.conversation;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.conversation.OutboundContent.Attachment;
import com.ailuxe.conversation.OutboundContent.KeptFile;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.Identifier;
import com.ailuxe.shared.MessageId;
import com.ailuxe.shared.PlainJson;
import com.ailuxe.shared.Sha256;
import java.sql.Timestamp;
import java.time.Clock;
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
 * time per conversation and in order, its state never taken back. Here they are put in, and
 * withdrawn again; {@link OutboxClaims} gives them out, {@link SendReports} notes what became of
 * them.
 */
@Service
@Transactional
public class Outbox {
  /** How the keys of lines begin that say that a person will answer, and what answers here. */
  static final String HOLDING_LINE = "holding/";

  /** What is between the rest of a reply and the notice. */
  private static final String BREAK = "\n\n";

  private final MessageStore messages;
  private final ConversationNews news;
  private final TurnMessages turnMessages;
  private final ConversationStore conversations;
  private final MessageFiles files;
  private final PromiseRows promises;
  private final ConversationProperties properties;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Outbox(
      MessageStore messages,
      TurnMessages turnMessages,
      ConversationStore conversations,
      MessageFiles files,
      PromiseRows promises,
      ConversationProperties properties,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      Clock clock,
      ConversationNews news) {
    this.news = news;
    this.messages = messages;
    this.turnMessages = turnMessages;
    this.conversations = conversations;
    this.files = files;
    this.promises = promises;
    this.properties = properties;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Queues a message, or answers with the one that was queued under the same key before. A notice
   * takes the place of the reply that waits for it.
   */
  public MessageId queue(QueuedMessage message) {
    return queue(message, null);
  }

  /**
   * Queues a reply of the concierge, which is withdrawn when the epoch grows before it leaves.
   *
   * @param epoch the conversation's, which is locked
   * @param reopens whether its messages wait again then
   * @param lead what of it stands in front of the notice that it waits for; null where it waits for
   *     none
   */
  MessageId queueDraft(QueuedMessage message, long epoch, boolean reopens, @Nullable String lead) {
    return queue(message, new DraftOf(epoch, reopens, lead));
  }

  private record DraftOf(long epoch, boolean reopens, @Nullable String lead) {}

  private MessageId queue(QueuedMessage message, @Nullable DraftOf draft) {
    var inserted = insert(message, draft);
    if (message.author() == Author.NOTICE) {
      inserted.ifPresent(notice -> takesThePlaceOfReply(notice, message));
    }
    return inserted
        .or(() -> queuedAs(message.idempotencyKey()))
        .orElseThrow(
            () -> new IllegalArgumentException("No conversation " + message.conversationId()));
  }

  /**
   * The reply that waits for a notice is not sent when this is one that can say the rest of it, and
   * it answers the turn then; else the reply waits no longer.
   */
  private void takesThePlaceOfReply(MessageId notice, QueuedMessage message) {
    var content = message.content();
    var room = content.longestText() - content.text().length() - BREAK.length();
    jdbc.sql(
            """
            with waits as (
              select message_id, length(lead) <= :room as fits
              from outbox
              where conversation_id = :conversation and state = 'QUEUED' and attempts = 0
                and lead is not null
              order by sequence limit 1 for update)
            update outbox o set
              state = case when waits.fits then 'WITHDRAWN' else o.state end,
              reason = case when waits.fits then 'said with the notice' else o.reason end,
              not_before = now()
            from waits where o.message_id = waits.message_id
            returning o.message_id, o.lead, waits.fits""")
        .param("room", room)
        .param("conversation", message.conversationId().value())
        .query(
            (row, index) ->
                new WaitingReply(
                    new MessageId(row.getObject(1, UUID.class)),
                    row.getString(2),
                    row.getBoolean(3)))
        .optional()
        .filter(WaitingReply::fits)
        .ifPresent(reply -> messages.sayWith(notice, reply.id(), reply.opening()));
  }

  private record WaitingReply(MessageId id, String lead, boolean fits) {
    String opening() {
      return lead.isEmpty() ? "" : lead + BREAK;
    }
  }

  String textOf(MessageId id) {
    return jdbc.sql("select text from message where id = ?")
        .param(id.value())
        .query(String.class)
        .single();
  }

  /** The message that was queued under this key, if any. */
  Optional<MessageId> queuedAs(String idempotencyKey) {
    return jdbc.sql("select message_id from outbox where idempotency_key = ?")
        .param(idempotencyKey)
        .query(UUID.class)
        .optional()
        .map(MessageId::new);
  }

  /**
   * The conversation's epoch has grown, and its row is locked: replies of an older one do not leave
   * any more. A reply for which a call is under way, or whose outcome is unknown, is only certain
   * not to be sent again.
   */
  void withdrawDrafts(Conversation conversation, String reason) {
    withdrawDrafts(
        conversation.profile().id(),
        conversation.epoch(),
        reason,
        "o.state in ('WAITING_FOR_TEMPLATE', 'QUEUED', 'SENDING', 'UNKNOWN')");
  }

  /**
   * Withdraws the older replies when the contact wrote; one about a wish that was carried out still
   * leaves.
   */
  void contactWrote(ConversationId id, long epoch) {
    withdrawDrafts(
        id,
        epoch,
        "the contact wrote again",
        "o.reopens and o.state in ('WAITING_FOR_TEMPLATE', 'QUEUED', 'SENDING')");
  }

  private void withdrawDrafts(ConversationId id, long epoch, String reason, String which) {
    var withdrawn =
        jdbc
            .sql(
                """
                update outbox o set withdrawal = :reason,
                  state = case when o.state in ('SENDING', 'UNKNOWN') then o.state else 'WITHDRAWN' end,
                  reason = case when o.state in ('SENDING', 'UNKNOWN') then o.reason else :reason end
                where o.conversation_id = :conversation and o.draft_epoch < :epoch and %s
                returning o.message_id, o.state"""
                    .formatted(which))
            .param("reason", "void: " + reason)
            .param("conversation", id.value())
            .param("epoch", epoch)
            .query(
                (row, index) ->
                    new Withdrawal(
                        new MessageId(row.getObject(1, UUID.class)),
                        DeliveryState.valueOf(row.getString(2))))
            .list()
            .stream()
            .filter(withdrawal -> withdrawal.state() == DeliveryState.WITHDRAWN)
            .map(Withdrawal::messageId)
            .toList();
    if (!withdrawn.isEmpty()) {
      takeBack(id, withdrawn);
    }
  }

  private record Withdrawal(MessageId messageId, DeliveryState state) {}

  /**
   * Takes back what these replies did: the contact has not read what they promised, or what they
   * disclosed, either.
   */
  void takeBack(ConversationId id, List<MessageId> replies) {
    promises.withdrawn(replies);
    conversations.undisclosed(id);
    if (turnMessages.reopen(replies)) {
      events.publishEvent(new TurnOutdated(id, "withdrawn/" + replies.getLast()));
    }
  }

  /**
   * It has become useless and is not to leave any more. Where a call is under way, or its end is
   * unknown, it is only not repeated.
   *
   * @return whether it is certain that it does not leave
   */
  public boolean withdraw(MessageId id, String reason) {
    var withdrawn =
        jdbc.sql(
                """
                    update outbox set withdrawal = ?,
                  state = case when state in ('SENDING', 'UNKNOWN') then state else 'WITHDRAWN' end,
                  reason = case when state in ('SENDING', 'UNKNOWN') then reason else ? end
                where message_id = ?
                  and state in ('WAITING_FOR_TEMPLATE', 'QUEUED', 'SENDING', 'UNKNOWN')
                returning state""")
            .params(reason, reason, id.value())
            .query(String.class)
            .optional()
            .filter(DeliveryState.WITHDRAWN.name()::equals)
            .isPresent();
    if (withdrawn) {
      promises.withdrawn(List.of(id));
      news.changed(id);
    }
    return withdrawn;
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
   * Queues a message in one statement, as every message of ours comes this way.
   *
   * @param draft null when it is none of the concierge's
   * @return empty when one was queued under the same key before, or there is no such conversation
   */
  private Optional<MessageId> insert(QueuedMessage message, @Nullable DraftOf draft) {
    var id = MessageId.next();
    var content = message.content();
    var turnId = message.turnId();
    var template = message.template();
    var expiry = message.expiry();
    var lead = draft == null ? null : draft.lead();
    var decision = message.by() == null ? null : Identifier.valueOf(message.by().decision());
    var channel =
        jdbc.sql(
                """
                with entry as (
                  insert into outbox (message_id, agency_id, conversation_id, channel,
                    idempotency_key, buttons, state, not_before, queued_at, template_stem,
                    template_language, template_parameters, expires_at, expiry_reason,
                    draft_epoch, reopens, lead)
                  select :id, agency_id, id, channel, :key, :buttons, 'QUEUED',
                    now() + make_interval(secs => :wait), :now, :stem, :language,
                    :parameters::jsonb, :expiresAt, :expiryReason, :epoch, :reopens, :lead
                  from conversation where id = :conversation
                  on conflict (idempotency_key) do nothing
                  returning agency_id, channel),
                said as (%s)
                select channel, agency_id from entry"""
                    .formatted(MessageStore.goesOut("entry")))
            .param("id", id.value())
            .param("conversation", message.conversationId().value())
            .param("key", message.idempotencyKey())
            .param("buttons", PlainJson.write(content.buttons()))
            .param("now", Timestamp.from(clock.instant()))
            .param("stem", template == null ? null : template.stem())
            .param("language", template == null ? null : template.language())
            .param("parameters", template == null ? null : PlainJson.write(template.parameters()))
            .param("expiresAt", expiry == null ? null : Timestamp.from(expiry.at()))
            .param("expiryReason", expiry == null ? null : expiry.reason())
            .param("epoch", draft == null ? null : draft.epoch())
            .param("reopens", draft != null && draft.reopens())
            .param("lead", lead)
            .param("wait", lead == null ? 0 : properties.noticeWithin().toMillis() / 1000.0)
            .param("turn", Identifier.valueOf(turnId))
            .param("author", message.author().name())
            .param("type", typeOf(content).name())
            .param("text", content.text())
            .param("person", message.by() == null ? null : message.by().name())
            .param("decision", decision)
            .query(
                (row, index) -> {
                  news.changed(
                      new AgencyId(row.getObject("agency_id", UUID.class)),
                      message.conversationId());
                  return row.getString("channel");
                })
            .optional();
    channel.ifPresent(
        to -> {
          switch (content.attachment()) {
            case Attachment document -> insert(id, document);
            case KeptFile file -> files.attach(id, file);
            case null -> {}
          }
          announceAfterCommit(Channel.valueOf(to));
        });
    return channel.map(to -> id);
  }

  private static MessageType typeOf(OutboundContent content) {
    return switch (content.attachment()) {
      case Attachment document -> MessageType.DOCUMENT;
      case KeptFile file -> MessageType.valueOf(file.kind().name());
      case null -> MessageType.TEXT;
    };
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
}
