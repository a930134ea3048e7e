package com.ailuxe.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message as a person reads it.
 *
 * @param text never blank; of a message without words it is the name of its type, and what can be
 *     said of it
 * @param quotes what it answers, if it names that
 * @param corrects whether it replaces an earlier message, or words that it had before
 * @param takenBack whether the contact has deleted it
 * @param closes whether it answers a wish to book that was complete
 */
public record TranscriptLine(
    Author author,
    String text,
    Instant at,
    @Nullable QuotedLine quotes,
    boolean corrects,
    boolean takenBack,
    boolean closes) {

  /** One that stands for itself. */
  public TranscriptLine(Author author, String text, Instant at) {
    this(author, text, at, null, false, false, false);
  }

  /** A line of text with all that is to know of the message. */
  public String shown() {
    return shown(text, quotes, corrects, takenBack);
  }

  static String shown(
      String text, @Nullable QuotedLine quotes, boolean corrects, boolean takenBack) {
    return (takenBack ? "[taken back] " : "")
        + (corrects ? "[corrected] " : "")
        + (quotes == null ? "" : quotes.shown())
        + text;
  }
}
