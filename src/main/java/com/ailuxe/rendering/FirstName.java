package com.ailuxe.rendering;

import org.jspecify.annotations.Nullable;

/** Finds in a display name what a person may be greeted with. */
final class FirstName {
  private FirstName() {}

  /** Null for a phone number, a handle or an address. */
  static @Nullable String of(String displayName) {
    var first = displayName.strip().split("\\s+", 2)[0];
    return first.matches("\\p{L}[\\p{L}\\p{M}'’.-]*") ? first : null;
  }
}
