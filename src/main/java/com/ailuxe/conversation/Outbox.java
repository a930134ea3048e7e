package com.ailuxe.conversation;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.AuditTrail;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Delivery.Template;
import com.ailuxe.conversation.InboundEvent.DeliveryReported;
import com.ailuxe.conversation.OutboundContent.Attachment;
import com.ailuxe.conversation.OutboundContent.Button;
import com.ailuxe.conversation.OutboundContent.File;
import com.ailuxe.conversation.OutboundContent.KeptFile;
import com.ailuxe.media.MediaFile;
import com.ailuxe.media.MediaKind;
import com.ailuxe.replicas.Replica;
import com.ailuxe.shared.Sha256;
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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
 * <p>Whether a message goes as free text or as a template is decided when it is claimed, by the
 * time the contact wrote last. Waiting times and leases run on the database's clock, so that they
 * hold while the application's clock is moved; the contact's time runs on the application's.
 */
@Service
@Transactional
public class Outbox {
  /** How the keys of lines begin that say that a person will answer, and what answers here. */
  static final String HOLDING_LINE = "holding/";

  private static final Logger log = LoggerFactory.getLogger(Outbox.class);
  private static final TypeReference<List<Button>> BUTTONS = new TypeReference<>() {};

  /** WhatsApp's 24 hours, less the time that a message may need to get there. */
  private static final Duration SERVICE_WINDOW = Duration.ofHours(24).minusMinutes(1);

  /** One that is approved for a row o of the outbox, and whose every placeholder can be filled. */
  private static final String APPROVED_TEMPLATE =
      """
      select from message_template t
      where t.agency_id = o.agency_id and t.stem = o.template_stem
        and t.language = o.template_language and t.state = 'APPROVED'
        and not exists (
          select from unnest(t.parameter_order) as wanted (fact)
          where o.template_parameters ->> wanted.fact is null)""";

  /** Between what is left of a reply and the notice. */
  private static final String BREAK = "\n\n";

  private final ConversationProperties properties;
  private final MessageFiles files;
  private final PromiseRows promises;
  private final TurnMessages turnMessages;
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final AuditTrail audit;
  private final Replica replica;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Outbox(
      TurnMessages turnMessages,
      MessageFiles files,
      PromiseRows promises,
      ConversationProperties properties,
      JdbcClient jdbc,
      ObjectMapper json,
      AuditTrail audit,
      Replica replica,
      ApplicationEventPublisher events,
      Clock clock) {
    this.turnMessages = turnMessages;
    this.properties = properties;
    this.files = files;
    this.promises = promises;
    this.jdbc = jdbc;
    this.json = json;
    this.audit = audit;
    this.replica = replica;
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
              order by sequence limit 1 for update),
            reply as (
              update outbox o set
                state = case when waits.fits then 'WITHDRAWN' else o.state end,
                reason = case when waits.fits then 'said with the notice' else o.reason end,
                not_before = now()
              from waits where o.message_id = waits.message_id
              returning o.message_id, o.lead, waits.fits)
            update message m set
              turn_id = said.turn_id,
              text = case when reply.lead = '' then m.text else reply.lead || :break || m.text end
            from reply join message said on said.id = reply.message_id
            where m.id = :notice and reply.fits""")
        .param("room", room)
        .param("conversation", message.conversationId().value())
        .param("break", BREAK)
        .param("notice", notice.value())
        .update();
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
   * any more. Of one that a call is under way for, or nobody knows about, it is only certain that
   * it is not sent again.
   */
  void withdrawDrafts(Conversation conversation, String reason) {
    withdrawDrafts(
        conversation.profile().id(),
        conversation.epoch(),
        reason,
        "o.state in ('WAITING_FOR_TEMPLATE', 'QUEUED', 'SENDING', 'UNKNOWN')");
  }

  /** The same when the contact wrote: what their wish was carried out for is still told. */
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
                    new Decided(
                        row.getObject(1, UUID.class), DeliveryState.valueOf(row.getString(2))))
            .list()
            .stream()
            .filter(decided -> decided.state() == DeliveryState.WITHDRAWN)
            .map(Decided::messageId)
            .toList();
    if (!withdrawn.isEmpty()) {
      takeBack(id, withdrawn);
    }
  }

  /**
   * As if these replies had never been: the contact has not read what they promised, or what they
   * disclosed, either.
   */
  private void takeBack(ConversationId id, List<UUID> replies) {
    promises.withdrawn(replies);
    jdbc.sql(
            """
            update conversation set ai_disclosed_at = null
            where id = :id and not exists (
              select from outbox where conversation_id = :id and state <> 'WITHDRAWN'
                and (draft_epoch is not null or idempotency_key like :holding))""")
        .param("id", id.value())
        .param("holding", HOLDING_LINE + "%")
        .update();
    if (turnMessages.reopen(replies)) {
      events.publishEvent(new TurnOutdated(id, "withdrawn/" + replies.getLast()));
    }
  }

  /**
   * The next message that may go out now: the oldest whose conversation has none before it and none
   * under way, and whose account and contact have not had as many as the provider takes. It is
   * {@link DeliveryState#SENDING} for the length of the lease; a call whose end nobody reported by
   * then counts as unknown. Passes by those that turn out useless, or have no form in which they
   * may go.
   */
  public Optional<Delivery> claimNext(Channel channel, Duration lease) {
    Optional<Decided> decided;
    do {
      decided = decideOldest(channel, lease);
      decided
          .filter(message -> message.state() == DeliveryState.WAITING_FOR_TEMPLATE)
          .ifPresent(message -> promises.undelivered(message.messageId()));
    } while (decided.isPresent() && decided.get().state() != DeliveryState.SENDING);
    return decided.map(Decided::messageId).map(this::delivery).map(this::kept);
  }

  /** What the contact gets is what the message says from now on; the words it had are kept. */
  private Delivery kept(Claimed claimed) {
    var delivery = claimed.delivery();
    var words = delivery.content().text();
    var template = delivery.template();
    if (template != null) {
      sayInstead(delivery.messageId(), template.words(claimed.body()), words);
    } else if (claimed.saysOtherwise()) {
      sayInstead(delivery.messageId(), words, null);
    }
    return delivery;
  }

  private void sayInstead(MessageId id, String text, @Nullable String free) {
    jdbc.sql(
            """
            with kept as (update outbox set free_text = :free where message_id = :id)
            update message set text = :text where id = :id""")
        .param("free", free)
        .param("text", text)
        .param("id", id.value())
        .update();
  }

  /** What nobody tells of, but passing time or another's death brings about; to be called often. */
  public void tend(Channel channel) {
    giveUpLeftClaims(channel);
    releaseWaiting(channel);
  }

  /**
   * What a process claimed that was killed before it told how the call ended. Another one is dead
   * as soon as it is not heard of; this one knows that it lives.
   */
  private void giveUpLeftClaims(Channel channel) {
    jdbc.sql(
            """
            update outbox set state = 'UNKNOWN', unknown_attempt = attempts,
              reason = 'nobody reported how the call ended'
            where message_id in (
              select message_id from outbox
              where channel = ? and state = 'SENDING'
                and (lease_until < now()
                  or claimed_by <> ? and not exists (
                    select from replica r where r.id = claimed_by and r.alive_until > now()))
              for update skip locked)
            returning message_id, conversation_id, attempts""")
        .params(channel.name(), replica.id())
        .query((row, index) -> leftUnknown(row))
        .list()
        .forEach(events::publishEvent);
  }

  private record Decided(UUID messageId, DeliveryState state) {}

  private Optional<Decided> decideOldest(Channel channel, Duration lease) {
    var now = clock.instant();
    var rate = SendRate.of(channel);
    return jdbc.sql(
            """
            with busy as (
              select c.account_id from outbox o join conversation c on c.id = o.conversation_id
              where o.channel = :channel and o.claimed_at > now() - interval '1 second'
              group by c.account_id having count(*) >= :perSecond),
            oldest as (
              select o.message_id,
                case
                  when o.expires_at <= :now then 'EXPIRED'
                  when c.channel <> 'WHATSAPP' or c.last_inbound_at > :windowOpened then 'TEXT'
                  when exists (%s) then 'TEMPLATE'
                  else 'NONE'
                end as form
              from outbox o join conversation c on c.id = o.conversation_id
              where o.channel = :channel and o.state = 'QUEUED' and o.not_before <= now()
                and not exists (
                  select from outbox other
                  where other.conversation_id = o.conversation_id
                    and other.state in ('QUEUED', 'SENDING')
                    and (other.state = 'SENDING' or other.sequence < o.sequence))
                and c.account_id not in (select account_id from busy)
                and (
                  select count(*) from outbox other
                  where other.conversation_id = o.conversation_id
                    and other.claimed_at > now() - make_interval(secs => :row)) < :inARow
              order by o.sequence limit 1 for update of o skip locked)
            update outbox o set
              state = case oldest.form
                when 'EXPIRED' then 'WITHDRAWN'
                when 'NONE' then 'WAITING_FOR_TEMPLATE'
                else 'SENDING' end,
              reason = case oldest.form
                when 'EXPIRED' then o.expiry_reason
                when 'NONE' then coalesce(
                  'no approved template for ' || o.template_stem || ' in ' || o.template_language,
                  'no template can stand for it')
                else o.reason end,
              form = case when oldest.form in ('TEXT', 'TEMPLATE') then oldest.form end,
              attempts = o.attempts + case when oldest.form in ('TEXT', 'TEMPLATE') then 1 else 0 end,
              tried_at = case when oldest.form in ('TEXT', 'TEMPLATE') then :now else o.tried_at end,
              claimed_at = case when oldest.form in ('TEXT', 'TEMPLATE') then now() else o.claimed_at end,
              lease_until = now() + make_interval(secs => :lease),
              claimed_by = :replica
            from oldest where o.message_id = oldest.message_id
            returning o.message_id, o.state"""
                .formatted(APPROVED_TEMPLATE))
        .param("now", Timestamp.from(now))
        .param("windowOpened", Timestamp.from(now.minus(SERVICE_WINDOW)))
        .param("channel", channel.name())
        .param("lease", lease.toMillis() / 1000.0)
        .param("replica", replica.id())
        .param("perSecond", rate.perSecond())
        .param("inARow", rate.inARow())
        .param("row", rate.row().toSeconds())
        .query(
            (row, index) ->
                new Decided(row.getObject(1, UUID.class), DeliveryState.valueOf(row.getString(2))))
        .optional();
  }

  /**
   * Queues again what waited for a template and need not any more; what became useless meanwhile is
   * withdrawn. What the contact wrote is answered first. Like a claim it waits for nobody, so that
   * it cannot hold up a withdrawal that holds it up.
   */
  private void releaseWaiting(Channel channel) {
    var now = clock.instant();
    var released =
        jdbc.sql(
                """
                update outbox set
                  state = case when expires_at <= :now then 'WITHDRAWN' else 'QUEUED' end,
                  reason = case when expires_at <= :now then expiry_reason end
                where message_id in (
                  select o.message_id
                  from outbox o join conversation c on c.id = o.conversation_id
                  where o.channel = :channel and o.state = 'WAITING_FOR_TEMPLATE'
                    and (o.expires_at <= :now
                      or (c.last_inbound_at > :windowOpened or exists (%s))
                        and not exists (
                          select from inbox i
                          where i.conversation_id = o.conversation_id and i.state = 'OPEN')
                        and not exists (
                          select from outbox other
                          where other.conversation_id = o.conversation_id
                            and other.state in ('QUEUED', 'SENDING')))
                  for update of o skip locked)
                returning message_id"""
                    .formatted(APPROVED_TEMPLATE))
            .param("now", Timestamp.from(now))
            .param("windowOpened", Timestamp.from(now.minus(SERVICE_WINDOW)))
            .param("channel", channel.name())
            .query(UUID.class)
            .list();
    promises.sentAfterAll(released);
  }

  /**
   * The provider took the message and named it. Whatever became of it since this attempt began, the
   * contact has it: it is not sent again, and the name is kept. The row has room for the first
   * name; one that another attempt got goes on record.
   */
  public void accepted(SendAttempt attempt, String providerMessageId) {
    var id = attempt.messageId().value();
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
      advance(attempt.messageId().value(), DeliveryState.FAILED, clock.instant(), reason, null);
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
      if (stateOf(attempt.messageId()) == DeliveryState.WAITING_FOR_TEMPLATE) {
        promises.undelivered(attempt.messageId().value());
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
            with swapped as (
              update outbox new set free_text = null from outbox old
              where new.message_id = ? and old.message_id = new.message_id
                and old.free_text is not null
              returning new.message_id, old.free_text)
            update message set text = swapped.free_text from swapped
            where id = swapped.message_id""")
        .param(id.value())
        .update();
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
      takeBack(conversation, List.of(id.value()));
    }
    return true;
  }

  /** Before the row of the outbox, as whoever lets the epoch grow does. */
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

  /**
   * It has become useless and is not to leave any more. Where a call is under way, or nobody knows
   * how it ended, it is only not repeated.
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
      promises.withdrawn(List.of(id.value()));
    }
    return withdrawn;
  }

  /** The call broke off after the request may have left; it is never blindly repeated. */
  public void unknown(SendAttempt attempt, String reason) {
    if (isOpen(attempt, reason)) {
      advance(attempt.messageId().value(), DeliveryState.UNKNOWN, clock.instant(), reason, null);
    }
  }

  /**
   * Whether the attempt's end is still to be told: none came after it, and neither the provider nor
   * a person has settled it. A process that stood still for longer than its lease tells too late.
   */
  private boolean isOpen(SendAttempt attempt, String told) {
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
      log.warn("Attempt {} was settled before it told how it ended: {}", attempt, told);
    }
    return open;
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
  private Optional<UUID> sentAlong(@Nullable String callbackData) {
    try {
      return Optional.ofNullable(callbackData).map(UUID::fromString).flatMap(this::stored);
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private Optional<UUID> stored(UUID id) {
    return jdbc.sql("select message_id from outbox where message_id = ?")
        .param(id)
        .query(UUID.class)
        .optional();
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
      UUID id,
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
            .param("id", id)
            .param("at", Timestamp.from(at))
            .param("name", providerMessageId)
            .param("next", next.name())
            .param("reason", reason)
            .query(
                (row, index) ->
                    new Reported(
                        new MessageId(id),
                        DeliveryState.valueOf(row.getString("before")),
                        new AgencyId(row.getObject("agency_id", UUID.class)),
                        new ConversationId(row.getObject("conversation_id", UUID.class)),
                        row.getInt("attempts"),
                        row.getString("provider_message_id")))
            .optional();
    reported.filter(row -> row.before().canBecome(next)).ifPresent(row -> tell(row, next));
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
      promises.undelivered(row.id().value());
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

  /**
   * In one statement, as every message of ours comes this way.
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
                said as (
                  insert into message (id, agency_id, conversation_id, turn_id, direction, author,
                    type, text, occurred_at, recorded_at)
                  select :id, agency_id, :conversation, :turn, 'OUTBOUND', :author, :type, :text,
                    :now, :now
                  from entry)
                select channel from entry""")
            .param("id", id.value())
            .param("conversation", message.conversationId().value())
            .param("key", message.idempotencyKey())
            .param("buttons", write(content.buttons()))
            .param("now", Timestamp.from(clock.instant()))
            .param("stem", template == null ? null : template.stem())
            .param("language", template == null ? null : template.language())
            .param("parameters", template == null ? null : write(template.parameters()))
            .param("expiresAt", expiry == null ? null : Timestamp.from(expiry.at()))
            .param("expiryReason", expiry == null ? null : expiry.reason())
            .param("epoch", draft == null ? null : draft.epoch())
            .param("reopens", draft != null && draft.reopens())
            .param("lead", lead)
            .param("wait", lead == null ? 0 : properties.noticeWithin().toMillis() / 1000.0)
            .param("turn", turnId == null ? null : turnId.value())
            .param("author", message.author().name())
            .param("type", typeOf(content).name())
            .param("text", content.text())
            .query(String.class)
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

  /**
   * @param body the template's words as the agency entered them; null when it did not, and for what
   *     is no template
   * @param saysOtherwise whether an earlier attempt went as a template
   */
  private record Claimed(Delivery delivery, @Nullable String body, boolean saysOtherwise) {}

  private Claimed delivery(UUID id) {
    return jdbc.sql(
            """
            select o.message_id, o.conversation_id, o.channel, c.account_id, c.recipient_kind,
              c.recipient_value, coalesce(o.free_text, m.text) as text, o.buttons, t.body,
              o.free_text is not null as says_otherwise, o.attempts, a.file_name, a.media_type, a.content,
              f.agency_id, f.file_name as kept_name, f.kind, f.media_type as kept_type, f.size,
              f.sha256, o.form, t.provider_name, t.language_code,
              array(select o.template_parameters ->> wanted.fact
                from unnest(t.parameter_order) with ordinality as wanted (fact, place)
                order by wanted.place) as parameters
            from outbox o
            join message m on m.id = o.message_id
            join conversation c on c.id = o.conversation_id
            left join message_template t on t.agency_id = o.agency_id and t.stem = o.template_stem
              and t.language = o.template_language
            left join attachment a on a.message_id = o.message_id
            left join media f on f.message_id = o.message_id
            where o.message_id = ?""")
        .param(id)
        .query(
            (row, index) ->
                new Claimed(delivery(row), row.getString("body"), row.getBoolean("says_otherwise")))
        .single();
  }

  private Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        new MessageId(row.getObject("message_id", UUID.class)),
        new ConversationId(row.getObject("conversation_id", UUID.class)),
        Channel.valueOf(row.getString("channel")),
        row.getString("account_id"),
        new Identity(
            IdentityKind.valueOf(row.getString("recipient_kind")),
            row.getString("recipient_value")),
        new OutboundContent(
            row.getString("text"), readButtons(row.getString("buttons")), attachment(row)),
        MessageForm.valueOf(row.getString("form")) == MessageForm.TEMPLATE ? template(row) : null,
        row.getInt("attempts"));
  }

  private static @Nullable File attachment(ResultSet row) throws SQLException {
    var fileName = row.getString("file_name");
    if (fileName != null) {
      return new Attachment(fileName, row.getString("media_type"), row.getBytes("content"));
    }
    return row.getString("kind") == null
        ? null
        : new KeptFile(
            row.getString("kept_name"),
            MediaKind.valueOf(row.getString("kind")),
            new MediaFile(
                new AgencyId(row.getObject("agency_id", UUID.class)),
                row.getString("sha256"),
                row.getString("kept_type"),
                row.getLong("size")));
  }

  private static Template template(ResultSet row) throws SQLException {
    return new Template(
        Objects.requireNonNull(row.getString("provider_name"), "The template is gone"),
        row.getString("language_code"),
        List.of((String[]) row.getArray("parameters").getArray()));
  }

  private String write(Object plain) {
    try {
      return json.writeValueAsString(plain);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Buttons and parameters are plain values", e);
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
