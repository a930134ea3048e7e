package com.ailuxe.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The tour as the README tells it: what a newcomer is to write, choose and press. */
final class Tour {
  private final String steps;

  private Tour(String steps) {
    this.steps = steps;
  }

  static Tour read() {
    try {
      var readme = Files.readString(Path.of("README.md"));
      return new Tour(only("(?s)\n## A tour[^\n]*\n(.*?)\n## ", readme));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words in backquotes, in their order. */
  List<String> words(int step) {
    return quoted("`([^`]+)`", step);
  }

  /** The names in italics, in their order. */
  List<String> names(int step) {
    return quoted("(?<!\\*)\\*([^*]+)\\*(?!\\*)", step);
  }

  /** The button in bold. */
  String button(int step) {
    return quoted("\\*\\*([^*]+)\\*\\*", step).getFirst();
  }

  private List<String> quoted(String pattern, int step) {
    var text = only("(?s)(?:^|\n)%d\\. (.*?)(?=\n\\d+\\. |$)".formatted(step), steps);
    return Pattern.compile(pattern)
        .matcher(text.replaceAll("\\s+", " "))
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private static String only(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult result) -> result.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("The README has no longer " + pattern));
  }
}
