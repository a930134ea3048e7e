package com.ailuxe.conversation;

import com.ailuxe.agency.AgencyProfile;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.Identity;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.InboundEvent.Origin;
import com.ailuxe.conversation.InboundEvent.PersonWrote;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.Identifier;
import com.ailuxe.shared.MessageId;
import com.ailuxe.shared.TurnId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the inbox: each event once, and what became of it. Nobody else writes them. */
@Component
class InboxEntries {
  private final JdbcClient jdbc;
  private final ConversationNews news;
  private final Clock clock;

  InboxEntries(JdbcClient jdbc, Clock clock, ConversationNews news) {
    this.news = news;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The contact, and where an answer reaches it. */
  record Writer(ContactId id, Identity recipient) {}

  /**
   * The conversation that a message is of.
   *
   * @param isNew whether the message was added; false when it was stored before
   * @param epoch after it was added; 0 when it was stored before
   */
  record Thread(ConversationId id, boolean isNew, long epoch) {}

  /**
   * What was said, and by whom.
   *
   * @param state of its entry in the inbox
   * @param reason of the state; null when it needs none
   * @param providerId the provider's name of it where that is not the id of its event
   * @param corrects the message that it replaces, which has been answered
   * @param wroteAt when the contact wrote; null when that was somebody else
   */
  record StoredWords(
      MessageId id,
      InboxKind kind,
      InboxState state,
      @Nullable String reason,
      Author author,
      InboundEvent.Content content,
      @Nullable String providerId,
      @Nullable MessageId corrects,
      Instant sentAt,
      @Nullable Instant wroteAt) {

    static StoredWords ofContact(MessageReceived message, @Nullable MessageId corrects) {
      var reason = reasonNotToAnswer(message);
      // A notice of the provider is not the contact's word.
      var isNotice = message.content().type() == MessageType.SYSTEM;
      return new StoredWords(
          MessageId.next(),
          InboxKind.MESSAGE,
          reason == null ? InboxState.OPEN : InboxState.IGNORED,
          reason,
          Author.CONTACT,
          message.content(),
          message.messageId().equals(message.origin().eventId()) ? null : message.messageId(),
          corrects,
          message.sentAt(),
          isNotice ? null : message.sentAt());
    }

    static StoredWords ofPerson(PersonWrote echo) {
      return new StoredWords(
          MessageId.next(),
          InboxKind.ECHO,
          InboxState.APPLIED,
          null,
          Author.PERSON,
          echo.content(),
          null,
          null,
          echo.sentAt(),
          null);
    }

    /** A message of which nothing else is known. */
    static StoredWords takenBack(Instant at) {
      return new StoredWords(
          MessageId.next(),
          InboxKind.MESSAGE,
          InboxState.IGNORED,
          EarlierMessages.TAKEN_BACK,
          Author.CONTACT,
          new InboundEvent.Content(MessageType.UNSUPPORTED, null, null, null),
          null,
          null,
          at,
          at);
    }

    boolean isOfContact() {
      return author == Author.CONTACT;
    }

    boolean needsAnswer() {
      return state == InboxState.OPEN;
    }

    private static @Nullable String reasonNotToAnswer(MessageReceived message) {
      return switch (message.content().type()) {
        case REACTION -> "a reaction needs no answer";
        case SYSTEM -> "a notice of the provider";
        default -> null;
      };
    }
  }

  boolean isStored(Origin origin) {
    return jdbc.sql(
            """
            select exists (
              select from inbox where channel = ? and account_id = ? and event_id = ?)""")
        .params(origin.channel().name(), origin.accountId(), origin.eventId())
        .query(Boolean.class)
        .single();
  }

  /**
   * Keeps an event that adds no message.
   *
   * @return false when it was stored before
   */
  boolean record(Origin origin, InboxKind kind, InboxState state, @Nullable String reason) {
    var now = Timestamp.from(clock.instant());
    return jdbc.sql(
                """
                insert into inbox
                  (channel, account_id, event_id, kind, payload, state, reason, received_at, settled_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing""")
            .param(origin.channel().name())
            .param(origin.accountId())
            .param(origin.eventId())
            .param(kind.name())
            .param(origin.payload())
            .param(state.name())
            .param(reason)
            .param(now)
            .param(state == InboxState.OPEN ? null : now)
            .update()
        == 1;
  }

  void ignore(Origin origin, String reason) {
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

  /**
   * Adds a message to the inbox and to its conversation, in one statement: this is the way of every
   * message that comes in.
   *
   * @return empty when the conversation has not begun
   */
  Optional<Thread> add(AgencyProfile agency, Origin origin, Writer contact, StoredWords words) {
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
            thread as (%s),
            said as (%s)
            select known.id, thread.id is not null, thread.epoch
            from known left join thread on thread.id = known.id"""
                .formatted(
                    ConversationStore.takesUp("entry", words.isOfContact()),
                    MessageStore.cameIn("thread")))
        .param("agency", agency.id().value())
        .param("contact", contact.id().value())
        .param("channel", origin.channel().name())
        .param("account", origin.accountId())
        .param("event", origin.eventId())
        .param("payload", origin.payload())
        .param("kind", words.kind().name())
        .param("state", words.state().name())
        .param("reason", words.reason())
        .param("settledAt", words.needsAnswer() ? null : now)
        .param("recipientKind", contact.recipient().kind().name())
        .param("recipient", contact.recipient().value())
        .param("wroteAt", words.wroteAt() == null ? null : Timestamp.from(words.wroteAt()))
        .param("newer", words.needsAnswer() ? 1 : 0)
        .param("message", words.id().value())
        .param("direction", words.isOfContact() ? "INBOUND" : "OUTBOUND")
        .param("author", words.author().name())
        .param("type", words.content().type().name())
        .param("text", words.content().text())
        .param("button", words.content().buttonPayload())
        .param("providerId", words.providerId())
        .param("quotes", quote == null ? null : quote.messageId())
        .param("quote", quote == null ? null : quote.text())
        .param("corrects", Identifier.valueOf(words.corrects()))
        .param("sentAt", Timestamp.from(words.sentAt()))
        .param("now", now)
        .query(
            (row, index) -> {
              var conversation = new ConversationId(row.getObject(1, UUID.class));
              news.changed(agency.id(), conversation);
              return new Thread(conversation, row.getBoolean(2), row.getLong(3));
            })
        .optional();
  }

  void announced(Collection<MessageId> messages) {
    jdbc.sql(
            """
            update inbox set announced_at = ?
            where message_id in (
              select i.message_id from inbox i join message m on m.id = i.message_id
              where i.message_id = any(?) and i.state = 'OPEN' and m.turn_id is null
              for update of i skip locked)""")
        .params(Timestamp.from(clock.instant()), Identifier.valuesOf(messages).toArray(UUID[]::new))
        .update();
  }

  /** What waits of these messages of a turn is settled. */
  void settle(TurnId turn, InboxState state, @Nullable String reason) {
    jdbc.sql(
            """
            update inbox set state = ?, reason = ?, settled_at = ?
            where state = 'OPEN' and message_id in (
              select id from message where turn_id = ? and direction = 'INBOUND')""")
        .param(state.name())
        .param(reason)
        .param(Timestamp.from(clock.instant()))
        .param(turn.value())
        .update();
  }

  /** The answer to these turns is void: what they answered waits again. */
  void reopen(List<TurnId> turns) {
    jdbc.sql(
            """
            update inbox set state = 'OPEN', reason = null, settled_at = null
            where state = 'ANSWERED' and message_id in (
              select id from message where turn_id in (:turns) and direction = 'INBOUND')""")
        .param("turns", Identifier.valuesOf(turns))
        .update();
  }

  /** What waits of these messages needs no answer any more. */
  void ignore(List<MessageId> messages, String reason) {
    jdbc.sql(
            """
            update inbox set state = 'IGNORED', reason = :reason, settled_at = :now
            where state = 'OPEN' and message_id in (:messages)""")
        .param("reason", reason)
        .param("now", Timestamp.from(clock.instant()))
        .param("messages", Identifier.valuesOf(messages))
        .update();
  }
}
