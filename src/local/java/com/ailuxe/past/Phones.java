package com.ailuxe.past;

import com.ailuxe.DemoAgency;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.InboundEvent;
import com.ailuxe.conversation.InboundEvent.Content;
import com.ailuxe.conversation.InboundEvent.MessageEdited;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.InboundEvent.MessageTakenBack;
import com.ailuxe.conversation.InboundEvent.NotForUs;
import com.ailuxe.conversation.InboundEvent.PersonWrote;
import com.ailuxe.conversation.InboundEvent.Quote;
import com.ailuxe.conversation.InboundEvent.Sender;
import com.ailuxe.conversation.InboundEvent.SentFile;
import com.ailuxe.conversation.Inbox;
import com.ailuxe.conversation.MessageFiles;
import com.ailuxe.conversation.MessageType;
import com.ailuxe.media.MediaFiles;
import com.ailuxe.media.MediaKind;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people do on their phones; it comes in as if a provider had reported it. */
@Component
class Phones {
  private final Inbox inbox;
  private final MessageFiles messageFiles;
  private final MediaFiles files;
  private final ProviderIds ids;
  private final Lanes lanes;
  private final Moment moment;
  private final JdbcClient jdbc;

  Phones(
      Inbox inbox,
      MessageFiles messageFiles,
      MediaFiles files,
      ProviderIds ids,
      Lanes lanes,
      Moment moment,
      JdbcClient jdbc) {
    this.inbox = inbox;
    this.messageFiles = messageFiles;
    this.files = files;
    this.ids = ids;
    this.lanes = lanes;
    this.moment = moment;
    this.jdbc = jdbc;
  }

  MessageReceived says(Person person, String text) {
    return receive(person, new Content(MessageType.TEXT, text, null, null));
  }

  /** The person answers the last message that came from us. */
  MessageReceived replies(Person person, String text) {
    return receive(
        person,
        new Content(MessageType.TEXT, text, null, null, new Quote(lanes.lastTo(person), null)));
  }

  void reacts(Person person, String sign) {
    receive(person, new Content(MessageType.REACTION, sign, null, null));
  }

  void presses(Person person, String payload, String title) {
    receive(person, new Content(MessageType.BUTTON_REPLY, title, payload, null));
  }

  void sends(
      Person person,
      MediaKind kind,
      byte[] content,
      String mediaType,
      @Nullable String name,
      @Nullable String caption) {
    var sent =
        receive(
            person,
            new Content(
                MessageType.valueOf(kind.name()),
                caption,
                null,
                new SentFile(ids.next(person.channel()), kind, mediaType, null, name)));
    try (var received = files.receive(new ByteArrayInputStream(content), kind)) {
      messageFiles.stored(message(sent), files.keep(DemoAgency.ID, received, mediaType, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void changes(Person person, MessageReceived said, String text) {
    accept(
        new MessageEdited(
            ids.origin(person),
            said.messageId(),
            sender(person),
            new Content(MessageType.TEXT, text, null, null),
            moment.now()));
  }

  void takesBack(Person person, MessageReceived said) {
    accept(
        new MessageTakenBack(ids.origin(person), said.messageId(), sender(person), moment.now()));
  }

  /** One of the staff writes to the person on the business phone. */
  void hears(Person person, String text) {
    accept(
        new PersonWrote(
            ids.origin(person),
            sender(person),
            new Content(MessageType.TEXT, text, null, null),
            moment.now()));
  }

  void somethingElse(Person person, String reason) {
    accept(new NotForUs(ids.origin(person), reason));
  }

  MessageId message(MessageReceived said) {
    return jdbc.sql(
            "select message_id from inbox where channel = ? and account_id = ? and event_id = ?")
        .params(said.origin().channel().name(), said.origin().accountId(), said.origin().eventId())
        .query((row, index) -> new MessageId(row.getObject(1, UUID.class)))
        .single();
  }

  ConversationId conversation(Person person) {
    return jdbc.sql(
            """
            select id from conversation
            where agency_id = ? and channel = ? and recipient_value = ?""")
        .params(DemoAgency.ID.value(), person.channel().name(), person.number())
        .query((row, index) -> new ConversationId(row.getObject(1, UUID.class)))
        .single();
  }

  /** A message of Telegram has another name than the event that tells of it. */
  private MessageReceived receive(Person person, Content content) {
    var origin = ids.origin(person);
    var name = person.channel() == Channel.TELEGRAM ? ids.next(person.channel()) : origin.eventId();
    var received = new MessageReceived(origin, name, sender(person), content, moment.now());
    accept(received);
    return received;
  }

  private void accept(InboundEvent event) {
    inbox.accept(List.of(event));
  }

  private static Sender sender(Person person) {
    return new Sender(
        List.of(person.identity()),
        person.name(),
        person.channel() == Channel.TELEGRAM ? person.language() : null);
  }
}
