package com.ailuxe.concierge;

/** Answers in the owner's voice. It proposes only: whoever calls it validates and decides. */
public interface Concierge {
  /**
   * Drafts the one answer to a turn.
   *
   * @throws ConciergeUnavailable when no answer could be had in time
   */
  Draft draft(TurnContext turn);
}
