package com.ailuxe.conversation;

/** The state of a turn. */
public enum TurnState {
  /** Its messages are claimed, no draft yet. */
  COLLECTED,
  /** An answer was proposed and is not sent. */
  DRAFTED,
  /** It consists of a pressed button; another turn may be open beside it. */
  PRESSED,
  /** The answer is in the outbox. */
  ANSWERED,
  /** A pressed button was carried out; what follows from it is what the contact reads. */
  CARRIED_OUT,
  /** A person decided that nothing is sent. */
  DISCARDED,
  /** A person answered. */
  HANDED_OVER,
  /**
   * The contact or a person wrote, or another one answers, before the answer went out; the messages
   * go to the next turn.
   */
  VOID;

  boolean isOpen() {
    return this == COLLECTED || this == DRAFTED || this == PRESSED;
  }
}
