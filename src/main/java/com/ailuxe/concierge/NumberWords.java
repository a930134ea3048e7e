package com.ailuxe.concierge;

import java.util.Map;

/** Small whole numbers, in digits or in words. */
final class NumberWords {
  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("a", 1),
          Map.entry("an", 1),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("a couple of", 2),
          Map.entry("couple of", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("a dozen", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("a hundred", 100),
          Map.entry("one hundred", 100));

  /** A number without article, as a part of a pattern. */
  static final String NUMBER =
      "(?:\\d{1,3}(?:,\\d{3})|\\d{1,5}|a couple of|couple of|a dozen|zero|one hundred|a hundred|one"
          + "|two|three|four(?:teen)?|five|six(?:teen|ty)?|seven(?:teen)?|eight(?:een)?"
          + "|nine(?:teen)?|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty)";

  /** An hour in words, as a part of a pattern. */
  static final String HOUR_WORD =
      "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";

  private NumberWords() {}

  /** Whether a word is a number, other than an article. */
  static boolean isNumber(String word) {
    return WORDS.containsKey(word) && word.length() > 2;
  }

  /**
   * @param text what {@link #NUMBER} matched, or an article
   */
  static int parse(String text) {
    var word = WORDS.get(text);
    return word != null ? word : Integer.parseInt(text.replace(",", ""));
  }
}
