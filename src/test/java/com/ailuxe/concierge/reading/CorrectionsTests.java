package com.ailuxe.concierge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.concierge.BookingFields;
import com.ailuxe.concierge.Intent;
import com.ailuxe.concierge.rules.Dialogue;
import com.ailuxe.shared.Money;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever takes something back gets what they said last, and keeps what they did not take back. */
class CorrectionsTests {
  private static final String WISH =
      "I would like Sea Breeze in Monaco on 20 January 2027 from 3pm to 9pm, 2 people, 9000 EUR";
  private static final BookingFields WISHED = fields("2027-01-20T15:00", "2027-01-20T21:00");

  private static final List<String> LEADS =
      List.of(
          "Sorry, I meant %s",
          "No, %s please",
          "Actually %s",
          "Make that %s",
          "Rather %s",
          "%s instead",
          "Instead, %s",
          "Correction: %s",
          "Oops, %s",
          "I mean %s",
          "sorry %s",
          "Let's make it %s",
          "Scratch that, %s",
          "My mistake, %s",
          "%s, I meant",
          "Wait, no, %s",
          "Better %s",
          "Sorry, no, I meant to say %s",
          "It should be %s",
          "%s would be better");

  private static BookingFields fields(String start, String end) {
    return new BookingFields(
        "Sea Breeze",
        LocalDateTime.parse(start),
        LocalDateTime.parse(end),
        ZoneId.of("Europe/Monaco"),
        "Monaco",
        2,
        Money.of("9000", "EUR"));
  }

  static Stream<Arguments> corrections() {
    var right =
        Stream.of(
            Arguments.of("21 January 2027", fields("2027-01-21T15:00", "2027-01-21T21:00")),
            Arguments.of("27 January", fields("2027-01-27T15:00", "2027-01-27T21:00")),
            Arguments.of(
                "21 January 2027 from 3pm to 9pm", fields("2027-01-21T15:00", "2027-01-21T21:00")),
            Arguments.of(
                "30 January from 4pm to 10pm", fields("2027-01-30T16:00", "2027-01-30T22:00")),
            Arguments.of("from 4pm to 8pm", fields("2027-01-20T16:00", "2027-01-20T20:00")),
            Arguments.of("until 10pm", fields("2027-01-20T15:00", "2027-01-20T22:00")),
            Arguments.of(
                "3 people", WISHED.with(new BookingFields(null, null, null, null, null, 3, null))),
            Arguments.of(
                "8000 EUR",
                WISHED.with(
                    new BookingFields(
                        null, null, null, null, null, null, Money.of("8000", "EUR")))),
            Arguments.of(
                "Lady Aurora",
                WISHED.with(new BookingFields("Lady Aurora", null, null, null, null, null, null))),
            Arguments.of(
                "at Port Hercule",
                WISHED.with(
                    new BookingFields(null, null, null, null, "Port Hercule", null, null))));
    return right.flatMap(
        one ->
            LEADS.stream().map(lead -> Arguments.of(lead.formatted(one.get()[0]), one.get()[1])));
  }

  @ParameterizedTest
  @MethodSource("corrections")
  void inTheSameMessageALaterWordReplaces(String correction, BookingFields right) {
    for (var joint : List.of(". %s", ", %s", " - %s", "\n%s")) {
      var dialogue = new Dialogue();
      dialogue.write(WISH + joint.formatted(correction));

      assertThat(dialogue.known()).as(joint).isEqualTo(right);
    }
  }

  @ParameterizedTest
  @MethodSource("corrections")
  void inTheSameTurnALaterWordReplaces(String correction, BookingFields right) {
    var dialogue = new Dialogue();
    var draft = dialogue.write(WISH, correction);

    assertThat(dialogue.known()).isEqualTo(right);
    assertThat(draft.intent()).isEqualTo(Intent.BOOK);
  }

  @ParameterizedTest
  @MethodSource("corrections")
  void inALaterTurnALaterWordReplaces(String correction, BookingFields right) {
    var dialogue = new Dialogue();
    dialogue.write(WISH);
    dialogue.write(correction);

    assertThat(dialogue.known()).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not 20 January but 21 January                   | 2027-01-21T15:00 | 2027-01-21T21:00 | 2 | 9000
          21 January instead of 20 January                | 2027-01-21T15:00 | 2027-01-21T21:00 | 2 | 9000
          instead of 20 January we need 21 January        | 2027-01-21T15:00 | 2027-01-21T21:00 | 2 | 9000
          21 January, not 20 January                      | 2027-01-21T15:00 | 2027-01-21T21:00 | 2 | 9000
          We are not 2 but 4 people                       | 2027-01-20T15:00 | 2027-01-20T21:00 | 4 | 9000
          4 people rather than 2                          | 2027-01-20T15:00 | 2027-01-20T21:00 | 4 | 9000
          4 people, not 2 people                          | 2027-01-20T15:00 | 2027-01-20T21:00 | 4 | 9000
          not from 3pm but from 5pm                       | 2027-01-20T17:00 | 2027-01-20T21:00 | 2 | 9000
          until 10pm, not 9pm                             | 2027-01-20T15:00 | 2027-01-20T22:00 | 2 | 9000
          the budget is not 9000 EUR but 7000 EUR         | 2027-01-20T15:00 | 2027-01-20T21:00 | 2 | 7000
          """)
  void whatIsRuledOutDoesNotCount(
      String words, String start, String end, int guests, String budget) {
    var right =
        fields(start, end)
            .with(new BookingFields(null, null, null, null, null, guests, Money.of(budget, "EUR")));
    var later = new Dialogue();
    later.write(WISH);
    later.write(words);
    var sameTurn = new Dialogue();
    sameTurn.write(WISH, words);
    var sameMessage = new Dialogue();
    sameMessage.write(WISH + ". " + words);

    assertThat(later.known()).isEqualTo(right);
    assertThat(sameTurn.known()).isEqualTo(right);
    assertThat(sameMessage.known()).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sea Breeze on 20 January for 2 people, sorry, 3                    | 20 | 3 |
          Sea Breeze on 20 January, budget 9000 EUR, no, 8000                | 20 |   | 8000
          Sea Breeze on 20 January, 2 people, 9000 EUR, sorry, 8000          | 20 | 2 | 8000
          Sea Breeze on 20 January for not 2 but 3 people                    | 20 | 3 |
          Sea Breeze not on 19 January but on 20 January                     | 20 |   |
          Sea Breeze on 19 January, sorry, the 20th                          | 20 |   |
          Lady Aurora, no, Sea Breeze on 20 January                          | 20 |   |
          Sea Breeze rather than Lady Aurora on 20 January                   | 20 |   |
          I'd rather have Sea Breeze than Lady Aurora on 20 January          | 20 |   |
          We are 2 people, actually 3, for Sea Breeze on 20 January          | 20 | 3 |
          Sea Breeze on 20 January for 2 people. Make that 3                 | 20 | 3 |
          Anything but Lady Aurora: Sea Breeze on 20 January                 | 20 |   |
          """)
  void aBareWordStandsForWhatItTakesBack(
      String words, int day, @Nullable Integer guests, @Nullable String budget) {
    var dialogue = new Dialogue();
    dialogue.write(words + ", from 3pm");

    assertThat(dialogue.known().talent()).isEqualTo("Sea Breeze");
    assertThat(dialogue.known().start()).isEqualTo("2027-01-%dT15:00".formatted(day));
    assertThat(dialogue.known().guests()).isEqualTo(guests);
    assertThat(dialogue.known().budget())
        .isEqualTo(budget == null ? null : Money.of(budget, "EUR"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          from 3pm to 9pm on 20 January, sorry, 10pm             | 2027-01-20T15:00 | 2027-01-20T22:00
          from 3pm to 9pm on 20 January, sorry, 4pm              | 2027-01-20T16:00 | 2027-01-20T21:00
          from 3pm to 9pm on 20 January, sorry, from 8pm         | 2027-01-20T20:00 | 2027-01-20T21:00
          from 3pm on 20 January to 9pm on 22 January, sorry, 23 January | 2027-01-20T15:00 | 2027-01-23T21:00
          """)
  void aTimeAloneStandsForTheOneItIsNearerTo(String words, String start, String end) {
    var dialogue = new Dialogue();
    dialogue.write("Sea Breeze " + words);

    assertThat(dialogue.known().start()).isEqualTo(start);
    assertThat(dialogue.known().end()).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sea Breeze on 20 January from 3pm to 9pm, 21 January",
        "Sea Breeze on 20 January from 3pm to 9pm for 2 people on 21 January",
        "Sea Breeze on 20 January from 3pm to 9pm\n21 January from 3pm to 9pm",
        "Sea Breeze from 3pm to 9pm on 20 and 21 January"
      })
  void aSecondDayIsNoEndUnlessTheWordsSaySo(String words) {
    var dialogue = new Dialogue();
    var draft = dialogue.write(words);

    assertThat(dialogue.known().end()).isNull();
    assertThat(draft.reply()).contains("several days");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sea Breeze from 20 January 3pm until 21 January 9pm",
        "Sea Breeze from 3pm on 20 January to 9pm on 21 January",
        "Sea Breeze 20 January 3pm - 21 January 9pm",
        "Sea Breeze from 20 January 3pm through 21 January 9pm",
        "Sea Breeze from 3pm 20 January to 9pm 21 January"
      })
  void aSecondDayIsTheEndWhenTheWordsSaySo(String words) {
    var dialogue = new Dialogue();
    dialogue.write(words);

    assertThat(dialogue.known().start()).isEqualTo("2027-01-20T15:00");
    assertThat(dialogue.known().end()).isEqualTo("2027-01-21T21:00");
  }

  @Test
  void anActiveBookingIsMovedToWhatWasSaidLast() {
    var day = new Dialogue().withBooking("held").write("Move it to Saturday, sorry, Sunday please");
    var hours =
        new Dialogue()
            .withBooking("held")
            .write("Could you start an hour later, no, two hours later");

    assertThat(day.booking().start()).isEqualTo("2026-12-20T19:00");
    assertThat(day.booking().end()).isEqualTo("2026-12-20T23:00");
    assertThat(hours.booking().start()).isEqualTo("2026-12-18T21:00");
  }

  @Test
  void whatWasTakenBackBeforeIsNotRemembered() {
    var dialogue = new Dialogue();
    dialogue.write("on 19 January, sorry, 20 January");
    dialogue.write("Sea Breeze from 3pm");

    assertThat(dialogue.known().start()).isEqualTo("2027-01-20T15:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no wait, make it 8 guests            | 2027-01-20T15:00 | 2027-01-20T21:00 | 8 | 9000
          actually 5 guests and 10k            | 2027-01-20T15:00 | 2027-01-20T21:00 | 5 | 10000
          sorry the 22nd                       | 2027-01-22T15:00 | 2027-01-22T21:00 | 2 | 9000
          sorry, 22nd                          | 2027-01-22T15:00 | 2027-01-22T21:00 | 2 | 9000
          the 22nd I mean                      | 2027-01-22T15:00 | 2027-01-22T21:00 | 2 | 9000
          oops wrong day, the 22nd             | 2027-01-22T15:00 | 2027-01-22T21:00 | 2 | 9000
          not Wednesday, Friday                | 2027-01-22T15:00 | 2027-01-22T21:00 | 2 | 9000
          Friday not Wednesday                 | 2027-01-22T15:00 | 2027-01-22T21:00 | 2 | 9000
          Friday please                        | 2027-01-22T15:00 | 2027-01-22T21:00 | 2 | 9000
          I meant 2028                         | 2028-01-20T15:00 | 2028-01-20T21:00 | 2 | 9000
          in 2028, sorry                       | 2028-01-20T15:00 | 2028-01-20T21:00 | 2 | 9000
          2028 not 2027                        | 2028-01-20T15:00 | 2028-01-20T21:00 | 2 | 9000
          February, not January                | 2027-02-20T15:00 | 2027-02-20T21:00 | 2 | 9000
          sorry, I meant February              | 2027-02-20T15:00 | 2027-02-20T21:00 | 2 | 9000
          17:00 instead of 3                   | 2027-01-20T17:00 | 2027-01-20T21:00 | 2 | 9000
          4 instead of 3 please                | 2027-01-20T16:00 | 2027-01-20T21:00 | 2 | 9000
          10 instead of 9                      | 2027-01-20T15:00 | 2027-01-20T22:00 | 2 | 9000
          4 instead of 2                       | 2027-01-20T15:00 | 2027-01-20T21:00 | 4 | 9000
          not 2 people, 4                      | 2027-01-20T15:00 | 2027-01-20T21:00 | 4 | 9000
          not 2, 4                             | 2027-01-20T15:00 | 2027-01-20T21:00 | 4 | 9000
          wrong number of people, we are 6     | 2027-01-20T15:00 | 2027-01-20T21:00 | 6 | 9000
          ignore the budget, it is 7000        | 2027-01-20T15:00 | 2027-01-20T21:00 | 2 | 7000
          hmm, rather 8000                     | 2027-01-20T15:00 | 2027-01-20T21:00 | 2 | 8000
          4 to 8 instead                       | 2027-01-20T16:00 | 2027-01-20T20:00 | 2 | 9000
          ah sorry, 4-8                        | 2027-01-20T16:00 | 2027-01-20T20:00 | 2 | 9000
          can you make it 4 to 8               | 2027-01-20T16:00 | 2027-01-20T20:00 | 2 | 9000
          add one person                       | 2027-01-20T15:00 | 2027-01-20T21:00 | 3 | 9000
          I said 4, not 3                      | 2027-01-20T16:00 | 2027-01-20T21:00 | 2 | 9000
          I wrote 4 guests, not 2              | 2027-01-20T15:00 | 2027-01-20T21:00 | 4 | 9000
          wrong year, 2028                     | 2028-01-20T15:00 | 2028-01-20T21:00 | 2 | 9000
          not 2 guests but 5                   | 2027-01-20T15:00 | 2027-01-20T21:00 | 5 | 9000
          till 10 actually                     | 2027-01-20T15:00 | 2027-01-20T22:00 | 2 | 9000
          no wait from 4pm                     | 2027-01-20T16:00 | 2027-01-20T21:00 | 2 | 9000
          8000 rather                          | 2027-01-20T15:00 | 2027-01-20T21:00 | 2 | 8000
          plus 2 kids                          | 2027-01-20T15:00 | 2027-01-20T21:00 | 4 | 9000
          """)
  void shortFollowUpsReplaceWhatTheyAreAbout(
      String words, String start, String end, int guests, String budget) {
    var right =
        fields(start, end)
            .with(new BookingFields(null, null, null, null, null, guests, Money.of(budget, "EUR")));
    var dialogue = new Dialogue();
    dialogue.write(WISH);
    dialogue.write(words);

    assertThat(dialogue.known()).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scrap that, a villa                         | Villa Azur
          scrap that, Villa Azur                      | Villa Azur
          forget the yacht, we want Villa Azur        | Villa Azur
          forget the boat. Can we get a villa instead? | Villa Azur
          change of plan: Lady Aurora                 | Lady Aurora
          I'd rather have Lady Aurora                 | Lady Aurora
          not Sea Breeze, Lady Aurora                 | Lady Aurora
          """)
  void anotherIsWishedForInstead(String words, String talent) {
    for (var held : new boolean[] {false, true}) {
      var dialogue = new Dialogue();
      if (held) {
        dialogue.withBooking("held");
      } else {
        dialogue.write(WISH);
      }

      assertThat(dialogue.write(words).booking().talent()).as("held: " + held).isEqualTo(talent);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"make it 8", "no wait, make it 8", "8 please", "actually 8"})
  void aNumberThatMayBeTwoThingsIsAskedAbout(String words) {
    var wished = new Dialogue();
    wished.write(WISH);
    var held = new Dialogue().withBooking("held");

    assertThat(wished.write(words).reply()).contains("8 o'clock, or 8 guests?");
    assertThat(wished.known()).isEqualTo(WISHED);
    assertThat(held.write(words).reply()).contains("8 o'clock, or 8 guests?", "nothing is altered");
    assertThat(held.write("8 guests").booking().guests()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not Friday, Saturday               | 2026-12-19T19:00 | 2026-12-19T23:00
          I meant 2027                       | 2027-12-18T19:00 | 2027-12-18T23:00
          January, not December              | 2027-01-18T19:00 | 2027-01-18T23:00
          8 instead of 7 please              | 2026-12-18T20:00 | 2026-12-19T00:00
          start at 8                         | 2026-12-18T20:00 | 2026-12-19T00:00
          """)
  void whatIsBookedIsMovedByAShortFollowUp(String words, String start, String end) {
    var draft = new Dialogue().withBooking("held").write(words);

    assertThat(draft.intent()).isEqualTo(Intent.CHANGE);
    assertThat(draft.booking().start()).isEqualTo(start);
    assertThat(draft.booking().end()).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          20 January;no, 21;3pm to 9pm              | 2027-01-21T15:00 | 2027-01-21T21:00
          20 January;oops 21;3pm to 9pm             | 2027-01-21T15:00 | 2027-01-21T21:00
          20 January;3 to 9;no 4 to 10              | 2027-01-20T16:00 | 2027-01-20T22:00
          20 January;from 3pm to 9pm;sorry, the 22nd | 2027-01-22T15:00 | 2027-01-22T21:00
          in January;the 20th;3pm;for 6 hours       | 2027-01-20T15:00 | 2027-01-20T21:00
          in January;29;3pm;till 9                  | 2027-01-29T15:00 | 2027-01-29T21:00
          """)
  void whatIsSaidInManyShortLinesIsPutTogether(String words, String start, String end) {
    var lines = words.split(";");
    var turns = new Dialogue();
    turns.write("Sea Breeze");
    for (var line : lines) {
      turns.write(line);
    }

    assertThat(turns.known().start()).isEqualTo(start);
    assertThat(turns.known().end()).isEqualTo(end);
    if (!words.contains("29")) {
      var burst = new Dialogue();
      burst.write(("Sea Breeze;" + words).split(";"));
      assertThat(burst.known().start()).isEqualTo(start);
      assertThat(burst.known().end()).isEqualTo(end);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          for 6 people ; no 7        | 7
          for 6 people ; 7 sorry     | 7
          for 6 people ; actually 7  | 7
          for 6 people ; make it 7   | 7
          """)
  void aBareNumberIsAnotherOfTheOneThingThatWasSaid(String words, int guests) {
    var dialogue = new Dialogue();
    dialogue.write("Sea Breeze in Monaco on 20 January 2027 from 3pm to 9pm");
    for (var line : words.split(" ; ")) {
      dialogue.write(line);
    }

    assertThat(dialogue.known().guests()).isEqualTo(guests);
    assertThat(dialogue.known().start()).isEqualTo("2027-01-20T15:00");
  }
}
