package com.ailuxe.conversation;

import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.contact.Consent;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.InboundEvent.ConsentStated;
import com.ailuxe.conversation.InboundEvent.Content;
import com.ailuxe.conversation.InboundEvent.DeliveryReported;
import com.ailuxe.conversation.InboundEvent.MessageEdited;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.InboundEvent.MessageTakenBack;
import com.ailuxe.conversation.InboundEvent.Origin;
import com.ailuxe.conversation.InboundEvent.PersonEdited;
import com.ailuxe.conversation.InboundEvent.PersonTookBack;
import com.ailuxe.conversation.InboundEvent.PersonWrote;
import com.ailuxe.conversation.InboundEvent.Quote;
import com.ailuxe.conversation.InboundEvent.Sender;
import com.ailuxe.conversation.InboundEvent.SentFile;
import com.ailuxe.media.MediaKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one contact sends, on WhatsApp unless they are said to be on Telegram. */
final class Inbound {
  private Identity phone =
      new Identity(
          IdentityKind.PHONE,
          "+49151" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000));
  private List<Identity> identities = List.of(phone);
  private Channel channel = Channel.WHATSAPP;
  private String account = DemoAgency.WHATSAPP_ACCOUNT;

  Inbound to(String account) {
    this.account = account;
    return this;
  }

  void onTelegram() {
    channel = Channel.TELEGRAM;
    account = DemoAgency.TELEGRAM_ACCOUNT;
    phone =
        new Identity(
            IdentityKind.TELEGRAM_USER,
            String.valueOf(ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000)));
    identities = List.of(phone);
  }

  /** Is known by these numbers from now on; answers go to the first. */
  Inbound as(String... numbers) {
    identities =
        Stream.of(numbers).map(number -> new Identity(IdentityKind.PHONE, number)).toList();
    return this;
  }

  Identity phone() {
    return phone;
  }

  MessageReceived says(String text) {
    return message(new Content(MessageType.TEXT, text, null, null));
  }

  MessageReceived says(String text, Instant sentAt) {
    return message(new Content(MessageType.TEXT, text, null, null), sentAt);
  }

  ConsentStated states(Consent consent, Instant statedAt) {
    return new ConsentStated(origin(), sender(), consent, statedAt);
  }

  MessageReceived presses(String payload) {
    return message(new Content(MessageType.BUTTON_REPLY, "Accept", payload, null));
  }

  MessageReceived tells(String notice, Instant sentAt) {
    return message(new Content(MessageType.SYSTEM, notice, null, null), sentAt);
  }

  MessageReceived sends(MessageType type) {
    return message(new Content(type, null, null, null));
  }

  MessageReceived sendsPicture() {
    return sends(new SentFile("media-1", MediaKind.IMAGE, null, null, null));
  }

  MessageReceived sends(SentFile file) {
    return message(new Content(MessageType.valueOf(file.kind().name()), null, null, file));
  }

  private MessageReceived message(Content content) {
    return message(content, TestClock.START);
  }

  private MessageReceived message(Content content, Instant sentAt) {
    var origin = origin();
    return channel == Channel.TELEGRAM
        ? new MessageReceived(origin, "of/" + origin.eventId(), sender(), content, sentAt)
        : new MessageReceived(origin, sender(), content, sentAt);
  }

  MessageEdited changes(MessageReceived message, String text, Instant at) {
    var was = message.content();
    return changes(message, new Content(was.type(), text, null, was.file()), at);
  }

  MessageEdited changes(MessageReceived message, Content content, Instant at) {
    return new MessageEdited(origin(), message.messageId(), sender(), content, at);
  }

  MessageTakenBack takesBack(MessageReceived message, Instant at) {
    return new MessageTakenBack(origin(), message.messageId(), sender(), at);
  }

  MessageReceived answers(String messageId, @Nullable String words, String text) {
    return message(new Content(MessageType.TEXT, text, null, null, new Quote(messageId, words)));
  }

  MessageReceived shares(MessageType type, String text) {
    return message(new Content(type, text, null, null));
  }

  private Sender sender() {
    return new Sender(identities, "Ada", "en");
  }

  /** What a person of the agency answers on the agency's own phone. */
  PersonWrote hears(String text, Instant sentAt) {
    return new PersonWrote(
        origin(), sender(), new Content(MessageType.TEXT, text, null, null), sentAt);
  }

  PersonEdited hearsInstead(PersonWrote message, String text, Instant at) {
    return new PersonEdited(
        origin(),
        message.origin().eventId(),
        sender(),
        new Content(MessageType.TEXT, text, null, null),
        at);
  }

  PersonTookBack hearsNoMore(InboundEvent message, Instant at) {
    return new PersonTookBack(origin(), message.origin().eventId(), sender(), at);
  }

  DeliveryReported reports(DeliveryState state, String providerId, @Nullable String callbackData) {
    return new DeliveryReported(
        origin(), providerId, callbackData, state, TestClock.START.plusSeconds(5), null);
  }

  private Origin origin() {
    return new Origin(channel, account, "wamid." + UUID.randomUUID(), "{}");
  }
}
