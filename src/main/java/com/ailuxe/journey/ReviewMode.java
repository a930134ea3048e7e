package com.ailuxe.journey;

import java.util.Locale;

/** When a person looks at a draft before it goes out. */
public enum ReviewMode {
  /** A person looks at a draft as the decision {@code replyPolicy} says. */
  POLICY,
  ALWAYS,
  /** A person looks at a draft only when the concierge itself asks for one. */
  NEVER;

  /** The word for it in the decision. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
