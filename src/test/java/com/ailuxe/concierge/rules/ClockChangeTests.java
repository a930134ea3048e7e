package com.ailuxe.concierge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.concierge.BookingFields;
import com.ailuxe.concierge.model.DraftCheck;
import com.ailuxe.concierge.model.ModelAnswer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The clocks of Monaco go forward on 28 March 2027 at 2:00, and back on 31 October 2027 at 3:00.
 */
class ClockChangeTests {
  private static final ZoneId MONACO = ZoneId.of("Europe/Monaco");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          27 March 2027 from 10pm for 6 hours              | 2027-03-28T05:00
          27 March 2027 from 10pm for 24 hours             | 2027-03-28T23:00
          27 March 2027 from 10pm for one day              | 2027-03-28T22:00
          27 March 2027 from 10pm for two nights           | 2027-03-29T22:00
          28 March 2027 from 1am for 90 minutes            | 2027-03-28T03:30
          30 October 2027 from 10pm for 6 hours            | 2027-10-31T03:00
          30 October 2027 from 10pm for 10 hours           | 2027-10-31T07:00
          27 March 2027 from 11pm until 5am                | 2027-03-28T05:00
          30 October 2027 from 11pm for 5 hours            | 2027-10-31T03:00
          26 March 2027 from 10pm for 6 hours              | 2027-03-27T04:00
          """)
  void hoursPassWhateverTheClocksDo(String words, String end) {
    var draft = new Dialogue().write("Sea Breeze in Monaco on " + words);

    assertThat(draft.booking().end()).isEqualTo(end);
    assertThat(draft.booking().zone()).isEqualTo(MONACO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          in London on 27 March 2027 from 10pm for 5 hours     | 2027-03-28T04:00 | Europe/London
          in New York on 13 March 2027 from 10pm for 6 hours   | 2027-03-14T05:00 | America/New_York
          in New York on 6 November 2027 from 10pm for 6 hours | 2027-11-07T03:00 | America/New_York
          in Dubai on 27 March 2027 from 10pm for 6 hours      | 2027-03-28T04:00 | Asia/Dubai
          """)
  void theClocksAreThoseOfThePlace(String words, String end, String zone) {
    var draft = new Dialogue().write("Sea Breeze " + words);

    assertThat(draft.booking().end()).isEqualTo(end);
    assertThat(draft.booking().zone()).isEqualTo(ZoneId.of(zone));
  }

  @Test
  void aNewDayKeepsTheHoursThatPass() {
    var dialogue = new Dialogue();
    dialogue.write("Sea Breeze in Monaco on 20 March 2027 from 10pm to 4am");
    var moved = dialogue.write("Sorry, I meant 27 March 2027").booking();

    var start = Objects.requireNonNull(moved.start());
    var end = Objects.requireNonNull(moved.end());
    assertThat(Duration.between(start.atZone(MONACO), end.atZone(MONACO)))
        .isEqualTo(Duration.ofHours(6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          from 2:30am to 5am   | 02:30
          from 2am to 3am      | 02:00
          from 2:15am          | 02:15
          from 2am for 4 hours | 02:00
          """)
  void aTimeThatTheClocksSkipIsSaidAndAskedFor(String words, String skipped) {
    var dialogue = new Dialogue();
    var draft = dialogue.write("Sea Breeze in Monaco on 28 March 2027 " + words);

    assertThat(draft.booking().start()).isNull();
    assertThat(draft.reply())
        .containsOnlyOnce(skipped + " does not exist on Sunday, 28 March 2027 (Monaco time)")
        .contains("from 02:00 to 03:00", "Which time would you like instead?")
        .doesNotContain("before the start", "comes twice");
    assertThat(dialogue.write("3:30am").booking().start()).isEqualTo("2027-03-28T03:30");
  }

  @Test
  void anEndThatTheClocksSkipIsSaidAndAskedFor() {
    var dialogue = new Dialogue();
    var draft = dialogue.write("Sea Breeze in Monaco on 27 March 2027 from 10pm to 2:30am");

    assertThat(draft.booking().end()).isNull();
    assertThat(draft.reply()).contains("02:30 does not exist on Sunday, 28 March 2027");
    assertThat(dialogue.write("until 3:30am").booking().end()).isEqualTo("2027-03-28T03:30");
  }

  @Test
  void aBookingIsNotMovedToATimeThatTheClocksSkip() {
    var draft =
        new Dialogue().withBooking("held").write("Could you move it to 28 March 2027 at 2:30am?");

    assertThat(draft.booking()).isEqualTo(BookingFields.NONE);
    assertThat(draft.reply()).contains("02:30 does not exist").contains("nothing is altered");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          on 31 October 2027 from 2:30am to 5am   | 02:30
          on 30 October 2027 from 10pm to 2:15am  | 02:15
          """)
  void ofATimeThatComesTwiceItIsSaidWhichOneIsTaken(String words, String time) {
    var draft = new Dialogue().write("Sea Breeze in Monaco " + words);

    assertThat(draft.booking().start()).isNotNull();
    assertThat(draft.reply()).contains(time + " comes twice that night").contains("the first one");
  }

  @Test
  void aModelsTimeThatTheClocksSkipIsLookedAtByAPerson() {
    var booking =
        new ModelAnswer.Booking(
            null,
            "Sea Breeze",
            "2027-03-28T02:30",
            "2027-03-28T05:00",
            "Europe/Monaco",
            null,
            null,
            null,
            null);
    var draft =
        new DraftCheck(new Dialogue().turn("x"))
            .draft(new ModelAnswer("Noted.", "book", booking, null, 0.9, false, null));

    assertThat(draft.booking().start()).isNull();
    assertThat(draft.needsPerson()).isTrue();
    assertThat(LocalDateTime.parse("2027-03-28T05:00")).isEqualTo(draft.booking().end());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          in Monaco on 30 October 2027 from 11pm for 4 hours     | 02:00, or at 03:00 | 2027-10-31T03:00
          in Monaco on 30 October 2027 from 10pm for 5.5 hours   | 02:30, or at 03:00 | 2027-10-31T03:00
          in London on 30 October 2027 from 10pm for 4 hours     | 01:00, or at 02:00 | 2027-10-31T03:00
          in New York on 6 November 2027 from 10pm for 4 hours   | 01:00, or at 02:00 | 2027-11-07T03:00
          """)
  void aLengthThatEndsInTheHourThatComesAgainIsAskedAbout(String words, String times, String end) {
    var dialogue = new Dialogue();
    var draft = dialogue.write("Sea Breeze " + words);

    assertThat(draft.booking().end()).isNull();
    assertThat(draft.reply()).containsOnlyOnce("comes twice that night").contains(times);
    assertThat(dialogue.write("until 3am").booking().end()).isEqualTo(end);
  }

  @Test
  void aBookingIsNotMovedToEndInTheHourThatComesAgain() {
    var draft =
        new Dialogue()
            .withBooking("held")
            .write("Could you move it to 30 October 2027 from 11pm for 4 hours?");

    assertThat(draft.booking()).isEqualTo(BookingFields.NONE);
    assertThat(draft.reply()).contains("02:00, or at 03:00?", "nothing is altered");
  }
}
