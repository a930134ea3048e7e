package com.ailuxe.conversation;

import com.ailuxe.shared.TurnId;
import java.util.List;
import java.util.Optional;

/**
 * A turn as the one who answers it sees it.
 *
 * @param asked the contact's messages of this turn, oldest first
 * @param before the conversation's last lines but them, oldest first; what we wrote in this turn is
 *     among them
 * @param draft the answer that was proposed before, if any
 * @param byHand why a person answers; empty while the concierge does
 * @param held whether the contact has read since that a person will answer
 */
public record TurnContent(
    TurnId id,
    ConversationProfile conversation,
    List<AskedMessage> asked,
    List<TranscriptLine> before,
    Optional<DraftedReply> draft,
    Optional<String> byHand,
    boolean held) {
  public TurnContent {
    asked = List.copyOf(asked);
    before = List.copyOf(before);
  }
}
