package com.ailuxe.conversation;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Delivery.Template;
import com.ailuxe.conversation.OutboundContent.Attachment;
import com.ailuxe.conversation.OutboundContent.Button;
import com.ailuxe.conversation.OutboundContent.File;
import com.ailuxe.conversation.OutboundContent.KeptFile;
import com.ailuxe.media.MediaFile;
import com.ailuxe.media.MediaKind;
import com.ailuxe.replicas.Replica;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import com.ailuxe.shared.PlainJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives out what may be sent: the oldest first, one at a time per conversation, as fast as the
 * provider takes it.
 *
 * <p>Whether a message goes as free text or as a template is decided when it is claimed, by the
 * time the contact wrote last. Waiting times and leases run on the database's clock, so that they
 * hold while the application's clock is moved; the contact's time runs on the application's.
 */
@Service
@Transactional
public class OutboxClaims {
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

  private final MessageStore messages;
  private final PromiseRows promises;
  private final JdbcClient jdbc;
  private final Replica replica;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  OutboxClaims(
      MessageStore messages,
      PromiseRows promises,
      JdbcClient jdbc,
      Replica replica,
      ApplicationEventPublisher events,
      Clock clock) {
    this.messages = messages;
    this.promises = promises;
    this.jdbc = jdbc;
    this.replica = replica;
    this.events = events;
    this.clock = clock;
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
    jdbc.sql("update outbox set free_text = ? where message_id = ?")
        .param(free)
        .param(id.value())
        .update();
    messages.reword(id, text);
  }

  /** What nobody tells of, but passing time or another's death brings about; to be called often. */
  public void tend(Channel channel) {
    giveUpLeftClaims(channel);
    releaseWaiting(channel);
  }

  /**
   * Settles what a process claimed that was killed before it reported how the call ended. Another
   * one is dead as soon as it is not heard of; this one knows that it lives.
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
        .params(channel.name(), replica.id().value())
        .query((row, index) -> SendReports.leftUnknown(row))
        .list()
        .forEach(events::publishEvent);
  }

  private record Decided(MessageId messageId, DeliveryState state) {}

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
        .param("replica", replica.id().value())
        .param("perSecond", rate.perSecond())
        .param("inARow", rate.inARow())
        .param("row", rate.row().toSeconds())
        .query(
            (row, index) ->
                new Decided(
                    new MessageId(row.getObject(1, UUID.class)),
                    DeliveryState.valueOf(row.getString(2))))
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
            .query((row, index) -> new MessageId(row.getObject(1, UUID.class)))
            .list();
    promises.sentAfterAll(released);
  }

  /**
   * @param body the template's words as the agency entered them; null when it did not, and for what
   *     is no template
   * @param saysOtherwise whether an earlier attempt went as a template
   */
  private record Claimed(Delivery delivery, @Nullable String body, boolean saysOtherwise) {}

  private Claimed delivery(MessageId id) {
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
        .param(id.value())
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
        new OutboundContent(row.getString("text"), buttons(row), attachment(row)),
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

  private static List<Button> buttons(ResultSet row) throws SQLException {
    return List.of(PlainJson.read(row.getString("buttons"), Button[].class));
  }
}
