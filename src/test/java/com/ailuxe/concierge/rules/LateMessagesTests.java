package com.ailuxe.concierge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.concierge.TurnContext.Author;
import com.ailuxe.concierge.TurnContext.Line;
import com.ailuxe.concierge.model.DraftPrompt;
import com.ailuxe.concierge.reading.Utterance;
import com.ailuxe.concierge.reading.When;
import com.ailuxe.concierge.reading.WhenReader;
import com.ailuxe.rendering.Templates;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message may reach us long after it was written; its "tomorrow" is the one of the writer. */
class LateMessagesTests {
  /** A Sunday; it is read on Monday at 10:00, in Paris. */
  private static final String WRITTEN = "2026-12-13T11:00:00+01:00[Europe/Paris]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tomorrow               | 2026-12-14
          today                  | 2026-12-13
          tonight                | 2026-12-13
          the day after tomorrow | 2026-12-15
          on Monday              | 2026-12-14
          on Sunday              | 2026-12-13
          next Monday            | 2026-12-14
          next Friday            | 2026-12-18
          on Friday              | 2026-12-18
          on Friday next week    | 2026-12-18
          in three days          | 2026-12-16
          in a week              | 2026-12-20
          two weeks from now     | 2026-12-27
          on the 13th            | 2026-12-13
          on 13 December         | 2026-12-13
          """)
  void relativeDaysCountFromWhenTheyWereWritten(String day, String date) {
    var text =
        Utterance.of(List.of(line(day + " from 2pm to 8pm", WRITTEN)), ZoneId.of("Europe/Paris"));
    var reader = new WhenReader(Dialogue.NOW, Locale.UK);

    var read = reader.read(text, reader.readDays(text), When.UNKNOWN, Set.of());

    assertThat(read.when().start()).isEqualTo(date + "T14:00");
  }

  @Test
  void tomorrowIsTheDayAfterTheMessage() {
    var draft =
        new Dialogue()
            .writtenAt(WRITTEN)
            .write("Sea Breeze tomorrow from 2pm to 8pm in Monaco, 2 people, 9000 EUR");

    assertThat(draft.booking().start()).isEqualTo("2026-12-14T14:00");
  }

  @Test
  void whatIsOverWhenItReachesUsIsSaidToBePast() {
    var draft = new Dialogue().writtenAt(WRITTEN).write("Sea Breeze today from 2pm to 8pm");

    assertThat(draft.booking().start()).isNull();
    assertThat(draft.reply()).contains("Sunday, 13 December 2026 at 14:00 is already past");
  }

  @Test
  void eachMessageOfATurnCountsFromItsOwnTime() {
    var turn = new Dialogue().turn("Sea Breeze tomorrow from 2pm to 8pm");
    var lines =
        List.of(
            line("Sea Breeze tomorrow from 2pm to 8pm", WRITTEN),
            line("Sorry, tomorrow", "2026-12-14T09:59:00+01:00[Europe/Paris]"));

    assertThat(new RuleBasedConcierge(new Templates()).draft(turn.saying(lines)).booking().start())
        .isEqualTo("2026-12-15T14:00");
    assertThat(
            new RuleBasedConcierge(new Templates())
                .draft(turn.saying(lines.subList(0, 1)))
                .booking()
                .start())
        .isEqualTo("2026-12-14T14:00");
  }

  @Test
  void theClockIsTheContacts() {
    var turn = new Dialogue().at("2026-12-14T10:00:00-05:00[America/New_York]").turn("x");
    var late = List.of(line("Sea Breeze in three days from 2pm to 8pm", "2026-12-14T04:30:00Z"));

    assertThat(new RuleBasedConcierge(new Templates()).draft(turn.saying(late)).booking().start())
        .isEqualTo("2026-12-16T14:00");
  }

  @Test
  void theModelIsToldWhenEachMessageWasWritten() {
    var turn = new Dialogue().writtenAt(WRITTEN).turn("tomorrow");

    assertThat(new DraftPrompt(new Templates()).question(turn))
        .contains("\"2026-12-13T11:00\"", "\"SUNDAY\"");
  }

  @Test
  void theModelIsToldWhatIsNotKnown() {
    assertThat(new DraftPrompt(new Templates()).question(new Dialogue().turn("tomorrow")))
        .contains("\"knownBooking\" : {\n    \"talent\" : null,\n", "\"openContract\" : null,");
  }

  private static Line line(String text, String at) {
    return new Line(Author.CONTACT, text, ZonedDateTime.parse(at).toInstant());
  }
}
