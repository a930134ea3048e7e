package com.ailuxe.past;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** What is said in the past, in {@code past/words_<language>.properties}. */
final class Texts {
  private final Map<String, Properties> byLanguage = new HashMap<>();

  /**
   * Words in a person's language.
   *
   * @param key those with a number at their end are several ways to say the same
   * @param facts each stands in the place of its name in braces
   */
  String of(Person person, String key, Map<String, String> facts) {
    return of(person.language(), key, facts);
  }

  private String of(String language, String key, Map<String, String> facts) {
    var words = byLanguage.computeIfAbsent(language, Texts::words).getProperty(key);
    var text = Objects.requireNonNull(words, () -> "words_" + language + " has no " + key);
    for (var fact : facts.entrySet()) {
      text = text.replace('{' + fact.getKey() + '}', fact.getValue());
    }
    return text;
  }

  private static Properties words(String language) {
    var words = new Properties();
    try (var file =
        new ClassPathResource("past/words_" + language + ".properties").getInputStream()) {
      words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  /** A file of the class path, as a whole. */
  static String file(String path) {
    try {
      return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<String> lines(String path) {
    return file(path).lines().filter(line -> !line.isBlank());
  }
}
