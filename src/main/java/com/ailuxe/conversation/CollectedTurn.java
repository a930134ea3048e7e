package com.ailuxe.conversation;

/** What there is to answer in a conversation. */
public sealed interface CollectedTurn {
  /** Nothing waits, or a person answers. */
  record Nothing() implements CollectedTurn {}

  /** Messages that need an answer in words. */
  record ToAnswer(TurnId turnId) implements CollectedTurn {}

  /** A button of ours was pressed, and nothing else was said. */
  record ButtonPressed(TurnId turnId, String payload) implements CollectedTurn {}
}
