package com.ailuxe.conversation;

import com.ailuxe.agency.Agencies;
import com.ailuxe.agency.AgencyProfile;
import com.ailuxe.contact.Consent;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.ContactProfile;
import com.ailuxe.contact.Contacts;
import com.ailuxe.contact.Identity;
import com.ailuxe.conversation.EarlierMessages.Earlier;
import com.ailuxe.conversation.InboundEvent.ConsentStated;
import com.ailuxe.conversation.InboundEvent.DeliveryReported;
import com.ailuxe.conversation.InboundEvent.MessageEdited;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.InboundEvent.MessageTakenBack;
import com.ailuxe.conversation.InboundEvent.NotForUs;
import com.ailuxe.conversation.InboundEvent.Origin;
import com.ailuxe.conversation.InboundEvent.PersonEdited;
import com.ailuxe.conversation.InboundEvent.PersonTookBack;
import com.ailuxe.conversation.InboundEvent.PersonWrote;
import com.ailuxe.conversation.InboundEvent.Sender;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
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
  /** Where the contact was reached last counts, in whatever order that is told. */
  private static final String NEWEST_ADDRESS =
      "(c.recipient_at is null or c.recipient_at <= :sentAt::timestamptz)";

  private final Agencies agencies;
  private final Contacts contacts;
  private final Outbox outbox;
  private final Handovers handovers;
  private final MessageFiles files;
  private final EarlierMessages earlierMessages;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Inbox(
      Agencies agencies,
      Contacts contacts,
      Outbox outbox,
      Handovers handovers,
      MessageFiles files,
      EarlierMessages earlierMessages,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      Clock clock) {
    this.agencies = agencies;
    this.contacts = contacts;
    this.outbox = outbox;
    this.handovers = handovers;
    this.files = files;
    this.earlierMessages = earlierMessages;
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
   * Messages that nobody has begun to answer and of which it is not known that it was told; the
   * oldest of each conversation.
   *
   * @param age only those received at least so long ago
   */
  @Transactional(readOnly = true)
  public List<InboundMessageStored> untold(Duration age, int limit) {
    return notBegun("i.told_at is null and i.received_at <= ?", age, limit);
  }

  /**
   * Messages that nobody has begun to answer though it was told that they came; the oldest of each
   * conversation.
   *
   * @param age only those told at least so long ago
   */
  @Transactional(readOnly = true)
  public List<InboundMessageStored> waiting(Duration age, int limit) {
    return notBegun("i.told_at <= ?", age, limit);
  }

  private List<InboundMessageStored> notBegun(String which, Duration age, int limit) {
    return jdbc.sql(
            """
            select distinct on (i.conversation_id) i.conversation_id, i.message_id
            from inbox i join message m on m.id = i.message_id
            where i.state = 'OPEN' and m.turn_id is null and %s
            order by i.conversation_id, i.received_at
            limit ?"""
                .formatted(which))
        .params(Timestamp.from(clock.instant().minus(age)), limit)
        .query(
            (row, index) ->
                new InboundMessageStored(
                    new ConversationId(row.getObject(1, UUID.class)),
                    new MessageId(row.getObject(2, UUID.class))))
        .list();
  }

  /**
   * Whoever answers was told of these messages. Kept for those only that nobody has begun with, and
   * not for one that somebody works on at this moment.
   */
  public void told(Collection<MessageId> messages) {
    jdbc.sql(
            """
            update inbox set told_at = ?
            where message_id in (
              select i.message_id from inbox i join message m on m.id = i.message_id
              where i.message_id = any(?) and i.state = 'OPEN' and m.turn_id is null
              for update of i skip locked)""")
        .params(
            Timestamp.from(clock.instant()),
            messages.stream().map(MessageId::value).toArray(UUID[]::new))
        .update();
  }

  private boolean store(InboundEvent event) {
    return switch (event) {
      case NotForUs ignored -> record(event, "OTHER", "IGNORED", ignored.reason());
      case DeliveryReported report -> store(report);
      case ConsentStated statement -> store(statement);
      case PersonWrote echo -> store(echo);
      case MessageReceived message -> store(message);
      case MessageEdited edit -> store(edit, "EDIT", agency -> edit(agency, edit));
      case MessageTakenBack deletion ->
          store(deletion, "TAKEN_BACK", agency -> takeBack(agency, deletion));
      case PersonEdited edit -> store(edit, "EDIT", agency -> edit(agency, edit));
      case PersonTookBack deletion ->
          store(deletion, "TAKEN_BACK", agency -> takeBack(agency, deletion));
    };
  }

  private boolean store(DeliveryReported report) {
    if (!record(report, "STATUS", "APPLIED", null)) {
      return false;
    }
    if (!outbox.report(report)) {
      ignore(report.origin(), "no message of ours has this id");
    }
    return true;
  }

  private boolean store(ConsentStated statement) {
    return store(
        statement,
        "CONSENT",
        agency -> {
          if (!record(statement, "CONSENT", "APPLIED", null)) {
            return false;
          }
          var contact = contactOf(agency, statement.sender());
          contacts.consent(contact.id(), statement.consent(), statement.statedAt());
          return true;
        });
  }

  private boolean store(PersonWrote echo) {
    return store(echo, "ECHO", agency -> take(agency, echo));
  }

  private boolean take(AgencyProfile agency, PersonWrote echo) {
    var words = Words.ofPerson(echo);
    var thread = add(agency, echo.origin(), contactOf(agency, echo.recipient()), words);
    if (thread.isNew()) {
      handovers.wroteOnPhone(thread.id(), words.id(), echo.content().text(), echo.sentAt());
    }
    return thread.isNew();
  }

  private boolean store(MessageReceived message) {
    return store(message, "MESSAGE", agency -> take(agency, message, null));
  }

  /**
   * @param store for the agency that has the account; says whether the event is new
   * @return false when it was stored before
   */
  private boolean store(InboundEvent event, String kind, Predicate<AgencyProfile> store) {
    return agencies
        .ownerOf(event.origin().channel().name(), event.origin().accountId())
        .map(store::test)
        .orElseGet(() -> record(event, kind, "IGNORED", "no agency has this account"));
  }

  /**
   * @param corrects the message that this one replaces, which has been answered; null for none
   */
  private boolean take(
      AgencyProfile agency, MessageReceived message, @Nullable MessageId corrects) {
    var profile = profileOf(agency, message.sender());
    var contact = new Writer(profile.id(), message.sender().identities().getFirst());
    if (isOvertaken(agency, contact, message)) {
      return record(message, "MESSAGE", "IGNORED", "an edit of it came before it");
    }
    var words = Words.ofContact(message, corrects);
    var thread = add(agency, message.origin(), contact, words);
    if (thread.isNew()) {
      if (message.content().type() == MessageType.TEXT && message.content().text() != null) {
        contacts.writes(profile, message.content().text());
      }
      obeyConsent(contact, message.content(), message.sentAt());
      if (words.needsAnswer()) {
        outbox.contactWrote(thread.id(), thread.epoch());
        events.publishEvent(new InboundMessageStored(thread.id(), words.id()));
      }
    }
    return thread.isNew();
  }

  /** Whether newer words of it are here; one that is named like its event is not stored again. */
  private boolean isOvertaken(AgencyProfile agency, Writer contact, MessageReceived message) {
    return !message.messageId().equals(message.origin().eventId())
        && lockedConversation(agency, message.origin(), contact)
            .flatMap(conversation -> earlierMessages.find(conversation, message.messageId()))
            .filter(earlier -> earlier.saidAt().isAfter(message.sentAt()))
            .isPresent();
  }

  /** At once: it must not wait for the engine, a model or a person. The turn confirms it. */
  private void obeyConsent(Writer contact, InboundEvent.Content content, Instant sentAt) {
    Optional.ofNullable(content.text())
        .flatMap(Consent::inWords)
        .ifPresent(consent -> contacts.consent(contact.id(), consent, sentAt));
  }

  /**
   * Words that nobody has answered are replaced; to those that were answered the new ones are one
   * more message. An edit that comes before its message stands for it.
   */
  private boolean edit(AgencyProfile agency, MessageEdited edit) {
    var contact = contactOf(agency, edit.sender());
    var conversation = lockedConversation(agency, edit.origin(), contact);
    if (isStored(edit.origin())) {
      return false;
    }
    var earlier = conversation.flatMap(id -> earlierMessages.find(id, edit.messageId()));
    if (earlier.isEmpty()) {
      return standsFor(edit.origin(), edit.messageId(), "EDIT")
          .filter(
              origin ->
                  take(
                      agency,
                      new MessageReceived(
                          origin, edit.messageId(), edit.sender(), edit.content(), edit.sentAt()),
                      null))
          .isPresent();
    }
    return edit(agency, contact, conversation.get(), edit, earlier.get());
  }

  private boolean edit(
      AgencyProfile agency,
      Writer contact,
      ConversationId conversation,
      MessageEdited edit,
      Earlier earlier) {
    var content = edit.content();
    if (earlier.isTakenBack()) {
      return record(edit, "EDIT", "IGNORED", "an edit of what was taken back");
    }
    if (edit.sentAt().isBefore(earlier.saidAt())) {
      return record(edit, "EDIT", "IGNORED", "an edit that another one has replaced");
    }
    if (earlier.says(content)) {
      return record(edit, "EDIT", "IGNORED", "an edit that changes no words");
    }
    if (content.type() == MessageType.LOCATION && earlier.type() == MessageType.LOCATION) {
      earlierMessages.move(earlier.id(), content.text());
      return record(edit, "EDIT", "APPLIED", null);
    }
    outdate(conversation, edit.origin());
    if (earlier.hasFileOf(content)
        && earlierMessages.find(conversation, edit.messageId()).orElseThrow().isOpen()) {
      earlierMessages.replace(earlier.id(), content.text(), edit.sentAt());
      obeyConsent(contact, content, edit.sentAt());
      return record(edit, "EDIT", "APPLIED", null);
    }
    return take(
        agency,
        new MessageReceived(
            edit.origin(), edit.origin().eventId(), edit.sender(), content, edit.sentAt()),
        earlier.first());
  }

  /** What is taken back needs no answer any more; staff see that it is. */
  private boolean takeBack(AgencyProfile agency, MessageTakenBack deletion) {
    var contact = contactOf(agency, deletion.sender());
    var conversation = lockedConversation(agency, deletion.origin(), contact);
    if (isStored(deletion.origin())) {
      return false;
    }
    var earlier = conversation.flatMap(id -> earlierMessages.find(id, deletion.messageId()));
    if (earlier.isPresent()) {
      outdate(conversation.get(), deletion.origin());
      earlierMessages.takeBack(earlier.get().first(), deletion.sentAt());
      return record(deletion, "TAKEN_BACK", "APPLIED", null);
    }
    var words = Words.takenBack(deletion.sentAt());
    return standsFor(deletion.origin(), deletion.messageId(), "TAKEN_BACK")
        .map(origin -> add(agency, origin, contact, words))
        .map(
            thread -> {
              earlierMessages.takeBack(words.id(), deletion.sentAt());
              return true;
            })
        .orElse(false);
  }

  /** What the phone shows of our side; it answers nothing that came since. */
  private boolean edit(AgencyProfile agency, PersonEdited edit) {
    var contact = contactOf(agency, edit.recipient());
    var conversation = lockedConversation(agency, edit.origin(), contact);
    if (isStored(edit.origin())) {
      return false;
    }
    var ours = conversation.flatMap(id -> earlierMessages.findOurs(id, edit.messageId()));
    if (ours.isPresent()) {
      earlierMessages.replace(ours.get(), edit.content().text(), edit.sentAt());
      return record(edit, "EDIT", "APPLIED", null);
    }
    return standsFor(edit.origin(), edit.messageId(), "EDIT")
        .filter(
            origin ->
                take(
                    agency,
                    new PersonWrote(origin, edit.recipient(), edit.content(), edit.sentAt())))
        .isPresent();
  }

  private boolean takeBack(AgencyProfile agency, PersonTookBack deletion) {
    var contact = contactOf(agency, deletion.recipient());
    var conversation = lockedConversation(agency, deletion.origin(), contact);
    var ours = conversation.flatMap(id -> earlierMessages.findOurs(id, deletion.messageId()));
    if (ours.isEmpty()) {
      return record(deletion, "TAKEN_BACK", "IGNORED", "it is no message that is known here");
    }
    earlierMessages.takeBackOurs(ours.get(), deletion.sentAt());
    return record(deletion, "TAKEN_BACK", "APPLIED", null);
  }

  /** Drafts of before do not leave any more, and whatever waits for the contact starts over. */
  private void outdate(ConversationId conversation, Origin cause) {
    var epoch =
        jdbc.sql("update conversation set epoch = epoch + 1 where id = ? returning epoch")
            .param(conversation.value())
            .query(Long.class)
            .single();
    outbox.contactWrote(conversation, epoch);
    events.publishEvent(new TurnOutdated(conversation, "changed/" + cause.eventId()));
  }

  /**
   * What came before the message that it tells of takes its place, so that the message is known
   * when it comes; not that of a message of somebody else.
   *
   * @return as what it is stored; empty when it was stored before
   */
  private Optional<Origin> standsFor(Origin origin, String messageId, String kind) {
    var named = new Origin(origin.channel(), origin.accountId(), messageId, origin.payload());
    if (origin.channel() != Channel.WHATSAPP || isStored(named)) {
      return Optional.of(origin);
    }
    return record(origin, kind, "APPLIED", null) ? Optional.of(named) : Optional.empty();
  }

  private Optional<ConversationId> lockedConversation(
      AgencyProfile agency, Origin origin, Writer contact) {
    return jdbc.sql(
            """
            select id from conversation
            where agency_id = ? and contact_id = ? and channel = ? and account_id = ?
            for no key update""")
        .params(
            agency.id().value(), contact.id().value(), origin.channel().name(), origin.accountId())
        .query(UUID.class)
        .optional()
        .map(ConversationId::new);
  }

  private boolean isStored(Origin origin) {
    return jdbc.sql(
            """
            select exists (
              select from inbox where channel = ? and account_id = ? and event_id = ?)""")
        .params(origin.channel().name(), origin.accountId(), origin.eventId())
        .query(Boolean.class)
        .single();
  }

  private boolean record(InboundEvent event, String kind, String state, @Nullable String reason) {
    return record(event.origin(), kind, state, reason);
  }

  private boolean record(Origin origin, String kind, String state, @Nullable String reason) {
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

  private void ignore(Origin origin, String reason) {
    jdbc.sql(
            """
            update inbox set state = 'IGNORED', reason = ?, settled_at = ?
            where channel = ? and account_id = ? and event_id = ?""")
        .params(
            reason,
            Timestamp.from(clock.instant()),
            origin.channel().name(),
            origin.accountId(),
            origin.eventId())
        .update();
  }

  /** The contact, and where an answer reaches it. */
  private record Writer(ContactId id, Identity recipient) {}

  /**
   * The conversation that a message is of.
   *
   * @param isNew whether the message was added; false when it was stored before
   * @param epoch after it was added; 0 when it was stored before
   */
  private record Thread(ConversationId id, boolean isNew, long epoch) {}

  /**
   * What was said, and by whom.
   *
   * @param state of its entry in the inbox
   * @param reason of the state; null when it needs none
   * @param providerId the provider's name of it where that is not the id of its event
   * @param corrects the message that it replaces, which has been answered
   * @param wroteAt when the contact wrote; null when that was somebody else
   */
  private record Words(
      MessageId id,
      String kind,
      String state,
      @Nullable String reason,
      String direction,
      String author,
      InboundEvent.Content content,
      @Nullable String providerId,
      @Nullable MessageId corrects,
      Instant sentAt,
      @Nullable Instant wroteAt) {

    static Words ofContact(MessageReceived message, @Nullable MessageId corrects) {
      var reason = reasonNotToAnswer(message);
      // A notice of the provider is not the contact's word.
      var isNotice = message.content().type() == MessageType.SYSTEM;
      return new Words(
          MessageId.next(),
          "MESSAGE",
          reason == null ? "OPEN" : "IGNORED",
          reason,
          "INBOUND",
          "CONTACT",
          message.content(),
          message.messageId().equals(message.origin().eventId()) ? null : message.messageId(),
          corrects,
          message.sentAt(),
          isNotice ? null : message.sentAt());
    }

    static Words ofPerson(PersonWrote echo) {
      return new Words(
          MessageId.next(),
          "ECHO",
          "APPLIED",
          null,
          "OUTBOUND",
          "PERSON",
          echo.content(),
          null,
          null,
          echo.sentAt(),
          null);
    }

    /** A message of which nothing else is known. */
    static Words takenBack(Instant at) {
      return new Words(
          MessageId.next(),
          "MESSAGE",
          "IGNORED",
          EarlierMessages.TAKEN_BACK,
          "INBOUND",
          "CONTACT",
          new InboundEvent.Content(MessageType.UNSUPPORTED, null, null, null),
          null,
          null,
          at,
          at);
    }

    boolean isOfContact() {
      return author.equals("CONTACT");
    }

    boolean needsAnswer() {
      return state.equals("OPEN");
    }

    private static @Nullable String reasonNotToAnswer(MessageReceived message) {
      return switch (message.content().type()) {
        case REACTION -> "a reaction needs no answer";
        case SYSTEM -> "a notice of the provider";
        default -> null;
      };
    }
  }

  private Writer contactOf(AgencyProfile agency, Sender sender) {
    return new Writer(profileOf(agency, sender).id(), sender.identities().getFirst());
  }

  private ContactProfile profileOf(AgencyProfile agency, Sender sender) {
    return contacts.recognise(
        agency, sender.identities(), sender.displayName(), sender.languageTag());
  }

  /** Adds a message to the inbox and to its conversation, which begins with the first. */
  private Thread add(AgencyProfile agency, Origin origin, Writer contact, Words words) {
    var thread =
        addToKnown(agency, origin, contact, words)
            .or(
                () -> {
                  begin(agency, origin, contact);
                  return addToKnown(agency, origin, contact, words);
                })
            .orElseThrow();
    if (thread.isNew() && words.content().file() != null) {
      files.expect(words.id(), agency.id(), words.content().file());
    }
    return thread;
  }

  private void begin(AgencyProfile agency, Origin origin, Writer contact) {
    jdbc.sql(
            """
            insert into conversation (id, agency_id, contact_id, channel, account_id, recipient_kind,
              recipient_value, handler, epoch, created_at, version)
            values (?, ?, ?, ?, ?, ?, ?, 'CONCIERGE', 0, ?, 0)
            on conflict (agency_id, contact_id, channel, account_id) do nothing""")
        .params(
            UUID.randomUUID(),
            agency.id().value(),
            contact.id().value(),
            origin.channel().name(),
            origin.accountId(),
            contact.recipient().kind().name(),
            contact.recipient().value(),
            Timestamp.from(clock.instant()))
        .update();
  }

  /**
   * In one statement: this is the way of every message that comes in.
   *
   * @return empty when the conversation has not begun
   */
  private Optional<Thread> addToKnown(
      AgencyProfile agency, Origin origin, Writer contact, Words words) {
    var now = Timestamp.from(clock.instant());
    var quote = words.content().quote();
    return jdbc.sql(
            """
            with known as (
              select id from conversation
              where agency_id = :agency and contact_id = :contact and channel = :channel
                and account_id = :account),
            entry as (
              insert into inbox (channel, account_id, event_id, kind, payload, state, reason,
                received_at, settled_at, agency_id, conversation_id, message_id)
              select :channel, :account, :event, :kind, :payload, :state, :reason,
                :now::timestamptz, :settledAt::timestamptz, :agency, known.id, :message
              from known
              on conflict do nothing
              returning conversation_id),
            thread as (
              update conversation c
              set recipient_kind = case when %1$s then :recipientKind else c.recipient_kind end,
                recipient_value = case when %1$s then :recipient else c.recipient_value end,
                recipient_at = case when %1$s then :sentAt::timestamptz else c.recipient_at end,
                last_inbound_at = greatest(c.last_inbound_at, :wroteAt::timestamptz),
                epoch = c.epoch + :newer
              from entry where c.id = entry.conversation_id
              returning c.id, c.epoch),
            said as (
              insert into message (id, agency_id, conversation_id, direction, author, type, text,
                button_payload, provider_id, quotes, quote, corrects, occurred_at, recorded_at)
              select :message, :agency, thread.id, :direction, :author, :type, :text, :button,
                :providerId, :quotes, :quote, :corrects::uuid, :sentAt::timestamptz,
                :now::timestamptz
              from thread)
            select known.id, thread.id is not null, thread.epoch
            from known left join thread on thread.id = known.id"""
                .formatted(words.isOfContact() ? NEWEST_ADDRESS : "false"))
        .param("agency", agency.id().value())
        .param("contact", contact.id().value())
        .param("channel", origin.channel().name())
        .param("account", origin.accountId())
        .param("event", origin.eventId())
        .param("payload", origin.payload())
        .param("kind", words.kind())
        .param("state", words.state())
        .param("reason", words.reason())
        .param("settledAt", words.needsAnswer() ? null : now)
        .param("recipientKind", contact.recipient().kind().name())
        .param("recipient", contact.recipient().value())
        .param("wroteAt", words.wroteAt() == null ? null : Timestamp.from(words.wroteAt()))
        .param("newer", words.needsAnswer() ? 1 : 0)
        .param("message", words.id().value())
        .param("direction", words.direction())
        .param("author", words.author())
        .param("type", words.content().type().name())
        .param("text", words.content().text())
        .param("button", words.content().buttonPayload())
        .param("providerId", words.providerId())
        .param("quotes", quote == null ? null : quote.messageId())
        .param("quote", quote == null ? null : quote.text())
        .param("corrects", words.corrects() == null ? null : words.corrects().value())
        .param("sentAt", Timestamp.from(words.sentAt()))
        .param("now", now)
        .query(
            (row, index) ->
                new Thread(
                    new ConversationId(row.getObject(1, UUID.class)),
                    row.getBoolean(2),
                    row.getLong(3)))
        .optional();
  }
}
