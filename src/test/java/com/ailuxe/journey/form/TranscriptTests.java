package com.ailuxe.journey.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.TranscriptLine;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an engine does not take at once would leave no task, and nobody would hear of it. */
class TranscriptTests {
  @Test
  void aVeryLongMessageIsCutBetweenTwoCharacters() {
    var transcript = transcript("a" + "😀".repeat(700_000), "May I bring my dog?");

    assertThat(transcript)
        .hasSizeLessThan(7_000)
        .startsWith("← Ada: May I bring my dog?\n← Ada: a😀")
        .endsWith("😀 … [cut]");
    assertThat(transcript.chars().filter(unit -> Character.isSurrogate((char) unit)).count())
        .isEven();
  }

  @Test
  void aMessageOfManyLinesIsCutBeforeItIsLaidOut() {
    assertThat(transcript("x\n".repeat(1_000_000))).hasSizeLessThan(50_000);
  }

  @Test
  void ofManyLongMessagesTheNewestAreShown() {
    var words = IntStream.range(0, 8).mapToObj(number -> number + "x\n".repeat(4_000));

    var transcript = transcript(words.toArray(String[]::new));

    assertThat(transcript)
        .hasSizeLessThan(70_000)
        .startsWith("← Ada: 7x")
        .containsPattern("\n… and \\d more before these$");
  }

  @Test
  void whatPeopleCanWriteIsShownWhole() {
    var words = Collections.nCopies(8, "y".repeat(4096)).toArray(String[]::new);

    assertThat(transcript(words)).contains("← Ada: " + "y".repeat(4096)).doesNotContain("…");
  }

  private static String transcript(String... words) {
    return Transcript.of(
        List.of(words).stream()
            .map(text -> new TranscriptLine(Author.CONTACT, text, Instant.EPOCH))
            .toList(),
        "Ada");
  }
}
