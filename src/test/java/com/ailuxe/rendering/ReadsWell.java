package com.ailuxe.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What every text that is made from a template has to be. */
public final class ReadsWell {
  private static final int LONGEST_MESSAGE = 4096;
  private static final Pattern WORDS = Pattern.compile("words_(\\w+)\\.ftlh");
  private static final Pattern FACT = Pattern.compile("\\$\\{[^}]+}|<#[a-z]+ [^>]+>");

  private ReadsWell() {}

  /** A message to a contact. */
  public static void assertReadsWell(String text) {
    assertThat(text)
        .isNotBlank()
        .hasSizeLessThanOrEqualTo(LONGEST_MESSAGE)
        .doesNotContain("${", "<#", "[", "!", "null", "  ", " ,", " .")
        .doesNotContainPattern("\\n\\s*\\n\\s*\\n")
        .doesNotContainPattern("[\\p{So}\\p{Cs}\\uFE0F]");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).isEqualTo(line.strip()));
  }

  /** A notice to the staff. */
  public static void assertReadsWell(StaffText words) {
    assertThat(words.subject()).isNotBlank().hasSizeLessThan(100).doesNotContain("\n");
    assertThat(words.subject() + words.text())
        .doesNotContain("${", "<#", "null", "  ", " ,", " .")
        .doesNotContainPattern("\\n\\s*\\n\\s*\\n");
  }

  /** Whoever adds a language of the contracts adds the words for contacts in it. */
  public static List<String> languagesOfTheContracts() throws IOException {
    try (var files = Files.list(Path.of("templates/contract"))) {
      return files
          .map(file -> WORDS.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(words -> words.group(1))
          .toList();
    }
  }

  /** What the text of a template says of the case, and on what it depends. */
  public static Set<String> facts(Path template) throws IOException {
    return FACT.matcher(Files.readString(template))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  /** The names of the files in a folder of messages, without locale and extension. */
  public static List<String> stems(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).toList())
          .allMatch(name -> name.matches("[a-z0-9-]+_[a-z]{2}(_[A-Z]{2})?\\.ftl"));
    }
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .map(name -> name.substring(0, name.indexOf('_')))
          .toList();
    }
  }
}
