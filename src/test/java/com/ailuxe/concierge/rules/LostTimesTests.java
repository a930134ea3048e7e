package com.ailuxe.concierge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.concierge.BookingFields;
import com.ailuxe.concierge.Intent;
import com.ailuxe.shared.Money;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else was faster: the next words are about the time that could not be had. */
class LostTimesTests {
  private static final BookingFields ASKED = fields("2027-03-19T10:00", "2027-03-19T12:00");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          could we start at 2pm instead?  | 2027-03-19T14:00 | 2027-03-19T16:00
          then 3pm                        | 2027-03-19T15:00 | 2027-03-19T17:00
          the 20th                        | 2027-03-20T10:00 | 2027-03-20T12:00
          what about 22 March?            | 2027-03-22T10:00 | 2027-03-22T12:00
          a day later                     | 2027-03-20T10:00 | 2027-03-20T12:00
          an hour later would be fine     | 2027-03-19T11:00 | 2027-03-19T13:00
          2 April from 1pm to 6pm         | 2027-04-02T13:00 | 2027-04-02T18:00
          """)
  void anotherDayKeepsTheHoursAndAnotherHourTheDay(String text, String start, String end) {
    var draft = new Dialogue().losing(ASKED).write(text);

    assertThat(draft.intent()).isEqualTo(Intent.BOOK);
    assertThat(ASKED.with(draft.booking())).isEqualTo(fields(start, end));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ok", "Oh, what a pity", "We are 5 now", "Thank you"})
  void nothingElseAsksForTheSameTimeAgain(String text) {
    var draft = new Dialogue().losing(ASKED).write(text);

    assertThat(draft.booking().start()).isNull();
    assertThat(draft.booking().end()).isNull();
  }

  @Test
  void whatWasSaidSinceCountsAlone() {
    var dialogue = new Dialogue().losing(ASKED);
    dialogue.write("the 20th");

    assertThat(dialogue.write("from 4pm to 8pm, please").booking())
        .extracting(BookingFields::start, BookingFields::end)
        .containsExactly(
            LocalDateTime.parse("2027-03-20T16:00"), LocalDateTime.parse("2027-03-20T20:00"));
  }

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
}
