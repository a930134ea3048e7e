package com.ailuxe.conversation;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The proposed answer to a turn, and what it was read as.
 *
 * @param intent code of the concierge's intent
 * @param bookingFields what the turn said about a booking, as JSON of the concierge
 * @param confidence 0 to 1
 * @param reason why a person should look
 * @param contractId the contract that the contact accepts or declines
 * @param promise what one of us has to do after it, a line for each thing; null where nothing
 * @param pathKeeps what of its words promises something that the path sees to by itself, in lines
 */
public record DraftedReply(
    String text,
    String intent,
    @Nullable String bookingFields,
    double confidence,
    boolean needsPerson,
    @Nullable String reason,
    @Nullable UUID contractId,
    @Nullable String promise,
    @Nullable String pathKeeps) {
  /** One that promises nothing but what its words say. */
  public DraftedReply(
      String text,
      String intent,
      @Nullable String bookingFields,
      double confidence,
      boolean needsPerson,
      @Nullable String reason,
      @Nullable UUID contractId) {
    this(text, intent, bookingFields, confidence, needsPerson, reason, contractId, null, null);
  }

  /** What it promises that nobody sees to by themselves; empty where nothing. */
  public Optional<String> owed() {
    return Optional.ofNullable(promise).or(() -> PromisingWords.in(withoutWhatThePathKeeps()));
  }

  private String withoutWhatThePathKeeps() {
    return pathKeeps == null
        ? text
        : pathKeeps.lines().reduce(text, (rest, words) -> rest.replace(words, ""));
  }
}
