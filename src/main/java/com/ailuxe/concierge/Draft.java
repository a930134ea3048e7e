package com.ailuxe.concierge;

import com.ailuxe.shared.LegalName;
import org.jspecify.annotations.Nullable;

/**
 * A proposed answer.
 *
 * @param reply what the contact would read, 1 to 4096 characters
 * @param booking what this turn said about a booking, only what is new or changed
 * @param reference of the booking that a change is about; null where none or no single one is meant
 * @param legalName of the contact for contracts, where this turn said it
 * @param confidence 0 to 1
 * @param needsPerson whether a person should look before it goes out
 * @param reason why a person should look, for that person
 * @param promise what one of us has to do after it, for that person; null where nothing
 * @param pathKeeps what of the reply promises something that follows by itself from the intent
 * @param pathSays what of the reply need not be said where the notice of what came of it follows at
 *     once, in lines; null where the reply is to be read in any case
 */
public record Draft(
    String reply,
    Intent intent,
    BookingFields booking,
    @Nullable String reference,
    @Nullable LegalName legalName,
    double confidence,
    boolean needsPerson,
    @Nullable String reason,
    @Nullable String promise,
    @Nullable String pathKeeps,
    @Nullable String pathSays) {
  public Draft {
    if (reply.isBlank() || reply.length() > 4096) {
      throw new IllegalArgumentException("A reply has 1 to 4096 characters: " + reply.length());
    }
    if (confidence < 0 || confidence > 1) {
      throw new IllegalArgumentException("Confidence is between 0 and 1: " + confidence);
    }
  }

  /** A draft in which nothing is said of the contact's legal name, and nothing is promised. */
  public Draft(
      String reply,
      Intent intent,
      BookingFields booking,
      @Nullable String reference,
      double confidence,
      boolean needsPerson,
      @Nullable String reason) {
    this(
        reply, intent, booking, reference, null, confidence, needsPerson, reason, null, null, null);
  }

  /** This draft with another answer, which is about the name, too. */
  public Draft naming(@Nullable LegalName name, String answer) {
    return new Draft(
        answer,
        intent,
        booking,
        reference,
        name,
        confidence,
        needsPerson,
        reason,
        promise,
        pathKeeps,
        pathSays);
  }
}
