package com.ailuxe.rendering;

import com.ailuxe.shared.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * How a house looks on its documents; null is plain. A colour that would be hard to read on paper
 * is darkened there.
 *
 * @param logo a PNG or JPEG, above the name on the first page
 * @param primaryColor of the name and of titles, for example {@code #1f1b16}
 * @param accentColor of headings, numbers and lines
 */
public record Brand(
    byte @Nullable [] logo, @Nullable String primaryColor, @Nullable String accentColor) {
  public static final Brand PLAIN = new Brand(null, null, null);

  /** A text that is the same for the same brand. */
  @Override
  public String toString() {
    return "%s %s %s".formatted(primaryColor, accentColor, logo == null ? null : Sha256.hex(logo));
  }
}
