package com.ailuxe.concierge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.concierge.BookingFields;
import com.ailuxe.concierge.Intent;
import com.ailuxe.shared.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked or wished for beside a booking is neither lost nor mixed with it. */
class QuestionsBesideBookingsTests {
  private static final String WISH =
      "Sea Breeze in Monaco on 20 January 2027 from 3pm to 9pm, 2 people, 9000 EUR. ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "May I bring my dog?",
        "Does the crew speak Russian?",
        "What is included?",
        "And is there a helipad nearby?",
        "Can you send me the menu please?"
      })
  void aQuestionBesideAWishIsOwedAnAnswer(String question) {
    var draft = new Dialogue().write(WISH + question);

    assertThat(draft.intent()).isEqualTo(Intent.BOOK);
    assertThat(draft.booking().isComplete()).isTrue();
    assertThat(draft.needsPerson()).isFalse();
    assertThat(draft.promise()).isNotNull().contains("colleague");
    assertThat(draft.reply()).contains(draft.promise());
    assertThat(draft.pathSays()).doesNotContain(draft.promise());
  }

  @Test
  void aQuestionBesideAChangeIsOwedAnAnswer() {
    var draft =
        new Dialogue()
            .withBooking("being checked")
            .write("Move it to the 19th. Is there wifi on board?");

    assertThat(draft.intent()).isEqualTo(Intent.CHANGE);
    assertThat(draft.promise()).isNotNull().contains("colleague");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Would that be possible?",
        "Is that ok for you? Thanks!",
        "Can you confirm?",
        "Could you book it please?",
        "How are you?",
        ""
      })
  void aQuestionAboutTheWishItselfPromisesNothingMore(String question) {
    assertThat(new Dialogue().write(WISH + question).promise()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I would like the yacht Sea Breeze in Monaco on 6 Feb 2027 from 2pm to 8pm, 4 guests, 9000 EUR, and a chauffeur, Marcel Dupont, in Paris on 7 Feb 2027 from 9am to 11am for 2, 500 EUR",
        "Two bookings please:\n1) Sea Breeze, Monaco, 6 Feb 2027 2pm-8pm, 4 guests, 9000 EUR\n2) Marcel Dupont, Paris, 7 Feb 9am-11am, 2 guests, 500 EUR",
        "Sea Breeze in Monaco 6 Feb 2pm-8pm 4 guests 9000 EUR and also Villa Azur 7-8 Feb for 4, 10k"
      })
  void twoWishesAtOnceAreNotMixed(String words) {
    var draft = new Dialogue().write(words);

    assertThat(draft.booking()).isEqualTo(BookingFields.NONE);
    assertThat(draft.needsPerson()).isTrue();
    assertThat(draft.promise()).contains("colleague");
  }

  @Test
  void numbersInAListAnswerWhatIsStillOpen() {
    var dialogue = new Dialogue();
    dialogue.write("I would like Sea Breeze");
    dialogue.write("Monaco, 6, 12000");

    assertThat(dialogue.known().place()).isEqualTo("Monaco");
    assertThat(dialogue.known().guests()).isEqualTo(6);
    assertThat(dialogue.known().budget()).isEqualTo(Money.of("12000", "EUR"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4 guests, 9000", "4 guests, 9 000", "4, 9000", "for 4, 9.000"})
  void theLastNumberOfAWishIsItsBudget(String words) {
    var draft =
        new Dialogue().write("Sea Breeze in Monaco on 20 January 2027 from 3pm to 9pm, " + words);

    assertThat(draft.booking().guests()).isEqualTo(4);
    assertThat(draft.booking().budget()).isEqualTo(Money.of("9000", "EUR"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sea Breeze in Monaco for 4 guests on 20 January, 2027",
        "Chauffeur for 4 guests, 8 rue de Rivoli, Paris, 75004",
        "Sea Breeze for 4 on 3 March, 12, 2027"
      })
  void aYearOrTheCodeOfATownIsNone(String words) {
    assertThat(new Dialogue().write(words).booking().budget()).isNull();
  }
}
