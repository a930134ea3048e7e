package com.ailuxe.channel;

import org.jspecify.annotations.Nullable;

/** A token or key. It prints as stars, so that a log line about its owner does not give it away. */
record Secret(String value) {
  Secret {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A secret is not blank");
    }
  }

  /** Called by the configuration binder; a blank value, such as an empty variable, is none. */
  public static @Nullable Secret of(String value) {
    return value.isBlank() ? null : new Secret(value.strip());
  }

  @Override
  public String toString() {
    return "***";
  }
}
