package com.ailuxe.conversation;

import com.ailuxe.shared.ContractId;
import java.util.Optional;
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
 * @param pathSays what of its words need not be said where the notice of what came of it follows at
 *     once, in lines; null where the reply is to be read in any case
 */
public record DraftedReply(
    String text,
    String intent,
    @Nullable String bookingFields,
    double confidence,
    boolean needsPerson,
    @Nullable String reason,
    @Nullable ContractId contractId,
    @Nullable String promise,
    @Nullable String pathKeeps,
    @Nullable String pathSays) {
  /** One that promises nothing but what its words say. */
  public DraftedReply(
      String text,
      String intent,
      @Nullable String bookingFields,
      double confidence,
      boolean needsPerson,
      @Nullable String reason,
      @Nullable ContractId contractId) {
    this(
        text, intent, bookingFields, confidence, needsPerson, reason, contractId, null, null, null);
  }

  /** What it promises that nobody sees to by themselves; empty where nothing. */
  public Optional<String> owed() {
    return Optional.ofNullable(promise).or(() -> PromisingWords.in(without(pathKeeps)));
  }

  /**
   * What is left to say, in front of the notice that follows; empty where the reply is not to wait
   * for one. Other words that a person gave it are to be read.
   */
  Optional<String> lead() {
    return Optional.ofNullable(pathSays)
        .filter(words -> !without(words).equals(text))
        .map(words -> without(words).replaceAll(" {2,}", " ").strip());
  }

  private String without(@Nullable String lines) {
    return lines == null
        ? text
        : lines.lines().reduce(text, (rest, words) -> rest.replace(words, ""));
  }
}
