package com.ailuxe.contact;

import com.ailuxe.shared.Letters;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name that people give themselves in a messenger, as far as it can be read: plain letters in
 * one line, and nothing that turns the direction of what stands beside it.
 */
final class DisplayName {
  /** The longest name that is kept, in UTF-16 units. */
  static final int MAX_LENGTH = 200;

  /** No name is longer; whoever sends more does not keep us busy. */
  private static final int MOST_READ = 2000;

  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
  private static final Pattern TURNS =
      Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

  /** Some letters are drawn as nothing, too. */
  private static final Pattern SEEN =
      Pattern.compile("[^\\p{C}\\p{Z}\\p{M}\\u115F\\u1160\\u3164\\uFFA0\\u2800]");

  private DisplayName() {}

  /** Empty when there is nothing to be seen. */
  static Optional<String> of(@Nullable String given) {
    if (given == null) {
      return Optional.empty();
    }
    var plain = Letters.plain(Letters.beginning(given, MOST_READ));
    var line = TURNS.matcher(BREAKS.matcher(plain).replaceAll(" ")).replaceAll("").strip();
    return Optional.of(Letters.beginning(line, MAX_LENGTH))
        .filter(name -> SEEN.matcher(name).find());
  }
}
