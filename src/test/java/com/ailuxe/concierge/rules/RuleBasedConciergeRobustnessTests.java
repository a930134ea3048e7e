package com.ailuxe.concierge.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.ailuxe.concierge.Draft;
import com.ailuxe.rendering.Templates;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people write, an answer comes, and soon. */
@Tag("nightly")
class RuleBasedConciergeRobustnessTests {
  private static final int LONG = 10_000;

  /** A reader that goes astray takes far longer; a busy machine does not. */
  private static final Duration SOON = Duration.ofSeconds(30);

  /** Words that mean something to one reader or another, so that they meet in odd ways. */
  private static final String[] WORDS =
      ("at from to until for in on the a 7 11 24 2026 0 -5 7pm 19:00 24/12/2026 31/02 12-15 July may"
              + " Friday next tomorrow tonight weekend noon midnight hours days people guests of us my"
              + " wife and I € $ EUR dollars 5k budget up yacht villa Isabella Monaco Paris time CET"
              + " GMT+25 UTC+4 not no yes stop accept cancel ? ! , . - / : ( ) half past quarter last"
              + " between first 99999999999999999999 00 1e9 😀 \u0000 \n \n\n à ß İ ﷺ 你好 #{x} ${y} %s \\\\")
          .split(" ");

  @BeforeAll
  static void warmUp() {
    answer("hello");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "7 ",
        "at 7 ",
        "1,",
        "1.000 ",
        "sat ",
        "sat 7pm ",
        "!\n",
        "\n",
        " ",
        "yes ",
        "no, ",
        "24/12/2026 ",
        "12-15 July ",
        "for 6 ",
        "€5 ",
        "€",
        "from 7 to ",
        "at the ",
        "at Ritz in ",
        "(((",
        "a@",
        "http://",
        "+49 ",
        "yacht ",
        "in Paris ",
        "stop by ",
        "ok ok ",
        "é",
        "😀",
        "tomorrow ",
        "and ",
        "between 7 and ",
        "Paris time ",
        "xxxxxqz ",
        "0",
        "-",
        "'",
        "the 24th of ",
        "sorry, no, not 4 but ",
        "I meant 5, instead of 6 "
      })
  void aLongTextIsAnsweredSoon(String part) {
    var text = part.repeat(LONG / part.length());

    var turn = new Dialogue().turn(text);

    assertTimeoutPreemptively(SOON, () -> new RuleBasedConcierge(new Templates()).draft(turn));
  }

  @RepeatedTest(200)
  void anyMixOfWordsIsAnswered(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var text =
        random
            .ints(1 + random.nextInt(30), 0, WORDS.length)
            .mapToObj(word -> WORDS[word])
            .collect(Collectors.joining(" "));

    assertThat(answer(text).reply()).isNotBlank();
  }

  @RepeatedTest(100)
  void anyMixOfCharactersIsAnswered(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var text =
        random
            .ints(1 + random.nextInt(200), 0, 0x3000)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    assertThat(answer(text).reply()).isNotBlank();
  }

  private static Draft answer(String text) {
    var dialogue = new Dialogue().disclosing();
    dialogue.write("a yacht on Friday");
    var draft = dialogue.write(text);
    dialogue.write(text, "and so on");
    new Dialogue().withContract("AL-1").withBooking("held").write(text);
    return draft;
  }
}
