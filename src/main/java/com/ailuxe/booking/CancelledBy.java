package com.ailuxe.booking;

import java.util.Locale;

/** The side on which it lies that a booking does not take place. */
public enum CancelledBy {
  CONTACT,
  /** The talent cannot or does not want to. */
  TALENT,
  AGENCY;

  /** The word that processes and forms use for it, for example {@code contact}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for a code that is none of {@link #code()}
   */
  public static CancelledBy ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
