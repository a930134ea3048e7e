package com.ailuxe.conversation;

import com.ailuxe.agency.Agencies;
import com.ailuxe.agency.AgencyProfile;
import com.ailuxe.contact.Consent;
import com.ailuxe.contact.ContactProfile;
import com.ailuxe.contact.Contacts;
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
import com.ailuxe.conversation.InboxEntries.StoredWords;
import com.ailuxe.conversation.InboxEntries.Thread;
import com.ailuxe.conversation.InboxEntries.Writer;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
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
  private final Agencies agencies;
  private final Contacts contacts;
  private final Outbox outbox;
  private final SendReports reports;
  private final Handovers handovers;
  private final MessageFiles files;
  private final MessageStore messages;
  private final EarlierMessages earlierMessages;
  private final InboxEntries entries;
  private final ConversationStore conversations;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Inbox(
      Agencies agencies,
      Contacts contacts,
      Outbox outbox,
      SendReports reports,
      Handovers handovers,
      MessageFiles files,
      MessageStore messages,
      EarlierMessages earlierMessages,
      InboxEntries entries,
      ConversationStore conversations,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      Clock clock) {
    this.agencies = agencies;
    this.contacts = contacts;
    this.outbox = outbox;
    this.reports = reports;
    this.handovers = handovers;
    this.files = files;
    this.messages = messages;
    this.earlierMessages = earlierMessages;
    this.entries = entries;
    this.conversations = conversations;
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
   * Messages that nobody has begun to answer and that are not known to be announced; the oldest of
   * each conversation.
   *
   * @param age only those received at least so long ago
   */
  @Transactional(readOnly = true)
  public List<InboundMessageStored> notAnnounced(Duration age, int limit) {
    return notBegun("i.announced_at is null and i.received_at <= ?", age, limit);
  }

  /**
   * Messages that nobody has begun to answer though they were announced; the oldest of each
   * conversation.
   *
   * @param age only those announced at least so long ago
   */
  @Transactional(readOnly = true)
  public List<InboundMessageStored> waiting(Duration age, int limit) {
    return notBegun("i.announced_at <= ?", age, limit);
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
   * These messages were announced to whoever answers. Kept for those only that nobody has begun
   * with, and not for one that somebody works on at this moment.
   */
  public void announced(Collection<MessageId> messages) {
    entries.announced(messages);
  }

  private boolean store(InboundEvent event) {
    return switch (event) {
      case NotForUs ignored -> record(event, InboxKind.OTHER, InboxState.IGNORED, ignored.reason());
      case DeliveryReported report -> store(report);
      case ConsentStated statement -> store(statement);
      case PersonWrote echo -> store(echo);
      case MessageReceived message -> store(message);
      case MessageEdited edit -> store(edit, InboxKind.EDIT, agency -> edit(agency, edit));
      case MessageTakenBack deletion ->
          store(deletion, InboxKind.TAKEN_BACK, agency -> takeBack(agency, deletion));
      case PersonEdited edit -> store(edit, InboxKind.EDIT, agency -> edit(agency, edit));
      case PersonTookBack deletion ->
          store(deletion, InboxKind.TAKEN_BACK, agency -> takeBack(agency, deletion));
    };
  }

  private boolean store(DeliveryReported report) {
    if (!record(report, InboxKind.STATUS, InboxState.APPLIED, null)) {
      return false;
    }
    if (!reports.report(report)) {
      entries.ignore(report.origin(), "no message of ours has this id");
    }
    return true;
  }

  private boolean store(ConsentStated statement) {
    return store(
        statement,
        InboxKind.CONSENT,
        agency -> {
          if (!record(statement, InboxKind.CONSENT, InboxState.APPLIED, null)) {
            return false;
          }
          var contact = contactOf(agency, statement.sender());
          contacts.consent(contact.id(), statement.consent(), statement.statedAt());
          return true;
        });
  }

  private boolean store(PersonWrote echo) {
    return store(echo, InboxKind.ECHO, agency -> take(agency, echo));
  }

  private boolean take(AgencyProfile agency, PersonWrote echo) {
    var words = StoredWords.ofPerson(echo);
    var thread = add(agency, echo.origin(), contactOf(agency, echo.recipient()), words);
    if (thread.isNew()) {
      handovers.wroteOnPhone(thread.id(), words.id(), echo.content().text(), echo.sentAt());
    }
    return thread.isNew();
  }

  private boolean store(MessageReceived message) {
    return store(message, InboxKind.MESSAGE, agency -> take(agency, message, null));
  }

  /**
   * @param store for the agency that has the account; says whether the event is new
   * @return false when it was stored before
   */
  private boolean store(InboundEvent event, InboxKind kind, Predicate<AgencyProfile> store) {
    return agencies
        .ownerOf(event.origin().channel().name(), event.origin().accountId())
        .map(store::test)
        .orElseGet(() -> record(event, kind, InboxState.IGNORED, "no agency has this account"));
  }

  /**
   * @param corrects the message that this one replaces, which has been answered; null for none
   */
  private boolean take(
      AgencyProfile agency, MessageReceived message, @Nullable MessageId corrects) {
    var profile = profileOf(agency, message.sender());
    var contact = new Writer(profile.id(), message.sender().identities().getFirst());
    if (isOvertaken(agency, contact, message)) {
      return record(message, InboxKind.MESSAGE, InboxState.IGNORED, "an edit of it came before it");
    }
    var words = StoredWords.ofContact(message, corrects);
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

  /**
   * Changes the consent at once: it must not wait for the engine, a model or a person. The turn
   * confirms it.
   */
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
    if (entries.isStored(edit.origin())) {
      return false;
    }
    var earlier = conversation.flatMap(id -> earlierMessages.find(id, edit.messageId()));
    if (earlier.isEmpty()) {
      return standsFor(edit.origin(), edit.messageId(), InboxKind.EDIT)
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
      return record(edit, InboxKind.EDIT, InboxState.IGNORED, "an edit of what was taken back");
    }
    if (edit.sentAt().isBefore(earlier.saidAt())) {
      return record(
          edit, InboxKind.EDIT, InboxState.IGNORED, "an edit that another one has replaced");
    }
    if (earlier.says(content)) {
      return record(edit, InboxKind.EDIT, InboxState.IGNORED, "an edit that changes no words");
    }
    if (content.type() == MessageType.LOCATION && earlier.type() == MessageType.LOCATION) {
      messages.reword(earlier.id(), content.text());
      return record(edit, InboxKind.EDIT, InboxState.APPLIED, null);
    }
    outdate(conversation, edit.origin());
    if (earlier.hasFileOf(content)
        && earlierMessages.find(conversation, edit.messageId()).orElseThrow().isOpen()) {
      messages.edit(earlier.id(), content.text(), edit.sentAt());
      obeyConsent(contact, content, edit.sentAt());
      return record(edit, InboxKind.EDIT, InboxState.APPLIED, null);
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
    if (entries.isStored(deletion.origin())) {
      return false;
    }
    var earlier = conversation.flatMap(id -> earlierMessages.find(id, deletion.messageId()));
    if (earlier.isPresent()) {
      outdate(conversation.get(), deletion.origin());
      takeBack(earlier.get().first(), deletion.sentAt());
      return record(deletion, InboxKind.TAKEN_BACK, InboxState.APPLIED, null);
    }
    var words = StoredWords.takenBack(deletion.sentAt());
    return standsFor(deletion.origin(), deletion.messageId(), InboxKind.TAKEN_BACK)
        .map(origin -> add(agency, origin, contact, words))
        .map(
            thread -> {
              takeBack(words.id(), deletion.sentAt());
              return true;
            })
        .orElse(false);
  }

  private void takeBack(MessageId first, Instant at) {
    entries.ignore(messages.takeBack(first, at), EarlierMessages.TAKEN_BACK);
  }

  /** What the phone shows of our side; it answers nothing that came since. */
  private boolean edit(AgencyProfile agency, PersonEdited edit) {
    var contact = contactOf(agency, edit.recipient());
    var conversation = lockedConversation(agency, edit.origin(), contact);
    if (entries.isStored(edit.origin())) {
      return false;
    }
    var ours = conversation.flatMap(id -> earlierMessages.findOurs(id, edit.messageId()));
    if (ours.isPresent()) {
      messages.edit(ours.get(), edit.content().text(), edit.sentAt());
      return record(edit, InboxKind.EDIT, InboxState.APPLIED, null);
    }
    return standsFor(edit.origin(), edit.messageId(), InboxKind.EDIT)
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
      return record(
          deletion,
          InboxKind.TAKEN_BACK,
          InboxState.IGNORED,
          "it is no message that is known here");
    }
    messages.takeBack(ours.get(), deletion.sentAt());
    return record(deletion, InboxKind.TAKEN_BACK, InboxState.APPLIED, null);
  }

  /** Drafts of before do not leave any more, and whatever waits for the contact starts over. */
  private void outdate(ConversationId conversation, Origin cause) {
    outbox.contactWrote(conversation, conversations.outdate(conversation));
    events.publishEvent(new TurnOutdated(conversation, "changed/" + cause.eventId()));
  }

  /**
   * What came before the message that it tells of takes its place, so that the message is known
   * when it comes; not that of a message of somebody else.
   *
   * @return as what it is stored; empty when it was stored before
   */
  private Optional<Origin> standsFor(Origin origin, String messageId, InboxKind kind) {
    var named = new Origin(origin.channel(), origin.accountId(), messageId, origin.payload());
    if (origin.channel() != Channel.WHATSAPP || entries.isStored(named)) {
      return Optional.of(origin);
    }
    return entries.record(origin, kind, InboxState.APPLIED, null)
        ? Optional.of(named)
        : Optional.empty();
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

  private boolean record(
      InboundEvent event, InboxKind kind, InboxState state, @Nullable String reason) {
    return entries.record(event.origin(), kind, state, reason);
  }

  private Writer contactOf(AgencyProfile agency, Sender sender) {
    return new Writer(profileOf(agency, sender).id(), sender.identities().getFirst());
  }

  private ContactProfile profileOf(AgencyProfile agency, Sender sender) {
    return contacts.recognise(
        agency, sender.identities(), sender.displayName(), sender.languageTag());
  }

  /** Adds a message to the inbox and to its conversation, which begins with the first. */
  private Thread add(AgencyProfile agency, Origin origin, Writer contact, StoredWords words) {
    var thread =
        entries
            .add(agency, origin, contact, words)
            .or(
                () -> {
                  conversations.begin(
                      agency.id(),
                      contact.id(),
                      origin.channel(),
                      origin.accountId(),
                      contact.recipient());
                  return entries.add(agency, origin, contact, words);
                })
            .orElseThrow();
    if (thread.isNew() && words.content().file() != null) {
      files.expect(words.id(), agency.id(), words.content().file());
    }
    return thread;
  }
}
