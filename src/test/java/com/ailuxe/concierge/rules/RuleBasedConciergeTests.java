package com.ailuxe.concierge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.concierge.BookingFields;
import com.ailuxe.concierge.Intent;
import com.ailuxe.concierge.TurnContext;
import com.ailuxe.concierge.reading.Zones;
import com.ailuxe.rendering.TemplateKind;
import com.ailuxe.rendering.Templates;
import com.ailuxe.shared.Money;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleBasedConciergeTests {
  @Test
  void aBookingIsMadeStepByStep() {
    var dialogue = new Dialogue().disclosing();

    var first = dialogue.write("Good morning");
    assertThat(first.intent()).isEqualTo(Intent.QUESTION);
    assertThat(first.reply())
        .startsWith("Good morning, Anna.")
        .contains("automatic concierge of Maison Aurelia", "a person", "Sea Breeze", "Villa Azur");

    var talent = dialogue.write("I'd like a yacht in Monaco");
    assertThat(talent.intent()).isEqualTo(Intent.BOOK);
    assertThat(talent.booking().talent()).isEqualTo("Sea Breeze");
    assertThat(talent.booking().place()).isEqualTo("Monaco");
    assertThat(talent.reply()).contains("on which day", "at what time").doesNotContain("guests");

    var day = dialogue.write("on Christmas Eve");
    assertThat(day.intent()).isEqualTo(Intent.BOOK);
    assertThat(day.reply()).contains("Thursday, 24 December 2026", "at what time it begins");
    assertThat(day.booking().start()).isNull();

    var time = dialogue.write("from 7 to 11pm");
    assertThat(time.booking().start()).isEqualTo(LocalDateTime.parse("2026-12-24T19:00"));
    assertThat(time.booking().end()).isEqualTo(LocalDateTime.parse("2026-12-24T23:00"));
    assertThat(time.booking().zone()).isEqualTo(ZoneId.of("Europe/Monaco"));
    assertThat(time.reply())
        .contains("Thursday, 24 December 2026, from 19:00 to 23:00 (Monaco time)")
        .contains("how many guests", "budget");

    var last = dialogue.write("6, 5k");
    assertThat(last.booking().guests()).isEqualTo(6);
    assertThat(last.booking().budget()).isEqualTo(Money.of("5000", "EUR"));
    assertThat(last.reply())
        .contains("all I need", "check availability with the team")
        .doesNotContain("6 guests", "EUR 5,000", "Monaco")
        .doesNotContain("?")
        .doesNotContainIgnoringCase("confirmed");
    assertThat(last.needsPerson()).isFalse();
  }

  @Test
  void oneMessageMaySayItAll() {
    var draft =
        new Dialogue()
            .write(
                "Hi, please book Marcel for 24 December 2026 from 7pm to 11pm at the Ritz Paris"
                    + " for 4 people, budget €1,500");

    assertThat(draft.intent()).isEqualTo(Intent.BOOK);
    assertThat(draft.booking())
        .isEqualTo(
            new BookingFields(
                "Marcel Dupont",
                LocalDateTime.parse("2026-12-24T19:00"),
                LocalDateTime.parse("2026-12-24T23:00"),
                ZoneId.of("Europe/Paris"),
                "the Ritz Paris",
                4,
                Money.of("1500", "EUR")));
    assertThat(draft.confidence()).isGreaterThanOrEqualTo(0.9);
    assertThat(draft.reply()).contains("check availability with the team");
  }

  @Test
  void aBurstIsReadAsOneText() {
    var dialogue = new Dialogue();

    var draft =
        dialogue.write("hi", "need a villa", "12-15 July", "for 10 people", "budget 20k EUR");

    assertThat(draft.booking().talent()).isEqualTo("Villa Azur");
    assertThat(draft.booking().guests()).isEqualTo(10);
    assertThat(draft.booking().budget()).isEqualTo(Money.of("20000", "EUR"));
    assertThat(draft.reply()).contains("Monday, 12 July 2027 to Thursday, 15 July 2027");

    assertThat(dialogue.write("check-in 3pm, check-out 11am").booking())
        .satisfies(booking -> assertThat(booking.start()).isEqualTo("2027-07-12T15:00"))
        .satisfies(booking -> assertThat(booking.end()).isEqualTo("2027-07-15T11:00"));
  }

  @Test
  void whoGreetsInSeveralMessagesIsGreetedOnce() {
    var draft = new Dialogue().write("Hi", "Good evening", "good evening, how are you?");

    assertThat(draft.reply()).containsOnlyOnce("Good").doesNotContain("colleague");
    assertThat(draft.needsPerson()).isFalse();
  }

  @Test
  void partsOfATimeMayComeInAnyOrder() {
    var dialogue = new Dialogue();
    dialogue.write("a chauffeur for 4 hours please");
    dialogue.write("7pm");

    var draft = dialogue.write("on Friday");

    assertThat(draft.booking().start()).isEqualTo("2026-12-18T19:00");
    assertThat(draft.booking().end()).isEqualTo("2026-12-18T23:00");
  }

  @Test
  void aVagueTimeIsNarrowedByTheNextLine() {
    var dialogue = new Dialogue();
    assertThat(dialogue.write("a chauffeur next week").reply())
        .contains("on which day exactly", "next week");
    dialogue.write("Thursday");

    assertThat(dialogue.write("7pm").booking().start()).isEqualTo("2026-12-24T19:00");
  }

  @Test
  void startAndEndThatWereAskedMayComeJoined() {
    var dialogue = new Dialogue();
    dialogue.write("the villa from 20 to 22 December");

    var booking = dialogue.write("3pm and 11am").booking();

    assertThat(booking.start()).isEqualTo("2026-12-20T15:00");
    assertThat(booking.end()).isEqualTo("2026-12-22T11:00");
  }

  @Test
  void moreThanOneIsAMatterForAPerson() {
    var draft = new Dialogue().write("Need 2 cars for tomorrow 8am");

    assertThat(draft.intent()).isEqualTo(Intent.BOOK);
    assertThat(draft.needsPerson()).isTrue();
    assertThat(draft.reply()).contains("a colleague will see to the others");
  }

  @Test
  void relativeDaysCountFromTheDayTheyWereWritten() {
    var dialogue = new Dialogue();
    dialogue.write("a chauffeur tomorrow please");
    dialogue.at("2026-12-15T00:30:00+01:00[Europe/Paris]");

    assertThat(dialogue.write("at 7pm").booking().start()).isEqualTo("2026-12-15T19:00");
  }

  @Test
  void whatWasSaidOfABookingThatIsCompleteIsNotUsedForTheNext() {
    var dialogue = new Dialogue();
    dialogue.write("Marcel on Friday from 7pm to 11pm in Paris for 2 people, budget 900 EUR");
    dialogue.knowing(BookingFields.NONE).withBooking("Marcel on Friday, held");

    var draft = dialogue.write("I also need a villa");

    assertThat(draft.booking().talent()).isEqualTo("Villa Azur");
    assertThat(draft.reply()).doesNotContain("Friday").contains("on which day");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          make it 8pm                | 2026-12-24T20:00 | 2026-12-24T23:00
          actually on 26 December    | 2026-12-26T19:00 | 2026-12-26T23:00
          sorry, until 1am           | 2026-12-24T19:00 | 2026-12-25T01:00
          for 6 hours                | 2026-12-24T19:00 | 2026-12-25T01:00
          from 8 to 10pm             | 2026-12-24T20:00 | 2026-12-24T22:00
          can we do 11:30pm instead  | 2026-12-24T23:30 | 2026-12-25T03:30
          """)
  void laterWordsOverrideEarlierOnes(String text, String start, String end) {
    var known =
        new BookingFields(
            "Sea Breeze",
            LocalDateTime.parse("2026-12-24T19:00"),
            LocalDateTime.parse("2026-12-24T23:00"),
            ZoneId.of("Europe/Monaco"),
            null,
            null,
            null);
    var dialogue = new Dialogue().knowing(known);

    var draft = dialogue.write(text);

    assertThat(draft.intent()).isEqualTo(Intent.BOOK);
    assertThat(dialogue.known().start()).isEqualTo(start);
    assertThat(dialogue.known().end()).isEqualTo(end);
    assertThat(draft.booking().talent()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Marcel on 12 July 2020 at 7pm                | is already past
          Marcel today at 9:00                         | is already past
          Marcel on Friday 24 December at 7pm          | is a Thursday
          Marcel on 31 February at 7pm                 | in the calendar
          Marcel in 2040 on 24/12/2040 at 7pm          | further ahead
          Marcel on Friday or Saturday at 7pm          | several days
          """)
  void aStartThatCannotBeIsAskedForAgain(String text, String wrong) {
    var draft = new Dialogue().write(text);

    assertThat(draft.booking().start()).isNull();
    assertThat(draft.reply()).contains(wrong, "on which day");
    assertThat(draft.confidence()).isLessThan(0.9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Marcel tomorrow from 7pm to 5pm         | before the start | until when
          Marcel tomorrow at 7pm for 0 people     | at least one guest | how many guests
          Marcel tomorrow at 7pm, -500 EUR        | as an amount | until when
          Marcel tomorrow at 7pm, 80 EUR per hour | as a rate | until when
          """)
  void whatElseCannotBeIsSaid(String text, String wrong, String asked) {
    var draft = new Dialogue().knowing(BookingFields.NONE.with(place("Paris"))).write(text);

    assertThat(draft.booking().start()).isEqualTo("2026-12-15T19:00");
    assertThat(draft.booking().end()).isNull();
    assertThat(draft.booking().guests()).isNull();
    assertThat(draft.booking().budget()).isNull();
    assertThat(draft.reply()).contains(wrong, asked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Marcel tomorrow 7pm for 2 hours                           | Europe/Paris
          Marcel tomorrow 7pm for 2 hours in London                 | Europe/London
          Marcel tomorrow 7pm for 2 hours, New York time            | America/New_York
          Marcel tomorrow 7pm CET for 2 hours                       | Europe/Paris
          Marcel tomorrow 7pm (GMT+4) for 2 hours                   | UTC+04:00
          Sea Breeze tomorrow 7pm for 2 hours                       | Europe/Monaco
          tomorrow 7pm for 2 hours                                  | Asia/Tokyo
          tomorrow 7pm for 2 hours, my time                         | Asia/Tokyo
          """)
  void theZoneIsThatOfThePlace(String text, String zone) {
    var draft = new Dialogue().at("2026-12-14T10:00:00+09:00[Asia/Tokyo]").write(text);

    assertThat(draft.booking().zone()).isEqualTo(ZoneId.of(zone));
    assertThat(draft.reply()).contains(Zones.name(ZoneId.of(zone)));
  }

  @Test
  void pastIsPastWhereItTakesPlace() {
    var dialogue = new Dialogue().at("2026-12-14T20:00:00+01:00[Europe/Paris]");

    assertThat(dialogue.write("Marcel today 4pm in New York").booking().start())
        .isEqualTo("2026-12-14T16:00");
    assertThat(new Dialogue().write("Marcel today 4pm in Tokyo").booking().start()).isNull();
  }

  @Test
  void atMostTwoThingsAreAskedAtATime() {
    var reply = new Dialogue().write("I would like to book").reply();

    assertThat(reply.chars().filter(c -> c == '?').count()).isEqualTo(1);
    assertThat(reply)
        .contains("which one you would like", "on which day")
        .doesNotContain("guests", "budget");
  }

  @Test
  void nothingIsPromised() {
    var reply =
        new Dialogue()
            .write("Marcel on Friday from 7pm to 11pm in Paris for 2 people, budget 900 EUR")
            .reply();

    assertThat(reply)
        .contains("I will check availability with the team")
        .doesNotContainIgnoringCase("confirm")
        .doesNotContainIgnoringCase("booked");
  }

  @Test
  void aBudgetLeftOpenGoesToAPerson() {
    var dialogue = new Dialogue();
    dialogue.write("Marcel on Friday from 7pm to 11pm in Paris for 2 people");

    var draft = dialogue.write("no limit");

    assertThat(draft.intent()).isEqualTo(Intent.BOOK);
    assertThat(draft.needsPerson()).isTrue();
    assertThat(draft.reply()).contains("a colleague will propose a price").doesNotContain("?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          what do you have?             | Sea Breeze
          who is Isabella?              | Runway and editorial
          where is the villa?           | Saint-Tropez
          how much is the villa?        | 4,000 EUR a day
          do you have a yacht in Cannes | Lady Aurora
          """)
  void theOffersAnswerQuestions(String text, String answer) {
    var draft = new Dialogue().write(text);

    assertThat(draft.intent()).isEqualTo(Intent.QUESTION);
    assertThat(draft.reply()).contains(answer);
    assertThat(draft.needsPerson()).isFalse();
    assertThat(draft.booking()).isEqualTo(BookingFields.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "how much is Isabella?",
        "do you have parking?",
        "what is your cancellation policy?",
        "is there a helicopter?",
        "what's the weather like?",
        "Je voudrais une voiture pour demain, s'il vous plait",
        "Мне нужна яхта",
        "qwrtp sdfgh zxcvb"
      })
  void whatTheOffersDoNotAnswerGoesToAPerson(String text) {
    var draft = new Dialogue().write(text);

    assertThat(draft.intent()).isEqualTo(Intent.QUESTION);
    assertThat(draft.needsPerson()).isTrue();
    assertThat(draft.reason()).isNotBlank();
    assertThat(draft.confidence()).isLessThan(0.7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          STOP                                    | STOP     | START
          Please opt me back in                   | START    | STOP
          I want to talk to a human               | HUMAN    | person from our team
          please cancel                           | CANCEL   | colleague
          👍                                       | QUESTION | help
          how are you?                            | QUESTION | Very well
          thanks!                                 | QUESTION | welcome
          I accept                                | QUESTION | no contract
          """)
  void otherWishesAreAnswered(String text, Intent intent, String answer) {
    var draft = new Dialogue().write(text);

    assertThat(draft.intent()).isEqualTo(intent);
    assertThat(draft.reply()).contains(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I accept                          | ACCEPT_CONTRACT  | false
          I accept AL-2026-0007             | ACCEPT_CONTRACT  | false
          Yes please                        | ACCEPT_CONTRACT  | false
          I decline                         | DECLINE_CONTRACT | false
          we cannot accept this             | DECLINE_CONTRACT | false
          no thanks                         | DECLINE_CONTRACT | false
          ok                                | QUESTION         | false
          👍                                 | QUESTION         | false
          I accept AL-2026-0008             | QUESTION         | true
          I accept, for BK-2026-0001        | ACCEPT_CONTRACT  | false
          I accept if you lower the price   | QUESTION         | true
          do I have to sign?                | QUESTION         | true
          I have not signed yet             | QUESTION         | true
          I will accept it tomorrow         | QUESTION         | true
          we agree on Friday at 8pm         | QUESTION         | true
          I decline unless it is cheaper    | QUESTION         | true
          I decline, it is too expensive    | DECLINE_CONTRACT | false
          we have signed                    | ACCEPT_CONTRACT  | false
          please cancel everything          | CANCEL           | false
          """)
  void anOpenContractIsAnsweredOnlyPlainly(String text, Intent intent, boolean needsPerson) {
    var draft = new Dialogue().withContract("AL-2026-0007").withBooking("held").write(text);

    assertThat(draft.intent()).isEqualTo(intent);
    assertThat(draft.needsPerson()).isEqualTo(needsPerson);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          can we move it to Saturday?          | CHANGE
          8pm would be better                  | CHANGE
          we will be 8 people                  | CHANGE
          please cancel my booking             | CANCEL
          I would like a villa on Saturday     | BOOK
          also a chauffeur at 6pm              | BOOK
          is it confirmed?                     | QUESTION
          thank you                            | QUESTION
          """)
  void whatIsAboutAnActiveBookingChangesIt(String text, Intent intent) {
    var draft = new Dialogue().withBooking("Sea Breeze on Friday is held").write(text);

    assertThat(draft.intent()).isEqualTo(intent);
    assertThat(draft.needsPerson()).isFalse();
    assertThat(draft.reference()).isEqualTo(intent == Intent.CHANGE ? "BK-2026-0001" : null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Could you move my booking to Saturday 8 pm?           | 2026-12-19T20:00 | 2026-12-20T00:00
          can we move it to Saturday?                           | 2026-12-19T19:00 | 2026-12-19T23:00
          please move my yacht Sea Breeze to 9 pm               | 2026-12-18T21:00 | 2026-12-19T01:00
          Could we start an hour later?                         | 2026-12-18T20:00 | 2026-12-19T00:00
          half an hour earlier please                           | 2026-12-18T18:30 | 2026-12-18T22:30
          please postpone it by two days                        | 2026-12-20T19:00 | 2026-12-20T23:00
          bring it forward by an hour                           | 2026-12-18T18:00 | 2026-12-18T22:00
          move it to 20 December from 8pm to 11pm               | 2026-12-20T20:00 | 2026-12-20T23:00
          can we make it until 1am instead?                     | -                | 2026-12-19T01:00
          """)
  void aChangeIsCountedFromTheBooking(String text, String start, String end) {
    var draft = new Dialogue().withBooking("held").write(text);

    assertThat(draft.intent()).isEqualTo(Intent.CHANGE);
    assertThat(draft.booking())
        .isEqualTo(new BookingFields(null, time(start), time(end), null, null, null, null));
    assertThat(draft.confidence()).isGreaterThanOrEqualTo(0.75);
    assertThat(draft.reply()).contains("BK-2026-0001", "moves at once");
  }

  @Test
  void aConfirmedBookingIsSaidToStayUntilTheTeamAgrees() {
    var confirmed = new Dialogue().withBooking("BK-2026-0007", "confirmed", "Sea Breeze", true);

    assertThat(confirmed.write("Could we start an hour later?").reply())
        .contains(
            "BK-2026-0007",
            "Friday, 18 December 2026 at 20:00 to Saturday, 19 December 2026 at 00:00")
        .contains("Until our team has agreed it stays as it was");
    var guests = confirmed.write("for 6 guests instead");
    assertThat(guests.booking())
        .isEqualTo(new BookingFields(null, null, null, null, null, 6, null));
    assertThat(guests.reply()).contains("6 guests").doesNotContain("has agreed");
  }

  @Test
  void anotherTalentIsAChangeOfTalent() {
    var draft = new Dialogue().withBooking("held").write("Could we have Lady Aurora instead?");

    assertThat(draft.intent()).isEqualTo(Intent.CHANGE);
    assertThat(draft.booking().talent()).isEqualTo("Lady Aurora");
    assertThat(draft.booking().start()).isNull();
  }

  @Test
  void whoDoesNotSayWhatToChangeIsAsked() {
    var dialogue = new Dialogue().withBooking("held");

    var asked = dialogue.write("I need to change my booking");
    var said = dialogue.write("9pm");

    assertThat(asked.intent()).isEqualTo(Intent.CHANGE);
    assertThat(asked.booking()).isEqualTo(BookingFields.NONE);
    assertThat(asked.reply()).contains("May I ask what you would like to change");
    assertThat(said.intent()).isEqualTo(Intent.CHANGE);
    assertThat(said.booking().start()).isEqualTo("2026-12-18T21:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          please move it to 1 December 2026            | already past
          move it to 20 December from 2pm until 1pm    | before the start
          """)
  void whatCannotBeIsSaidAndChangesNothing(String text, String problem) {
    var draft = new Dialogue().withBooking("held").write(text);

    assertThat(draft.intent()).isEqualTo(Intent.CHANGE);
    assertThat(draft.booking()).isEqualTo(BookingFields.NONE);
    assertThat(draft.reply()).contains(problem, "nothing is altered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BK-2026-0002", "bk-2026-0002 please", "Villa Azur"})
  void whoHasSeveralBookingsIsAskedWhichAndTheWishIsNotLost(String answer) {
    var dialogue =
        new Dialogue()
            .withBooking("BK-2026-0001", "held", "Sea Breeze", false)
            .withBooking("BK-2026-0002", "confirmed", "Villa Azur", true);

    var asked = dialogue.write("Could we start an hour later?");
    var chosen = dialogue.write(answer);

    assertThat(asked.intent()).isEqualTo(Intent.CHANGE);
    assertThat(asked.reference()).isNull();
    assertThat(asked.booking()).isEqualTo(BookingFields.NONE);
    assertThat(chosen.intent()).isEqualTo(Intent.CHANGE);
    assertThat(chosen.reference()).isEqualTo("BK-2026-0002");
    assertThat(chosen.booking().start()).isEqualTo("2026-12-18T20:00");
    assertThat(chosen.booking().talent()).isNull();
  }

  @Test
  void aBookingThatDoesNotStandIsLeftToAPerson() {
    var draft = new Dialogue().withBooking("held").write("please move BK-2020-0009 to Saturday");

    assertThat(draft.intent()).isEqualTo(Intent.QUESTION);
    assertThat(draft.needsPerson()).isTrue();
    assertThat(draft.reason()).isEqualTo("Wants to change a booking that is not active");
  }

  @Test
  void guestsCountedFromThoseBookedAreLeftToAPerson() {
    var draft = new Dialogue().withBooking("held").write("we will be two more guests");

    assertThat(draft.needsPerson()).isTrue();
    assertThat(draft.booking()).isEqualTo(BookingFields.NONE);
  }

  @Test
  void whoWishesWhatIsAlreadySoIsToldSo() {
    var draft = new Dialogue().withBooking("held").write("please move it to 7pm");

    assertThat(draft.intent()).isEqualTo(Intent.QUESTION);
    assertThat(draft.reply()).contains("is that way already");
  }

  @Test
  void whoWantsToCancelIsAskedForAButton() {
    var held = new Dialogue().withBooking("Sea Breeze on Friday is held").write("please cancel it");
    var making = new Dialogue();
    making.write("A yacht on Friday, please");
    var inTheMaking = making.write("no, I have to cancel");
    var none = new Dialogue().write("please cancel my booking");

    assertThat(List.of(held, inTheMaking))
        .allSatisfy(
            draft -> {
              assertThat(draft.intent()).isEqualTo(Intent.CANCEL);
              assertThat(draft.reply()).contains("press the button", "nothing is altered");
              assertThat(draft.needsPerson()).isFalse();
            });
    assertThat(none.needsPerson()).isTrue();
    assertThat(none.reason()).isEqualTo("Wants to cancel, but has no open booking");
  }

  @Test
  void aSecondWishIsNotMixedWithOneThatIsBeingChecked() {
    var dialogue = new Dialogue();
    dialogue.write("Marcel on Friday from 7pm to 11pm in Paris for 2 people, budget 900 EUR");

    var draft = dialogue.write("Also book a villa for Sunday please");

    assertThat(draft.booking()).isEqualTo(BookingFields.NONE);
    assertThat(draft.needsPerson()).isTrue();
  }

  @Test
  void whatIsKnownAlreadyIsNotRequestedAgain() {
    var dialogue = new Dialogue();
    dialogue.write("Marcel on Friday from 7pm to 11pm in Paris for 2 people, budget 900 EUR");

    var again = dialogue.write("so Friday from 7pm to 11pm");
    var changed = dialogue.write("make it 8pm");

    assertThat(again.intent()).isEqualTo(Intent.QUESTION);
    assertThat(changed.intent()).isEqualTo(Intent.BOOK);
    assertThat(changed.booking().start()).isEqualTo("2026-12-18T20:00");
    assertThat(changed.booking().end()).isNull();
  }

  @Test
  void itSaysWhatItIs() {
    var asked = new Dialogue().write("Are you a bot?");

    assertThat(asked.reply()).contains("automatic concierge", "not a person");
    assertThat(asked.intent()).isEqualTo(Intent.QUESTION);
    assertThat(new Dialogue().disclosing().write("a villa").reply())
        .contains("automatic concierge of Maison Aurelia");
    assertThat(new Dialogue().write("a villa").reply()).doesNotContain("automatic concierge");
  }

  @Test
  void whatIsNotUnderstoodTwiceGoesToAPerson() {
    var dialogue = new Dialogue();
    dialogue.write("a yacht in Monaco");

    assertThat(dialogue.write("purple elephants").needsPerson()).isFalse();
    assertThat(dialogue.write("green giraffes dance").needsPerson()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "May I bring my dog?",
        "Can we smoke on board?",
        "Is Sea Breeze suitable for children?",
        "Will there be a stewardess on the yacht?",
        "Are pets allowed on Sea Breeze?"
      })
  void whatNoDescriptionAnswersIsAnsweredByAPerson(String text) {
    var dialogue = new Dialogue();
    dialogue.write("I would like Sea Breeze");

    var draft = dialogue.write(text);

    assertThat(draft.reply()).contains("a colleague will answer you shortly");
    assertThat(draft.promise()).isNotNull();
    assertThat(draft.needsPerson()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The driver was rude and arrived late",
        "The yacht was dirty",
        "The chauffeur never came",
        "Nobody showed up at the marina!",
        "I am very disappointed with the chef",
        "I want to complain about the model",
        "The boat was half an hour late and we were not happy",
        "Our villa was filthy, this is unacceptable",
        "I want my money back"
      })
  void aComplaintIsNoWishAndGoesToAPerson(String text) {
    var draft = new Dialogue().write(text);

    assertThat(draft.reply()).contains("I am very sorry to hear that");
    assertThat(draft.promise()).isNotNull();
    assertThat(draft.needsPerson()).isTrue();
    assertThat(draft.booking()).isEqualTo(BookingFields.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is it too late to book Sea Breeze?",
        "We are 20 minutes late",
        "We were not disappointed at all, thank you",
        "We would like a dinner that is late in the evening",
        "I was disappointed elsewhere, so I would like Sea Breeze on 3 March from 2pm to 8pm"
      })
  void whatOnlySoundsLikeAComplaintIsNone(String text) {
    assertThat(new Dialogue().write(text).reply()).doesNotContain("sorry to hear");
  }

  @Test
  void anAgencyWithoutOffersStillTakesWishes() {
    var turn = new Dialogue().turn("hello");
    var agency = new TurnContext.Agency("Solo", turn.agency().currency(), java.util.List.of());
    var bare =
        new TurnContext(
            agency,
            "",
            turn.locale(),
            turn.now(),
            turn.messages(),
            turn.transcript(),
            BookingFields.NONE,
            null,
            List.of(),
            null,
            false,
            turn.party());

    assertThat(new RuleBasedConcierge(new Templates()).draft(bare).reply())
        .contains("pass it on to our team");
  }

  private static BookingFields place(String place) {
    return new BookingFields(null, null, null, null, place, null, null);
  }

  private static @Nullable LocalDateTime time(@Nullable String text) {
    return text == null ? null : LocalDateTime.parse(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plutôt le 22                                   | en | fr
          Je voudrais un yacht demain                    | fr | fr
          lieber am 22.                                  | en | de
          Яхта в Монако завтра                           | en | ru
          Θα ήθελα ένα γιοτ                              | en | el
          أريد يختا غدا                                  | en | ar
          אני רוצה יאכטה מחר                             | en | he
          Quisiera un yate en Mónaco el 20 de diciembre  | en | en
          Vorrei uno yacht domani                        | fr | fr
          """)
  void anotherLanguageIsAnsweredInItAndLeftToAPerson(String words, String locale, String language) {
    var draft = new Dialogue().in(Locale.of(locale)).write(words);

    assertThat(draft.booking()).isEqualTo(BookingFields.NONE);
    assertThat(draft.needsPerson()).isTrue();
    assertThat(draft.reply())
        .isEqualTo(
            new Templates()
                .render(
                    TemplateKind.REPLY,
                    ReplyTemplate.OTHER_LANGUAGE.stem(),
                    Locale.of(language),
                    Map.of()))
        .isEqualTo(draft.promise());
  }
}
