package com.ailuxe.shared;

import static java.util.stream.Collectors.joining;

import java.lang.Character.UnicodeBlock;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One form for the same letters. People write their names in letters that only look different
 * (bold, script, in circles, in squares, full width, small capitals) and some keyboards send a
 * letter and its accent apart; what is drawn, kept or compared goes through here first.
 */
public final class Letters {
  /** Where letters stand that are another letter in a costume; orthographies stand elsewhere. */
  private static final Set<UnicodeBlock> COSTUMES =
      Set.of(
          UnicodeBlock.ENCLOSED_ALPHANUMERICS,
          UnicodeBlock.ENCLOSED_ALPHANUMERIC_SUPPLEMENT,
          UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS,
          UnicodeBlock.LETTERLIKE_SYMBOLS,
          UnicodeBlock.MATHEMATICAL_ALPHANUMERIC_SYMBOLS,
          UnicodeBlock.ARABIC_MATHEMATICAL_ALPHABETIC_SYMBOLS,
          UnicodeBlock.ARABIC_PRESENTATION_FORMS_A,
          UnicodeBlock.ARABIC_PRESENTATION_FORMS_B,
          UnicodeBlock.ALPHABETIC_PRESENTATION_FORMS,
          UnicodeBlock.IPA_EXTENSIONS,
          UnicodeBlock.PHONETIC_EXTENSIONS,
          UnicodeBlock.PHONETIC_EXTENSIONS_SUPPLEMENT,
          UnicodeBlock.SPACING_MODIFIER_LETTERS,
          UnicodeBlock.SUPERSCRIPTS_AND_SUBSCRIPTS,
          UnicodeBlock.NUMBER_FORMS,
          UnicodeBlock.LATIN_EXTENDED_C,
          UnicodeBlock.LATIN_EXTENDED_D,
          UnicodeBlock.LATIN_EXTENDED_E,
          UnicodeBlock.SYMBOLS_FOR_LEGACY_COMPUTING);

  /** Costumes that Unicode gives no plain letter for. */
  private static final Pattern NAMED =
      Pattern.compile(
          ".*(?:SQUARED|CIRCLED|PARENTHESIZED|BRACKETED)(?: ITALIC)? LATIN (CAPITAL|SMALL) LETTER ([A-Z])"
              + "|LATIN LETTER (SMALL CAPITAL) ([A-Z])");

  /** Lines through and around letters, and the choice between a letter and its picture. */
  private static final Pattern DECORATION =
      Pattern.compile(
          "[\\u0332\\u0333\\u0335\\u0336\\u0305\\u033F\\u20D0-\\u20FF\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");

  /** A pile of marks on one letter, higher than any orthography needs. */
  private static final Pattern PILE = Pattern.compile("(\\p{M}{3})\\p{M}+");

  private static final int IDEOGRAPHIC_SPACE = 0x3000;

  private Letters() {}

  /**
   * The beginning of a text, whole characters only.
   *
   * @param longest in UTF-16 units
   */
  public static String beginning(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var splits =
        Character.isHighSurrogate(text.charAt(longest - 1))
            && Character.isLowSurrogate(text.charAt(longest));
    return text.substring(0, splits ? longest - 1 : longest);
  }

  /** A letter and its accents as one character where there is one; nothing else is changed. */
  public static String composed(String text) {
    return Normalizer.normalize(text, Form.NFC);
  }

  /** The words in plain letters, composed. */
  public static String plain(String text) {
    if (text.chars().allMatch(character -> character < 128)) {
      return text;
    }
    var letters = text.codePoints().mapToObj(Letters::plain).collect(joining());
    var undecorated = DECORATION.matcher(letters).replaceAll("");
    return PILE.matcher(composed(undecorated)).replaceAll("$1");
  }

  private static String plain(int codePoint) {
    var written = Character.toString(codePoint);
    if (codePoint == IDEOGRAPHIC_SPACE) {
      return " ";
    }
    var block = UnicodeBlock.of(codePoint);
    if (block == null || !COSTUMES.contains(block)) {
      return written;
    }
    var folded = Normalizer.normalize(written, Form.NFKC);
    return (isOtherLetter(codePoint, block, folded) ? folded : written)
        .codePoints()
        .mapToObj(Letters::named)
        .collect(joining());
  }

  /** Signs that hold letters, as a trade mark does, are no letters. */
  private static boolean isOtherLetter(int codePoint, UnicodeBlock block, String folded) {
    if (block == UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS && folded.charAt(0) < 128) {
      return true;
    }
    return folded.codePoints().allMatch(Character::isLetterOrDigit)
        && (Character.isAlphabetic(codePoint)
            || Character.isDigit(codePoint)
            || block == UnicodeBlock.ENCLOSED_ALPHANUMERICS
            || block == UnicodeBlock.ENCLOSED_ALPHANUMERIC_SUPPLEMENT);
  }

  private static String named(int codePoint) {
    var name = NAMED.matcher(String.valueOf(Character.getName(codePoint)));
    if (!name.matches()) {
      return Character.toString(codePoint);
    }
    if ("CAPITAL".equals(name.group(1))) {
      return name.group(2);
    }
    return (name.group(2) == null ? name.group(4) : name.group(2)).toLowerCase(Locale.ROOT);
  }
}
