package com.ailuxe.conversation;

import com.ailuxe.contact.Consent;
import com.ailuxe.contact.Identity;
import com.ailuxe.media.MediaKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that a provider reports, in our words. A webhook may carry many of them. */
public sealed interface InboundEvent {
  Origin origin();

  /**
   * Where an event comes from.
   *
   * @param accountId the provider's name of the agency's account: WhatsApp's phone_number_id,
   *     Telegram's bot id
   * @param eventId unique per channel and account; a second event with the same id is a duplicate
   * @param payload the provider's JSON of this event, kept as received
   */
  record Origin(Channel channel, String accountId, String eventId, String payload) {}

  /**
   * A contact wrote, pressed a button or sent a file.
   *
   * @param messageId by which the provider names it when it is quoted, changed or taken back
   */
  record MessageReceived(
      Origin origin, String messageId, Sender sender, Content content, Instant sentAt)
      implements InboundEvent {
    /** A message that is named like its event. */
    public MessageReceived(Origin origin, Sender sender, Content content, Instant sentAt) {
      this(origin, origin.eventId(), sender, content, sentAt);
    }
  }

  /**
   * A contact changed a message of before.
   *
   * @param messageId the provider's name of that message
   * @param content as it is now
   */
  record MessageEdited(
      Origin origin, String messageId, Sender sender, Content content, Instant sentAt)
      implements InboundEvent {}

  /**
   * A contact deleted a message of before, for both sides.
   *
   * @param messageId the provider's name of that message
   */
  record MessageTakenBack(Origin origin, String messageId, Sender sender, Instant sentAt)
      implements InboundEvent {}

  /**
   * A person of the agency wrote to a contact on the agency's own phone.
   *
   * @param recipient the contact
   */
  record PersonWrote(Origin origin, Sender recipient, Content content, Instant sentAt)
      implements InboundEvent {}

  /**
   * A person of the agency changed a message on the agency's own phone.
   *
   * @param messageId the provider's name of that message
   * @param recipient the contact
   * @param content as it is now
   */
  record PersonEdited(
      Origin origin, String messageId, Sender recipient, Content content, Instant sentAt)
      implements InboundEvent {}

  /**
   * A person of the agency deleted a message on the agency's own phone, for both sides.
   *
   * @param messageId the provider's name of that message
   * @param recipient the contact
   */
  record PersonTookBack(Origin origin, String messageId, Sender recipient, Instant sentAt)
      implements InboundEvent {}

  /**
   * The provider tells how far a message of ours got.
   *
   * @param providerMessageId the id the provider gave when it accepted the message
   * @param callbackData what we sent along as {@code biz_opaque_callback_data}: our message id
   * @param error the provider's code and text, for {@link DeliveryState#FAILED}
   */
  record DeliveryReported(
      Origin origin,
      String providerMessageId,
      @Nullable String callbackData,
      DeliveryState state,
      Instant at,
      @Nullable String error)
      implements InboundEvent {}

  /** A contact has said to the provider, not to us, whether reminders and news are welcome. */
  record ConsentStated(Origin origin, Sender sender, Consent consent, Instant statedAt)
      implements InboundEvent {}

  /** Something that needs no answer; kept with the reason. */
  record NotForUs(Origin origin, String reason) implements InboundEvent {}

  /**
   * Who wrote, or was written to.
   *
   * @param identities at least one; the first is where replies go
   * @param displayName as the provider gives it
   * @param languageTag BCP 47, where the provider gives one
   */
  record Sender(
      List<Identity> identities, @Nullable String displayName, @Nullable String languageTag) {
    public Sender {
      identities = List.copyOf(identities);
      if (identities.isEmpty()) {
        throw new IllegalArgumentException("A sender has at least one identity");
      }
    }
  }

  /**
   * What was written.
   *
   * @param text the text or caption, if any
   * @param buttonPayload of the button of ours that was pressed
   * @param file what was sent with it or in place of it, if anything
   * @param quote the message that it answers, if it names one
   */
  record Content(
      MessageType type,
      @Nullable String text,
      @Nullable String buttonPayload,
      @Nullable SentFile file,
      @Nullable Quote quote) {
    /** One that quotes nothing. */
    public Content(
        MessageType type,
        @Nullable String text,
        @Nullable String buttonPayload,
        @Nullable SentFile file) {
      this(type, text, buttonPayload, file, null);
    }
  }

  /**
   * A message that is quoted, of whichever side.
   *
   * @param messageId the provider's name of it; null when it is of another chat
   * @param text its words, or those of them that were chosen, where the provider gives any
   */
  record Quote(@Nullable String messageId, @Nullable String text) {}

  /**
   * A file that is still with the provider.
   *
   * @param providerId by which the provider gives it out; null when it named none that can be used,
   *     and then the file can never be fetched
   * @param mediaType as the sender or the provider states it, unproved
   * @param sha256 as the provider states it, hexadecimal or Base64
   */
  record SentFile(
      @Nullable String providerId,
      MediaKind kind,
      @Nullable String mediaType,
      @Nullable String sha256,
      @Nullable String name) {}
}
