package com.ailuxe.conversation;

import com.ailuxe.contact.Identity;
import com.ailuxe.shared.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of a contact within a turn.
 *
 * @param text never blank: a message without words is named by its type, for example {@code
 *     [image]}, and by what can be said of it
 * @param wordless whether nothing of that is the contact's own words; only a person can make
 *     something of it
 * @param withFile whether a picture, a voice note or another file came with it; only a person can
 *     see or hear that
 * @param withheld whether it, or its file, did not get through and never will
 * @param quotes what it answers, if it names that
 * @param corrects whether it replaces words of an earlier message, which has been answered
 * @param providerMessageId the provider's id, evidence for what was said
 * @param sender the identity that it was written from
 */
public record AskedMessage(
    MessageId id,
    String providerMessageId,
    MessageType type,
    String text,
    boolean wordless,
    boolean withFile,
    boolean withheld,
    @Nullable QuotedLine quotes,
    boolean corrects,
    @Nullable String buttonPayload,
    Instant at,
    Identity sender) {

  /** The words of the message; one without any is named by its type alone. */
  public String words() {
    return wordless ? MessageText.named(type) : text;
  }

  /** A line of text with all that is to know of the message. */
  public String shown() {
    return TranscriptLine.shown(
        withFile && !wordless ? MessageText.named(type) + " " + text : text,
        quotes,
        corrects,
        false);
  }
}
