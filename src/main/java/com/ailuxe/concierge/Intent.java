package com.ailuxe.concierge;

import java.util.Locale;

/** What a contact wants with a turn. */
public enum Intent {
  /** Wants to book, or gives details of a booking that is being made. */
  BOOK,
  QUESTION,
  ACCEPT_CONTRACT,
  DECLINE_CONTRACT,
  /** Wants to change a booking. */
  CHANGE,
  /** Wants to call a booking off. */
  CANCEL,
  /** Wants to talk to a person. */
  HUMAN,
  /** Wants no more messages. */
  STOP,
  /** Wants messages again. */
  START;

  /** The word for it in process variables and prompts, for example {@code accept-contract}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException for a code that is none of {@link #code()}
   */
  public static Intent ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
