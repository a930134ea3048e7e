package com.ailuxe.agency;

import org.jspecify.annotations.Nullable;

/**
 * How an agency looks; null is plain.
 *
 * @param logo a PNG or JPEG of at most 1 MB
 * @param primaryColor of the name and of titles, for example {@code #1f1b16}
 * @param accentColor of headings, numbers and lines
 */
public record AgencyBrand(
    byte @Nullable [] logo, @Nullable String primaryColor, @Nullable String accentColor) {
  public static final AgencyBrand PLAIN = new AgencyBrand(null, null, null);

  private static final int MAX_LOGO_BYTES = 1 << 20;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

  public AgencyBrand {
    requireColor(primaryColor);
    requireColor(accentColor);
    if (logo != null) {
      if (logo.length > MAX_LOGO_BYTES) {
        throw new IllegalArgumentException("A logo has at most 1 MB, not " + logo.length);
      }
      if (!startsWith(logo, PNG) && !startsWith(logo, JPEG)) {
        throw new IllegalArgumentException("A logo is a PNG or a JPEG");
      }
    }
  }

  private static void requireColor(@Nullable String color) {
    if (color != null && !color.matches("#[0-9a-f]{6}")) {
      throw new IllegalArgumentException("A colour is written as #1f1b16, not " + color);
    }
  }

  private static boolean startsWith(byte[] content, byte[] beginning) {
    if (content.length < beginning.length) {
      return false;
    }
    for (var i = 0; i < beginning.length; i++) {
      if (content[i] != beginning[i]) {
        return false;
      }
    }
    return true;
  }
}
