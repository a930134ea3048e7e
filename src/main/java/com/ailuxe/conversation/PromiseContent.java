package com.ailuxe.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A promise as the one who keeps it sees it.
 *
 * @param said what the contact was promised that one of us will do, or what did not get to them
 * @param undelivered why those words did not get to the contact; empty where they did, or may have
 * @param question what the contact had written, oldest first; empty where nothing was asked
 * @param lines the conversation's last lines, oldest first
 * @param end empty while it is owed
 */
public record PromiseContent(
    PromiseId id,
    ConversationProfile conversation,
    String said,
    Optional<Undelivered> undelivered,
    Instant madeAt,
    Instant dueAt,
    List<TranscriptLine> question,
    List<TranscriptLine> lines,
    Optional<PromiseEnd> end) {
  /**
   * @param state {@link DeliveryState#WAITING_FOR_TEMPLATE} or {@link DeliveryState#FAILED}
   * @param reason as it stands in the outbox
   */
  public record Undelivered(DeliveryState state, String reason) {}

  public PromiseContent {
    question = List.copyOf(question);
    lines = List.copyOf(lines);
  }
}
