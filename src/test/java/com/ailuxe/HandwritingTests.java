package com.ailuxe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One handwriting in all source folders, as far as the formatter does not see to it. */
class HandwritingTests {
  private static final Pattern LOGGER =
      Pattern.compile("Logger (\\w+) =\\s+LoggerFactory\\.getLogger");

  private static final Pattern TYPED_LOCAL =
      Pattern.compile("(?m)(?:^ {4,}|\\()(?:boolean|byte|char|double|int|long) \\w+ (?:=|:) ");

  private static final Pattern BROKEN_COMMENT =
      Pattern.compile("//[^\\n]+\\n *+// \\S+\\n *+// [^\\n]+");

  @Test
  void everyLoggerHasOneName() {
    var loggers =
        ProjectFiles.ofJava().stream()
            .flatMap(file -> LOGGER.matcher(ProjectFiles.read(file)).results())
            .map(logger -> logger.group(1))
            .toList();

    assertThat(loggers).hasSizeGreaterThan(10).containsOnly("log");
  }

  @Test
  void aLocalWhoseTypeIsPlainIsAVar() {
    assertThat(found(TYPED_LOCAL)).isEmpty();
  }

  /** The formatter wraps a long line of a comment and leaves one word on the next. */
  @Test
  void noCommentIsBrokenInItsMiddle() {
    assertThat(found(BROKEN_COMMENT)).isEmpty();
  }

  /** It would seem to be about all that the list holds. */
  @Test
  void noCommentOfThePomStandsAboveAListOfOthers() {
    assertThat(ProjectFiles.read(Path.of("pom.xml"))).doesNotContainPattern("-->\\s*<profiles>");
  }

  private static Stream<String> found(Pattern pattern) {
    return ProjectFiles.ofJava().stream()
        .flatMap(
            file ->
                pattern
                    .matcher(ProjectFiles.read(file))
                    .results()
                    .map(MatchResult::group)
                    .map(text -> file + ": " + text.strip()));
  }
}
