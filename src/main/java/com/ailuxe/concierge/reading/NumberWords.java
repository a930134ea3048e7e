package com.ailuxe.concierge.reading;

import java.util.Map;

/** Small whole numbers, in digits or in words. */
public final class NumberWords {
  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("a", 1),
          Map.entry("an", 1),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("couple", 2),
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
          Map.entry("dozen", 12),
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
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90));

  private static final String UNIT = "(?:one|two|three|four|five|six|seven|eight|nine)";

  /** Numbers below a hundred, in words. */
  static final String BELOW_HUNDRED =
      "(?>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -]"
          + UNIT
          + "\\b)?|four(?:teen)?|six(?:teen)?|seven(?:teen)?|eight(?:een)?|nine(?:teen)?|one|two"
          + "|three|five|ten|eleven|twelve|thirteen|fifteen)";

  /** A number in words, as a part of a pattern. */
  static final String WORD =
      "(?:a couple of|couple of|half a dozen|a dozen|zero|(?>(?:a|"
          + UNIT
          + ") hundred\\b(?: (?:and )?"
          + BELOW_HUNDRED
          + "\\b)?)|"
          + BELOW_HUNDRED
          + ")";

  /** A number without article, as a part of a pattern. */
  public static final String NUMBER = "(?:\\d{1,3}(?:,\\d{3})|\\d{1,5}|" + WORD + ")";

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
  public static int parse(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text.replace(",", ""));
    }
    if (text.equals("half a dozen")) {
      return 6;
    }
    var sum = 0;
    for (var word : text.split("[ -]")) {
      sum = word.equals("hundred") ? sum * 100 : word.endsWith("dozen") ? 12 : sum + value(word);
    }
    return text.endsWith("couple of") ? 2 : sum;
  }

  private static int value(String word) {
    return WORDS.getOrDefault(word, 0);
  }
}
