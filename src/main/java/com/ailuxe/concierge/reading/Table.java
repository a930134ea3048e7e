package com.ailuxe.concierge.reading;

import com.ailuxe.shared.WordFile;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words that the readers know, from the files beside them: each is read once. */
final class Table {
  private Table() {}

  /** What stands in a file for each of its keys: words, in their order. */
  static Map<String, List<String>> read(String file) {
    var properties = WordFile.read(Table.class, file);
    return properties.stringPropertyNames().stream()
        .collect(
            Collectors.toMap(
                key -> key,
                key -> list(file, key, properties.getProperty(key)),
                (a, b) -> a,
                TreeMap::new));
  }

  /** An expression for each of these words, the longest first. */
  static String anyOf(Collection<String> words) {
    return words.stream()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(word -> word))
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }

  private static List<String> list(String file, String key, String text) {
    var words = Arrays.stream(text.split(",")).map(String::strip).toList();
    if (words.stream().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException("%s: no list of words: %s".formatted(file, key));
    }
    return words;
  }
}
