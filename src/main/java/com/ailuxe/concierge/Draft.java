package com.ailuxe.concierge;

import org.jspecify.annotations.Nullable;

/**
 * A proposed answer.
 *
 * @param reply what the contact would read, 1 to 4096 characters
 * @param booking what this turn said about a booking, only what is new or changed
 * @param reference of the booking that a change is about; null where none or no single one is meant
 * @param confidence 0 to 1
 * @param needsPerson whether a person should look before it goes out
 * @param reason why a person should look, for that person
 */
public record Draft(
    String reply,
    Intent intent,
    BookingFields booking,
    @Nullable String reference,
    double confidence,
    boolean needsPerson,
    @Nullable String reason) {
  public Draft {
    if (reply.isBlank() || reply.length() > 4096) {
      throw new IllegalArgumentException("A reply has 1 to 4096 characters: " + reply.length());
    }
    if (confidence < 0 || confidence > 1) {
      throw new IllegalArgumentException("Confidence is between 0 and 1: " + confidence);
    }
  }
}
