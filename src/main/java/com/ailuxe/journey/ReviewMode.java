package com.ailuxe.journey;

import java.util.Locale;

/** When a person looks at a draft before it goes out. */
public enum ReviewMode {
  /** As the decision {@code replyPolicy} says. */
  POLICY,
  ALWAYS,
  /** Only when the concierge itself asks for a person. */
  NEVER;

  /** As the decision reads it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
