package com.ailuxe.concierge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.concierge.BookingFields;
import com.ailuxe.concierge.Intent;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A booking from 19:00 to 23:00 on 18 December: moved, made longer or shorter, or left alone. */
class StretchedBookingsTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          extend it by 2 hours                           |                  | 2026-12-19T01:00
          can we stay 2 hours longer?                    |                  | 2026-12-19T01:00
          one hour longer please                         |                  | 2026-12-19T00:00
          please add an extra hour                       |                  | 2026-12-19T00:00
          one more hour please                           |                  | 2026-12-19T00:00
          2 more hours would be great                    |                  | 2026-12-19T01:00
          for another 2 hours                            |                  | 2026-12-19T01:00
          could we extend for 1 hour                     |                  | 2026-12-19T00:00
          shorten it by one hour                         |                  | 2026-12-18T22:00
          make it one hour shorter                       |                  | 2026-12-18T22:00
          finish an hour earlier                         |                  | 2026-12-18T22:00
          can we end 30 minutes later                    |                  | 2026-12-18T23:30
          can we add two hours at the beginning          | 2026-12-18T17:00 | 2026-12-18T23:00
          extend it to 6 hours                           |                  | 2026-12-19T01:00
          cut it to 3 hours                              |                  | 2026-12-18T22:00
          start an hour earlier and finish at 11         | 2026-12-18T18:00 | 2026-12-18T23:00
          start 2 hours later but still end at 11        | 2026-12-18T21:00 | 2026-12-18T23:00
          an hour later and two hours longer             | 2026-12-18T20:00 | 2026-12-19T02:00
          push it by one day                             | 2026-12-19T19:00 | 2026-12-19T23:00
          postpone it by a week                          | 2026-12-25T19:00 | 2026-12-25T23:00
          move it up by one hour                         | 2026-12-18T18:00 | 2026-12-18T22:00
          extend the booking to 19 December noon         |                  | 2026-12-19T12:00
          We want to leave at 10am and be back at 5pm    | 2026-12-18T10:00 | 2026-12-18T17:00
          departing 10am returning 4pm                   | 2026-12-18T10:00 | 2026-12-18T16:00
          start 6 finish 10                              | 2026-12-18T18:00 | 2026-12-18T22:00
          Can we do the 19th instead, 6 to 10?           | 2026-12-19T18:00 | 2026-12-19T22:00
          same time next day instead                     | 2026-12-19T19:00 | 2026-12-19T23:00
          the Sunday after that would be better          | 2026-12-20T19:00 | 2026-12-20T23:00
          let's do the following Friday                  | 2026-12-25T19:00 | 2026-12-25T23:00
          The 18th doesn't work for us anymore, the 19th does | 2026-12-19T19:00 | 2026-12-19T23:00
          Can't do Friday, Saturday works                | 2026-12-19T19:00 | 2026-12-19T23:00
          Friday is no good. Sat?                        | 2026-12-19T19:00 | 2026-12-19T23:00
          7pm is too early, 8pm would be better          | 2026-12-18T20:00 | 2026-12-19T00:00
          """)
  void whatIsSaidOfItsTimeIsChanged(String words, @Nullable String start, @Nullable String end) {
    var draft = new Dialogue().withBooking("being checked").write(words);

    assertThat(draft.intent()).as(draft.reply()).isEqualTo(Intent.CHANGE);
    assertThat(draft.booking().start())
        .isEqualTo(start == null ? null : LocalDateTime.parse(start));
    assertThat(draft.booking().end()).isEqualTo(end == null ? null : LocalDateTime.parse(end));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "we stay until 21 December",
        "We are in Monaco until 22 December by the way",
        "How much would 2 more hours cost?",
        "I need 2 more hours to decide",
        "We'd like vegan food on board",
        "please hold it for another 24 hours",
        "please don't cancel it",
        "Budget for catering is 500 EUR extra",
        "could you do it for 8000?",
        "I'll confirm in 2 more days",
        "Sunset is an hour later in summer",
        "I changed my mind about the dinner",
        "budget is 10"
      })
  void aRemarkOrAQuestionAltersNothing(String words) {
    var draft = new Dialogue().withBooking("being checked").write(words);

    assertThat(draft.intent()).as(draft.reply()).isEqualTo(Intent.QUESTION);
    assertThat(draft.booking()).isEqualTo(BookingFields.NONE);
    assertThat(draft.reply()).doesNotContain("I move your booking", "is that way already");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Could we do next weekend instead? | you said next weekend
          actually the weekend after        | you said the weekend after
          can we move it to next week       | you said next week
          make it all day                   | from when until when
          """)
  void anotherTimeThatIsNotSaidExactlyIsAskedFor(String words, String question) {
    var draft = new Dialogue().withBooking("being checked").write(words);

    assertThat(draft.intent()).isEqualTo(Intent.CHANGE);
    assertThat(draft.booking()).isEqualTo(BookingFields.NONE);
    assertThat(draft.reply()).contains(question).doesNotContain("is that way already");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sorry we can't make it anymore",
        "we changed our mind, no yacht",
        "The party is off",
        "we can't make it on the 18th"
      })
  void whoeverWillNotComeIsAskedToConfirmIt(String words) {
    assertThat(new Dialogue().withBooking("being checked").write(words).intent())
        .isEqualTo(Intent.CANCEL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          extend it by one hour             | 2027-01-20T15:00 | 2027-01-20T22:00
          can we make it 2 hours longer?    | 2027-01-20T15:00 | 2027-01-20T23:00
          an hour later please              | 2027-01-20T16:00 | 2027-01-20T22:00
          """)
  void aWishThatIsStillBeingMadeIsStretchedTheSameWay(String words, String start, String end) {
    var dialogue = new Dialogue();
    dialogue.write("Sea Breeze in Monaco on 20 January 2027 from 3pm to 9pm, 2 people");
    dialogue.write(words);

    assertThat(dialogue.known().start()).isEqualTo(start);
    assertThat(dialogue.known().end()).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"we can add 1000 EUR", "1000 EUR more is fine", "raise the budget by 1000"})
  void moneyOnTopIsNoBudgetOfItsOwn(String words) {
    var draft = new Dialogue().withBooking("being checked").write(words);

    assertThat(draft.booking().budget()).as(draft.reply()).isNull();
    assertThat(draft.needsPerson()).isTrue();
  }

  @Test
  void peopleMoreAreCountedFromThoseBooked() {
    var draft = new Dialogue().withBooking("being checked").write("End at 10pm and 2 people more");

    assertThat(draft.booking().guests()).isNotEqualTo(2);
  }

  @Test
  void anotherDayIsNoLongerOne() {
    var draft = new Dialogue().withBooking("being checked").write("another day would be better");

    assertThat(draft.booking()).isEqualTo(BookingFields.NONE);
  }

  @Test
  void aNameIsNoPlace() {
    var draft =
        new Dialogue().withBooking("being checked").write("Please change the talent to Isabella");

    assertThat(draft.booking().talent()).isEqualTo("Isabella Rossi");
    assertThat(draft.booking().place()).isNull();
  }

  @Test
  void whoeverNamesWhatIsBookedSpeaksOfThat() {
    var draft =
        new Dialogue()
            .withBooking("being checked")
            .withBooking("BK-2026-0002", "being checked", "Marcel Dupont", false)
            .write("And for Marcel: pick up at 8pm please");

    assertThat(draft.intent()).as(draft.reply()).isEqualTo(Intent.CHANGE);
    assertThat(draft.reference()).isEqualTo("BK-2026-0002");
    assertThat(draft.booking().start()).isEqualTo("2026-12-18T20:00");
  }

  @Test
  void anAfternoonIsNotCalledAnEvening() {
    var draft = new Dialogue().write("Sea Breeze in Monaco on 20 January 2027 at half past two");

    assertThat(draft.reply()).contains("afternoon.").doesNotContain("as evening");
  }
}
