package com.ailuxe.conversation;

/** Who answers in a conversation. */
public enum AnsweredBy {
  CONCIERGE,
  /** A person took over; the concierge is silent until the hand-back. */
  PERSON
}
