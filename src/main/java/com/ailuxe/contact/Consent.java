package com.ailuxe.contact;

import com.ailuxe.shared.WordFile;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether a contact wants reminders and news. */
public enum Consent {
  STOP,
  START;

  private static final String WORDS = "consent-words.properties";
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
  private static final Pattern SURROUNDINGS =
      Pattern.compile("^[\\s\\p{Z}\"'«“„]+|[\\s\\p{Z}\\p{P}\\p{S}]+$");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Set<String> STOP_WORDS = words("stop.");
  private static final Set<String> START_WORDS = words("start.");

  /**
   * Reads the words of twenty languages in {@value #WORDS}; each must be the whole message. {@code
   * CANCEL} is none of them, because it is about a booking, nor is {@code YES}, nor Telegram's
   * {@code /start}, by which a chat is opened.
   */
  public static Optional<Consent> inWords(String text) {
    var words = plain(text);
    if (STOP_WORDS.contains(words) || words.equals("/stop")) {
      return Optional.of(STOP);
    }
    return START_WORDS.contains(words) ? Optional.of(START) : Optional.empty();
  }

  static Properties words() {
    return WordFile.read(Consent.class, WORDS);
  }

  private static Set<String> words(String prefix) {
    var words = words();
    return words.stringPropertyNames().stream()
        .filter(key -> key.startsWith(prefix))
        .map(words::getProperty)
        .flatMap(list -> Arrays.stream(list.split(",")))
        .map(Consent::plain)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The words without accents, the dots of the Turkish i, capitals and what is around them. */
  private static String plain(String text) {
    var decomposed = Normalizer.normalize(text, Form.NFKD);
    var letters =
        ACCENTS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT).replace('ı', 'i');
    return SPACES.matcher(SURROUNDINGS.matcher(letters).replaceAll("")).replaceAll(" ");
  }
}
