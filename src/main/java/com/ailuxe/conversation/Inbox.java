package com.ailuxe.conversation;

import com.ailuxe.agency.Agencies;
import com.ailuxe.agency.AgencyProfile;
import com.ailuxe.contact.Consent;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.ContactProfile;
import com.ailuxe.contact.Contacts;
import com.ailuxe.contact.Identity;
import com.ailuxe.conversation.InboundEvent.ConsentStated;
import com.ailuxe.conversation.InboundEvent.DeliveryReported;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.InboundEvent.NotForUs;
import com.ailuxe.conversation.InboundEvent.Origin;
import com.ailuxe.conversation.InboundEvent.PersonWrote;
import com.ailuxe.conversation.InboundEvent.Sender;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every event a provider sent, once, and what became of it. An event is stored before anything else
 * happens with it; its provider's id is the key that makes a repeated delivery harmless.
 */
@Service
@Transactional
public class Inbox {
  private final Agencies agencies;
  private final Contacts contacts;
  private final Outbox outbox;
  private final Handovers handovers;
  private final MessageFiles files;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Inbox(
      Agencies agencies,
      Contacts contacts,
      Outbox outbox,
      Handovers handovers,
      MessageFiles files,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      Clock clock) {
    this.agencies = agencies;
    this.contacts = contacts;
    this.outbox = outbox;
    this.handovers = handovers;
    this.files = files;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Stores all events of one webhook call or poll, or none of them. Events that were stored before
   * are skipped.
   */
  public InboxReceipt accept(List<InboundEvent> received) {
    var stored = 0;
    for (var event : received) {
      if (store(event)) {
        stored++;
      }
    }
    return new InboxReceipt(stored, received.size() - stored);
  }

  /**
   * Messages that nobody has begun to answer, the oldest of each conversation.
   *
   * @param age only those received at least so long ago
   */
  @Transactional(readOnly = true)
  public List<InboundMessageStored> waiting(Duration age, int limit) {
    return jdbc.sql(
            """
            select distinct on (i.conversation_id) i.conversation_id, i.message_id
            from inbox i join message m on m.id = i.message_id
            where i.state = 'OPEN' and m.turn_id is null and i.received_at <= ?
            order by i.conversation_id, i.received_at
            limit ?""")
        .params(Timestamp.from(clock.instant().minus(age)), limit)
        .query(
            (row, index) ->
                new InboundMessageStored(
                    new ConversationId(row.getObject(1, UUID.class)),
                    new MessageId(row.getObject(2, UUID.class))))
        .list();
  }

  private boolean store(InboundEvent event) {
    return switch (event) {
      case NotForUs ignored -> record(event, "OTHER", "IGNORED", ignored.reason());
      case DeliveryReported report -> store(report);
      case ConsentStated statement -> store(statement);
      case PersonWrote echo -> store(echo);
      case MessageReceived message -> store(message);
    };
  }

  private boolean store(DeliveryReported report) {
    if (!record(report, "STATUS", "APPLIED", null)) {
      return false;
    }
    if (!outbox.report(report)) {
      settle(report.origin(), "IGNORED", "no message of ours has this id");
    }
    return true;
  }

  private boolean store(ConsentStated statement) {
    return store(
        statement,
        "CONSENT",
        "APPLIED",
        agency -> {
          var contact = contactOf(agency, statement.sender());
          contacts.consent(contact.id(), statement.consent(), statement.statedAt());
        });
  }

  private boolean store(PersonWrote echo) {
    return store(
        echo,
        "ECHO",
        "APPLIED",
        agency -> {
          var conversation = conversation(agency, echo.origin(), echo.recipient(), null, 0);
          insert(agency, conversation, echo);
          handovers.wroteOnPhone(new ConversationId(conversation.id()), echo.sentAt());
        });
  }

  private boolean store(MessageReceived message) {
    return store(message, "MESSAGE", "OPEN", agency -> take(agency, message));
  }

  /**
   * @param apply what comes of an event that is new, for the agency that has the account
   * @return false when it was stored before
   */
  private boolean store(
      InboundEvent event, String kind, String state, Consumer<AgencyProfile> apply) {
    var agency = agencies.ownerOf(event.origin().channel().name(), event.origin().accountId());
    if (agency.isEmpty()) {
      return record(event, kind, "IGNORED", "no agency has this account");
    }
    if (!record(event, kind, state, null)) {
      return false;
    }
    apply.accept(agency.get());
    return true;
  }

  private void take(AgencyProfile agency, MessageReceived message) {
    var reason = reasonNotToAnswer(message);
    // A notice of the provider is not the contact's word.
    var wroteAt = message.content().type() == MessageType.SYSTEM ? null : message.sentAt();
    var conversation =
        conversation(agency, message.origin(), message.sender(), wroteAt, reason.isEmpty() ? 1 : 0);
    var messageId = insert(agency, conversation, message);
    obeyConsent(conversation, message);
    if (reason.isPresent()) {
      settle(message.origin(), "IGNORED", reason.get());
    } else {
      var id = new ConversationId(conversation.id());
      outbox.contactWrote(id, conversation.epoch());
      events.publishEvent(new InboundMessageStored(id, messageId));
    }
  }

  /** At once: it must not wait for the engine, a model or a person. The turn confirms it. */
  private void obeyConsent(Thread conversation, MessageReceived message) {
    Optional.ofNullable(message.content().text())
        .flatMap(Consent::inWords)
        .ifPresent(consent -> contacts.consent(conversation.contact(), consent, message.sentAt()));
  }

  private static Optional<String> reasonNotToAnswer(MessageReceived message) {
    return switch (message.content().type()) {
      case REACTION -> Optional.of("a reaction needs no answer");
      case SYSTEM -> Optional.of("a notice of the provider");
      case UNSUPPORTED -> Optional.of("the provider could not tell what was sent");
      default -> Optional.empty();
    };
  }

  private boolean record(InboundEvent event, String kind, String state, @Nullable String reason) {
    var origin = event.origin();
    var now = Timestamp.from(clock.instant());
    return jdbc.sql(
                """
                insert into inbox
                  (channel, account_id, event_id, kind, payload, state, reason, received_at, settled_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing""")
            .params(
                origin.channel().name(),
                origin.accountId(),
                origin.eventId(),
                kind,
                origin.payload(),
                state,
                reason,
                now,
                state.equals("OPEN") ? null : now)
            .update()
        == 1;
  }

  private void settle(Origin origin, String state, @Nullable String reason) {
    jdbc.sql(
            """
            update inbox set state = ?, reason = ?, settled_at = ?
            where channel = ? and account_id = ? and event_id = ?""")
        .params(
            state,
            reason,
            Timestamp.from(clock.instant()),
            origin.channel().name(),
            origin.accountId(),
            origin.eventId())
        .update();
  }

  private record Thread(UUID id, ContactId contact, long epoch) {}

  /**
   * @param wroteAt when the contact wrote; null when that was somebody else
   * @param newer how far this makes drafts out of date: 1, or 0 when it does not
   */
  private Thread conversation(
      AgencyProfile agency, Origin origin, Sender person, @Nullable Instant wroteAt, int newer) {
    var contact = contactOf(agency, person);
    Identity recipient = person.identities().getFirst();
    Instant now = clock.instant();
    return jdbc.sql(
            """
            insert into conversation (id, agency_id, contact_id, channel, account_id, recipient_kind,
              recipient_value, handler, last_inbound_at, epoch, created_at, version)
            values (?, ?, ?, ?, ?, ?, ?, 'CONCIERGE', ?, ?, ?, 0)
            on conflict (agency_id, contact_id, channel, account_id) do update
            set recipient_kind = excluded.recipient_kind, recipient_value = excluded.recipient_value,
              last_inbound_at = greatest(conversation.last_inbound_at, excluded.last_inbound_at),
              epoch = conversation.epoch + excluded.epoch
            returning id, epoch""")
        .params(
            UUID.randomUUID(),
            agency.id().value(),
            contact.id().value(),
            origin.channel().name(),
            origin.accountId(),
            recipient.kind().name(),
            recipient.value(),
            wroteAt == null ? null : Timestamp.from(wroteAt),
            newer,
            Timestamp.from(now))
        .query(
            (row, index) -> new Thread(row.getObject(1, UUID.class), contact.id(), row.getLong(2)))
        .single();
  }

  private ContactProfile contactOf(AgencyProfile agency, Sender sender) {
    return contacts.recognise(
        agency, sender.identities(), sender.displayName(), sender.languageTag());
  }

  /** Together with what the inbox knows of it. */
  private MessageId insert(AgencyProfile agency, Thread conversation, MessageReceived message) {
    var id = MessageId.random();
    var content = message.content();
    jdbc.sql(
            """
            with stored as (
              insert into message (id, agency_id, conversation_id, direction, author, type, text,
                button_payload, occurred_at, recorded_at)
              values (?, ?, ?, 'INBOUND', 'CONTACT', ?, ?, ?, ?, ?)
              returning id, agency_id, conversation_id)
            update inbox i
            set agency_id = s.agency_id, conversation_id = s.conversation_id, message_id = s.id
            from stored s
            where i.channel = ? and i.account_id = ? and i.event_id = ?""")
        .params(
            id.value(),
            agency.id().value(),
            conversation.id(),
            content.type().name(),
            content.text(),
            content.buttonPayload(),
            Timestamp.from(message.sentAt()),
            Timestamp.from(clock.instant()),
            message.origin().channel().name(),
            message.origin().accountId(),
            message.origin().eventId())
        .update();
    if (content.file() != null) {
      files.expect(id, agency.id(), content.file());
    }
    return id;
  }

  private void insert(AgencyProfile agency, Thread conversation, PersonWrote echo) {
    var id = MessageId.random();
    var content = echo.content();
    jdbc.sql(
            """
            insert into message (id, agency_id, conversation_id, direction, author, type, text,
              occurred_at, recorded_at)
            values (?, ?, ?, 'OUTBOUND', 'PERSON', ?, ?, ?, ?)""")
        .params(
            id.value(),
            agency.id().value(),
            conversation.id(),
            content.type().name(),
            content.text(),
            Timestamp.from(echo.sentAt()),
            Timestamp.from(clock.instant()))
        .update();
    if (content.file() != null) {
      files.expect(id, agency.id(), content.file());
    }
  }
}
