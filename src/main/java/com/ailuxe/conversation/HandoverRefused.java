package com.ailuxe.conversation;

/** Why a person cannot do this in a conversation as it is now, in words for that person. */
public final class HandoverRefused extends RuntimeException {
  private final Reason reason;

  /** The stable part of it. */
  public enum Reason {
    ANOTHER_PERSON_ANSWERS,
    NOT_TAKEN_OVER,
    SOMETHING_NEWER,
    KEY_USED_BEFORE
  }

  HandoverRefused(Reason reason, String words) {
    super(words);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
