package com.ailuxe.rendering;

import java.awt.Color;
import org.jspecify.annotations.Nullable;

/**
 * The colours of a document: those of the house, darkened until they can be read on white paper by
 * the measure of WCAG 2.
 *
 * @param title of the name and of titles
 * @param heading of headings and numbers
 * @param rule of lines and frames
 * @param hairline of the lines in a table
 */
record Palette(Color title, Color heading, Color rule, Color hairline) {
  static final Color INK = new Color(0x1f1b16);
  static final Color GREY = new Color(0x756b5c);

  private static final Color GOLD = new Color(0xb08428);
  private static final double TEXT_CONTRAST = 4.5;
  private static final double LINE_CONTRAST = 3;

  static Palette of(Brand brand) {
    var primary = color(brand.primaryColor(), INK);
    var accent = color(brand.accentColor(), GOLD);
    var rule = readable(accent, LINE_CONTRAST);
    return new Palette(
        readable(primary, TEXT_CONTRAST), readable(accent, TEXT_CONTRAST), rule, tint(rule));
  }

  /** The contrast of the colour with white, between 1 and 21. */
  static double contrast(Color color) {
    var luminance =
        0.2126 * linear(color.getRed())
            + 0.7152 * linear(color.getGreen())
            + 0.0722 * linear(color.getBlue());
    return 1.05 / (luminance + 0.05);
  }

  private static Color color(@Nullable String written, Color otherwise) {
    return written == null ? otherwise : Color.decode(written);
  }

  private static Color readable(Color wanted, double contrast) {
    var color = wanted;
    while (contrast(color) < contrast) {
      color =
          new Color(
              color.getRed() * 24 / 25, color.getGreen() * 24 / 25, color.getBlue() * 24 / 25);
    }
    return color;
  }

  /** Two thirds white. */
  private static Color tint(Color color) {
    return new Color(lighter(color.getRed()), lighter(color.getGreen()), lighter(color.getBlue()));
  }

  private static int lighter(int part) {
    return (part + 2 * 255) / 3;
  }

  private static double linear(int part) {
    var share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
