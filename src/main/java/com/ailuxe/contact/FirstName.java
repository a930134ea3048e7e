package com.ailuxe.contact;

import com.ailuxe.shared.Letters;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds in a display name what a person may be greeted with. */
public final class FirstName {
  private static final Set<String> TITLES =
      Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "sir", "lady", "lord", "herr", "frau");

  private FirstName() {}

  /** Null for a phone number, a handle, an address or a title. */
  public static @Nullable String of(String displayName) {
    var first = Letters.plain(displayName).strip().split("\\s+", 2)[0];
    var isName = first.matches("\\p{L}[\\p{L}\\p{M}'’-]*");
    return isName && !TITLES.contains(first.toLowerCase(Locale.ROOT)) ? first : null;
  }
}
