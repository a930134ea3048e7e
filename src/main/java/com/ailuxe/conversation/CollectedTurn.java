package com.ailuxe.conversation;

/** What there is to answer in a conversation, and who does. */
public sealed interface CollectedTurn {
  /** Nothing waits. */
  record Nothing() implements CollectedTurn {}

  /** Messages that the concierge answers in words. */
  record ToAnswer(ClaimedTurn turn) implements CollectedTurn {}

  /** Messages that a person answers. */
  record ToPerson(ClaimedTurn turn) implements CollectedTurn {}

  /** Nothing but pictures, voice and the like: a person answers, and the contact reads so. */
  record Wordless(ClaimedTurn turn) implements CollectedTurn {}

  /**
   * A button was pressed, perhaps more than once; whatever else waits is another turn.
   *
   * @param payload of the button, as the provider gave it
   */
  record ButtonPressed(ClaimedTurn turn, String payload) implements CollectedTurn {}
}
