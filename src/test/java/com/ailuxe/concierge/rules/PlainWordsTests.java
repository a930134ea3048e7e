package com.ailuxe.concierge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.concierge.BookingFields;
import com.ailuxe.concierge.Intent;
import com.ailuxe.shared.Money;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ordinary wishes, remarks and questions, as contacts from many countries write them in English.
 */
class PlainWordsTests {
  private static final String WISH = "Sea Breeze in Monaco on 20 January, %s, 4 guests, 9000 EUR";

  @ParameterizedTest
  @CsvSource({
    "11 to 3,2027-01-20T11:00,2027-01-20T15:00",
    "10-2,2027-01-20T10:00,2027-01-20T14:00",
    "from 11 to 1,2027-01-20T11:00,2027-01-20T13:00",
    "from 11 to 3 at night,2027-01-20T23:00,2027-01-21T03:00",
    "9 to 1,2027-01-20T21:00,2027-01-21T01:00"
  })
  void hoursThatFitTheDayAreByDay(String hours, String start, String end) {
    var draft = new Dialogue().write(WISH.formatted(hours));

    assertThat(draft.booking().start()).as(draft.reply()).isEqualTo(start);
    assertThat(draft.booking().end()).isEqualTo(end);
  }

  @Test
  void thatADayWasTakenIsSaid() {
    assertThat(new Dialogue().write(WISH.formatted("11 to 3")).reply()).contains("as daytime");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is a drone allowed for an extra hour?",
        "Could the captain wait 15 minutes more?",
        "Can the chef stay 1 hour longer?",
        "Is smoking allowed for another hour?",
        "Can the kids come at 8?",
        "Could dinner be at 9pm?",
        "Does the band start at 8?",
        "Could Marcel wait 15 minutes more?",
        "Could you please have the chauffeur come 1 hour earlier?",
        "we're running 20 minutes late",
        "Hello, how are you today?",
        "Hope you are all doing well today!",
        "Will you be open on Sunday?",
        "Please note there are 2 children among the guests",
        "We might need one more hour",
        "maybe 2 hours longer, how much would it be?",
        "Let me check with my wife and come back to you",
        "Don't change anything",
        "Should we be there at 6:30?",
        "I'll pay 5000 now and 4000 later"
      })
  void whatIsSaidOfOthersMovesNothing(String words) {
    var draft = new Dialogue().withBooking("being checked").write(words);

    assertThat(draft.intent()).as(draft.reply()).isEqualTo(Intent.QUESTION);
    assertThat(draft.booking()).isEqualTo(BookingFields.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          can we stay an extra hour?           |                  | 2026-12-19T00:00
          Is an extra hour possible?           |                  | 2026-12-19T00:00
          Could Sea Breeze stay an hour longer? |                 | 2026-12-19T00:00
          Could the charter be 1 hour longer?  |                  | 2026-12-19T00:00
          Could the yacht stay one hour longer? |                 | 2026-12-19T00:00
          Can we come 30 minutes earlier?      | 2026-12-18T18:30 | 2026-12-18T22:30
          Would Saturday work?                 | 2026-12-19T19:00 | 2026-12-19T23:00
          Is 8pm possible?                     | 2026-12-18T20:00 | 2026-12-19T00:00
          Could the start be at 8pm instead?   | 2026-12-18T20:00 | 2026-12-19T00:00
          not this Tuesday, the next           | 2026-12-22T19:00 | 2026-12-22T23:00
          same day, 6pm to 10pm                | 2026-12-18T18:00 | 2026-12-18T22:00
          """)
  void aQuestionAboutTheBookingChangesIt(String words, @Nullable String start, String end) {
    var draft = new Dialogue().withBooking("being checked").write(words);

    assertThat(draft.intent()).as(draft.reply()).isEqualTo(Intent.CHANGE);
    assertThat(draft.booking().talent()).isNull();
    assertThat(draft.booking().start())
        .isEqualTo(start == null ? null : LocalDateTime.parse(start));
    assertThat(draft.booking().end()).isEqualTo(end);
    assertThat(draft.promise()).isNull();
  }

  @Test
  void aQuestionAboutOthersBesideAChangeIsOwedAnAnswer() {
    var draft =
        new Dialogue()
            .withBooking("being checked")
            .write("Please extend by 1 hour. Could the captain wait at the port?");

    assertThat(draft.booking().end()).isEqualTo("2026-12-19T00:00");
    assertThat(draft.booking().place()).isNull();
    assertThat(draft.promise()).isNotNull().contains("colleague");
  }

  @Test
  void fewerGuestsAreNoTime() {
    var draft = new Dialogue().withBooking("being checked").write("reduce guests to 3");

    assertThat(draft.booking().guests()).isEqualTo(3);
    assertThat(draft.booking().end()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "swap Sea Breeze for Lady Aurora please",
        "Can you change the yacht to Lady Aurora?",
        "Is Lady Aurora available on Friday instead?",
        "I changed my mind, I prefer Lady Aurora",
        "Please replace the yacht by Lady Aurora"
      })
  void anotherTalentIsNoPlace(String words) {
    var draft = new Dialogue().withBooking("being checked").write(words);

    assertThat(draft.intent()).isEqualTo(Intent.CHANGE);
    assertThat(draft.booking().talent()).isEqualTo("Lady Aurora");
    assertThat(draft.booking().place()).isNull();
  }

  @Test
  void anotherPlaceIsRead() {
    var draft =
        new Dialogue().withBooking("being checked").write("Change place to Port de Fontvieille");

    assertThat(draft.intent()).isEqualTo(Intent.CHANGE);
    assertThat(draft.booking().place()).isEqualTo("Port de Fontvieille");
  }

  @ParameterizedTest
  @ValueSource(strings = {"I need it on Saturday, not Friday", "Not Friday, Saturday"})
  void whatIsNeededAtAnotherTimeIsNoOtherBooking(String words) {
    var draft = new Dialogue().withBooking("being checked").write(words);

    assertThat(draft.intent()).isEqualTo(Intent.CHANGE);
    assertThat(draft.booking().start()).isEqualTo("2026-12-19T19:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Good night",
        "See you tomorrow",
        "Ok I will think about it",
        "Not now, maybe later"
      })
  void aFarewellNeedsNobody(String words) {
    var draft = new Dialogue().write(words);

    assertThat(draft.needsPerson()).isFalse();
    assertThat(draft.promise()).isNull();
    assertThat(draft.booking()).isEqualTo(BookingFields.NONE);
  }

  @Test
  void whoBringsThemUntilWhenIsRead() {
    var draft =
        new Dialogue()
            .write(
                "Pick up from Nice airport at 3pm on 20 January, drop at Hotel de Paris Monaco at 4pm, 2 passengers, 200 EUR, Marcel Dupont");

    assertThat(draft.booking().start()).isEqualTo("2027-01-20T15:00");
    assertThat(draft.booking().end()).isEqualTo("2027-01-20T16:00");
  }

  @Test
  void timesInBracketsBelongToTheirDays() {
    var draft =
        new Dialogue()
            .write("Villa Azur from Saturday 3 July 2027 (4pm) to Saturday 10 July 2027 (10am)");

    assertThat(draft.booking().start()).isEqualTo("2027-07-03T16:00");
    assertThat(draft.booking().end()).isEqualTo("2027-07-10T10:00");
  }

  @Test
  void anyWeekendOfAMonthIsAskedFor() {
    var draft = new Dialogue().write("I'd like Sea Breeze in March, any weekend");

    assertThat(draft.reply()).contains("which day exactly").doesNotContain("December");
  }

  @ParameterizedTest
  @CsvSource({"ok 9000,9000", "then 9000,9000"})
  void aWordBeforeAnAmountHidesItNot(String words, String amount) {
    var dialogue = new Dialogue();
    dialogue.write("Sea Breeze 20 January 3pm-9pm Monaco, 4 guests");
    dialogue.write(words);

    assertThat(dialogue.known().budget()).isEqualTo(Money.of(amount, "EUR"));
  }

  @Test
  void theSameDayIsThatOfTheOtherBooking() {
    var draft =
        new Dialogue()
            .withBooking("being checked")
            .write("Also Marcel in Paris the same day from 8pm to 11pm for 2, 500 EUR");

    assertThat(draft.intent()).isEqualTo(Intent.BOOK);
    assertThat(draft.booking().talent()).isEqualTo("Marcel Dupont");
    assertThat(draft.booking().start()).isEqualTo("2026-12-18T20:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3pm-9pm", "from 3 to 9pm", "starts 3 ends 9", "start 3pm, finish 9pm"})
  void aTimeIsReadBeforeTheNextOne(String time) {
    var dialogue = new Dialogue();
    dialogue.write("Sea Breeze on 20 January");
    dialogue.write(time);

    assertThat(dialogue.known().start()).isEqualTo("2027-01-20T15:00");
    assertThat(dialogue.known().end()).isEqualTo("2027-01-20T21:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yacht: 5 people, car: 3 people",
        "Yacht: 5 people, car: 3 people, both on 12 Feb",
        "a boat for 8 guests and a villa for 6 guests"
      })
  void peopleOfTwoWishesAreNotMixed(String words) {
    var draft = new Dialogue().write(words);

    assertThat(draft.booking()).isEqualTo(BookingFields.NONE);
    assertThat(draft.promise()).isNotNull().contains("colleague");
  }

  @Test
  void theSecondOfTwoKindsIsNotLost() {
    var draft = new Dialogue().write("I need Sea Breeze and a car on 12 Feb");

    assertThat(draft.booking().talent()).isEqualTo("Sea Breeze");
    assertThat(draft.promise()).isNotNull().contains("colleague");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12 people but 2 are crew",
        "12 people including 2 crew",
        "12 guests, of whom 2 are bodyguards",
        "12 pax incl. a nanny"
      })
  void whetherCrewCountsIsAskedFor(String people) {
    var draft =
        new Dialogue().write("Sea Breeze in Monaco on 12 Feb 3pm to 8pm, " + people + ", 9000 EUR");

    assertThat(draft.booking().guests()).isNull();
    assertThat(draft.booking().budget()).isEqualTo(Money.of("9000", "EUR"));
    assertThat(draft.reply()).contains("without the crew or staff?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20.01.2027 18:00-23:00 4 persons",
        "20 January 18:00-23:00 4 personnes",
        "20-01-2027, 1500-2100 hrs, 4 pax",
        "20 January 3pm-9pm for me, my husband and our two daughters",
        "20 January 3pm-9pm\nPax - 4",
        "20 January 6pm to 11pm, 4 guests and 2 crew"
      })
  void aTimeBeforeThemIsNoNumberOfPeople(String words) {
    assertThat(new Dialogue().write("Sea Breeze in Monaco " + words).booking().guests())
        .isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          around 9-10k       | 10000  | EUR
          10 to 12k          | 12000  | EUR
          4 lakh rupees      | 400000 | INR
          INR 9,00,000       | 900000 | INR
          Rs 900000          | 900000 | INR
          35000 Dhs          | 35000  | AED
          4 guests, 35000    | 35000  | EUR
          """)
  void amountsAreRead(String words, String amount, String currency) {
    var draft = new Dialogue().write("Sea Breeze, 20 January, 3pm-9pm, Monaco, 4 guests, " + words);

    assertThat(draft.booking().budget()).as(draft.reply()).isEqualTo(Money.of(amount, currency));
    assertThat(draft.booking().start()).isEqualTo("2027-01-20T15:00");
  }

  @Test
  void aFormIsReadWhateverStandsAfterItsNames() {
    var draft =
        new Dialogue()
            .write(
                "Yacht - Sea Breeze\nWhen - 20/01/27\nFrom - 15:00\nTo - 21:00\nWhere - Port Hercule\nPax - 4\nBudget - 9k");

    assertThat(draft.booking().start()).isEqualTo("2027-01-20T15:00");
    assertThat(draft.booking().end()).isEqualTo("2027-01-20T21:00");
    assertThat(draft.booking().place()).isEqualTo("Port Hercule");
    assertThat(draft.booking().guests()).isEqualTo(4);
  }

  @Test
  void hoursOfTwentyFourWithoutColonsAreRead() {
    var draft = new Dialogue().write(WISH.formatted("1500-2100 hrs"));

    assertThat(draft.booking().start()).isEqualTo("2027-01-20T15:00");
    assertThat(draft.booking().end()).isEqualTo("2027-01-20T21:00");
  }

  @Test
  void anAmountAloneIsTheBudgetWhateverWasAsked() {
    var dialogue = new Dialogue();
    dialogue.write("Villa Azur from 1 to 8 August 2027");
    dialogue.write("10 guests");
    dialogue.write("50000");

    assertThat(dialogue.known().budget()).isEqualTo(Money.of("50000", "EUR"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"I do not agree with clause 3", "we cannot accept this price"})
  void whatIsInPartNotAcceptedIsNotDeclined(String words) {
    var draft = new Dialogue().withContract("AL-2026-0001").write(words);

    assertThat(draft.intent()).isEqualTo(Intent.QUESTION);
    assertThat(draft.needsPerson()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"I do not agree", "I decline", "I do not accept the contract"})
  void whatIsDeclinedPlainlyIsDeclined(String words) {
    assertThat(new Dialogue().withContract("AL-2026-0001").write(words).intent())
        .isEqualTo(Intent.DECLINE_CONTRACT);
  }
}
