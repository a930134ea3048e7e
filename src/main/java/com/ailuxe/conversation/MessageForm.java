package com.ailuxe.conversation;

/** The two ways in which a message of ours reaches a contact. */
public enum MessageForm {
  /** Our own words. */
  TEXT,
  /** Words that the provider approved before, with our facts in them. */
  TEMPLATE
}
