package com.ailuxe.conversation;

/** What follows a reply of the concierge. */
public enum NextStep {
  /** The reply is all: should it not leave, its messages wait for another one. */
  NOTHING,
  /** What was asked for is carried out, also should the reply not leave. */
  ACT,
  /** A person answers this turn, and the conversation is theirs. */
  PERSON
}
