package com.ailuxe.concierge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.concierge.reading.Problem.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuestReaderTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          for 6 people                        | 6
          six guests                          | 6
          12 pax                              | 12
          1,200 guests                        | 1200
          party of 4                          | 4
          a group of about ten                | 10
          a table for two                     | 2
          just me                             | 1
          only for me                         | 1
          I will be alone                     | 1
          my wife and I                       | 2
          me and my husband                   | 2
          with my girlfriend                  | 2
          the two of us                       | 2
          there will be 8 of us               | 8
          we are 5                            | 5
          2 adults and 3 children             | 5
          2 adults, 1 baby                    | 3
          my wife and I and two kids          | 4
          3 couples                           | 6
          with 4 friends                      | 5
          4-6 people                          | 6
          a dozen people                      | 12
          20 invited guests                   | 20
          guests: 7                           | 7
          for 6                               | 6
          for 6, please                       | 6
          twenty-two guests                   | 22
          twenty five people                  | 25
          one hundred and twenty guests       | 120
          half a dozen guests                 | 6
          3 ladies and 5 gentlemen            | 8
          8 people: 3 ladies and 5 men        | 8
          5 persons incl. 2 children          | 5
          4 adults, 2 kids and a baby         | 7
          me, my wife and 3 kids              | 5
          a group of 6 to 8 people            | 8
          a group of approx. 15               | 15
          2 people, in fact we are 6          | 6
          for 2 on                            | 2
          my wife and I plus 4 friends        | 6
          my wife and I, 2 kids and a nanny   | 5
          me + 3                              | 4
          me +3                               | 4
          me & wife                           | 2
          4+2 guests                          | 6
          4 guests + 2 bodyguards             | 6
          6 guests maybe 7                    | 7
          6 guests besides me                 | 7
          10 of my colleagues and me          | 11
          five friends and myself             | 6
          8pax                                | 8
          3ppl                                | 3
          persons 6                           | 6
          we'd be 8 in total                  | 8
          we are now 7                        | 7
          for the 4 of them                   | 4
          a couple                            | 2
          a family of 4 and my mother         | 5
          just us two                         | 2
          """)
  void guestsAreCounted(String text, int guests) {
    var utterance = Utterance.of(text);
    var reader = new GuestReader();
    var reading = reader.read(utterance, false);

    assertThat(reading.guests() != null ? reading.guests() : reader.readRest(utterance).guests())
        .isEqualTo(guests);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for 4 hours",
        "for 7pm",
        "for 300 euros",
        "a 5 star hotel",
        "at 7",
        "some people",
        "we are in Paris",
        "for the weekend",
        "people say so",
        "6"
      })
  void whatIsNoNumberOfGuestsIsNotReadAsOne(String text) {
    var utterance = Utterance.of(text);
    var reader = new GuestReader();

    assertThat(reader.read(utterance, false)).isEqualTo(GuestReader.Reading.NONE);
    assertThat(reader.readRest(utterance)).isEqualTo(GuestReader.Reading.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "0 people, NO_GUESTS",
    "zero guests, NO_GUESTS",
    "no guests, NO_GUESTS",
    "-3 people, NO_GUESTS",
    "90000 guests, TOO_MANY_GUESTS"
  })
  void whatCannotBeIsSaid(String text, Kind problem) {
    var reading = new GuestReader().read(Utterance.of(text), false);

    assertThat(reading.guests()).isNull();
    assertThat(reading.problems()).extracting(Problem::kind).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource({"6, 6", "six, 6", "6!, 6", "about 10, 10", "just 2, 2", "'Monaco, 4', 4"})
  void aNumberAloneAnswersTheQuestion(String text, int guests) {
    assertThat(new GuestReader().read(Utterance.of(text), true).guests()).isEqualTo(guests);
  }

  @Test
  void zeroIsNoAnswerToTheQuestion() {
    assertThat(new GuestReader().read(Utterance.of("0"), true).problems()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one more person               | 5
          and two more guests please    | 6
          one more please               | 5
          we are one fewer              | 3
          plus 2 kids                   | 6
          6 people                      | 6
          two more hours                |
          """)
  void moreAreCountedFromThoseThatWereSaid(String text, @Nullable Integer guests) {
    assertThat(new GuestReader().read(Utterance.of(text), false, 4).guests()).isEqualTo(guests);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my wife and I with our kids",
        "me and my wife and some friends",
        "my parents, my sister and me",
        "my husband, me and the children"
      })
  void companyThatIsNotCountedIsAskedFor(String text) {
    assertThat(new GuestReader().read(Utterance.of(text), false).guests()).isNull();
  }
}
