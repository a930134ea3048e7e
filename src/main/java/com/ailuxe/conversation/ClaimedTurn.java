package com.ailuxe.conversation;

import com.ailuxe.shared.TurnId;
import java.time.Instant;
import java.util.List;

/**
 * The messages that are answered together.
 *
 * @param since when the first of them was claimed
 * @param alone from when on nobody is in the chat with the contact; no earlier than since
 * @param asked oldest first, at least one
 */
public record ClaimedTurn(TurnId id, Instant since, Instant alone, List<AskedMessage> asked) {
  public ClaimedTurn {
    asked = List.copyOf(asked);
  }
}
