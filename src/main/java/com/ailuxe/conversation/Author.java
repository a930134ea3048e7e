package com.ailuxe.conversation;

/** Who wrote a message. */
public enum Author {
  CONTACT,
  /** The automatic concierge, drafts that a person approved included. */
  CONCIERGE,
  /** A person of the agency. */
  PERSON,
  /** A notice of a booking: confirmation, contract, reminder. */
  NOTICE
}
