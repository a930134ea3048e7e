package com.ailuxe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the glossary, and none that a reader has to translate first. */
class WordsTests {
  private static final Pattern TRANSLATED =
      Pattern.compile(
          "(?i)\\b(?:untold|told|counts? no more|mend(?:s|ed|ing)?|the surroundings|shall be different"
              + "|nobody knows|(?:be|is|are) otherwise|bookings? (?:that )?stands?)\\b");

  private static final Pattern NEEDS_THE_MEMBER_ABOVE =
      Pattern.compile("/\\*\\*(?:\\s|\\*)*(?:Of|In|By|As|For|Likewise|The same)\\b");

  private static final Pattern CLIENT = Pattern.compile("(?i)(?<![\\w-])clients?(?![\\w-])");

  /** What contacts write, and not what we do. */
  private static final Set<String> WORDS_OF_CONTACTS =
      Set.of("NameReader.java", "common-words.txt", "words.txt");

  @Test
  void nothingIsTranslatedWordByWord() {
    assertThat(
            found(
                TRANSLATED,
                files("src/main", "bpmn", "templates", "camel-routes")
                    .filter(file -> !WORDS_OF_CONTACTS.contains(file.getFileName().toString()))))
        .isEmpty();
  }

  @Test
  void everyJavadocCanBeReadAlone() {
    assertThat(found(NEEDS_THE_MEMBER_ABOVE, files("src/main/java"))).isEmpty();
  }

  /** But for the party of an agreement, whom agreements call the Client. */
  @Test
  void whoeverWritesIsAContact() {
    assertThat(
            found(
                CLIENT, files("bpmn", "templates/message", "templates/staff", "templates/prompt")))
        .isEmpty();
  }

  private static List<String> found(Pattern words, Stream<Path> files) {
    return files
        .flatMap(
            file ->
                words
                    .matcher(ProjectFiles.read(file))
                    .results()
                    .map(match -> file + ": " + match.group().replaceAll("\\s+", " ")))
        .toList();
  }

  private static Stream<Path> files(String... folders) {
    return Stream.of(folders)
        .map(Path::of)
        .flatMap(folder -> ProjectFiles.in(folder).stream())
        .filter(
            file ->
                file.toString()
                    .matches(".*\\.(java|ya?ml|properties|txt|bpmn|dmn|form|ftlh?|sql)"));
  }
}
