package com.ailuxe.concierge.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that mean something by themselves, so that they are no slip of the finger in a name. */
final class Vocabulary {
  private static final Set<String> COMMON = read("common-words.txt");
  private static final Set<String> OTHER = read("words.txt");
  private static final Set<String> CALENDAR =
      Stream.concat(
              Arrays.stream(Month.values())
                  .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
              Arrays.stream(DayOfWeek.values())
                  .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
          .map(Utterance::plain)
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(currency -> Utterance.plain(currency.getDisplayName(Locale.ENGLISH)))
          .flatMap(name -> Arrays.stream(name.split("\\W+")))
          .collect(Collectors.toUnmodifiableSet());

  private Vocabulary() {}

  /** Whether a plain word is an English one, a month, a weekday or of the name of a city. */
  static boolean has(String word) {
    return isEnglish(word) || isCalendar(word) || Zones.isOfCity(word);
  }

  static boolean isEnglish(String word) {
    return isListed(word) || (word.endsWith("s") && isListed(word.substring(0, word.length() - 1)));
  }

  private static boolean isListed(String word) {
    return COMMON.contains(word) || OTHER.contains(word) || CURRENCIES.contains(word);
  }

  /** One of the few thousand words of which most sentences are made. */
  static boolean isCommon(String word) {
    return COMMON.contains(word);
  }

  static boolean isCalendar(String word) {
    return CALENDAR.contains(word);
  }

  private static Set<String> read(String file) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Vocabulary.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
