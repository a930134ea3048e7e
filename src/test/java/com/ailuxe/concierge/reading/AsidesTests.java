package com.ailuxe.concierge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.concierge.BookingFields;
import com.ailuxe.concierge.Intent;
import com.ailuxe.concierge.rules.Dialogue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times, days and amounts of other things than the booking alter nothing about it. */
class AsidesTests {
  private static final String WISH =
      "I would like Sea Breeze in Monaco on 20 January 2027 from 3pm to 9pm, 2 people, 9000 EUR";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thanks, see you on Friday",
        "thank you, talk tomorrow",
        "I'll call you tomorrow at 5pm",
        "Can I let you know the final number by Monday?",
        "my flight lands at 9:15",
        "we arrive the day before at 6pm",
        "It's my wife's birthday on the 21st",
        "we will have dinner at 8pm afterwards at the Hotel de Paris",
        "please have 6 bottles of champagne ready at 10",
        "tomorrow I'll send the deposit",
        "I paid yesterday at 3pm",
        "I paid 4500 EUR today",
        "Please confirm by tomorrow 5pm",
        "Could the captain call me at 9am on Thursday?",
        "I will be in a meeting until 3pm",
        "I'm free after 3pm",
        "I have a call at 11",
        "we leave Nice on 21 March at 7am",
        "flight EK73 on 18 March 14:20",
        "24h notice ok?",
        "Will Saturday be cheaper?",
        "My assistant Maria will be there at 9:30",
        "one guest is vegan",
        "One of the guests is 82 years old and my son is 5",
        "My daughter is 5, can she swim?",
        "There is a 12 year old among us",
        "my wife's birthday is on 20 March, can you have a cake for 4 on board?",
        "could we have flowers for 6?",
        "1 person is allergic to nuts",
        "one guest will join at 11",
        "Can I pay 50% now and the rest on the 18th?",
        "Please send the invoice for 9500 EUR to Keller Ltd",
        "what does it cost for 4 people?",
        "how long does it take to Saint-Tropez? 2 hours?",
        "Is it 8 to 11, right?",
        "What if it rains on the 19th?",
        "the hotel is the Fairmont, room 402"
      })
  void whatIsSaidBesideAltersNothing(String words) {
    var wished = new Dialogue();
    wished.write(WISH);
    var known = wished.known();
    wished.write(words);
    var held = new Dialogue().withBooking("held").write(words);

    assertThat(wished.known()).isEqualTo(known);
    assertThat(held.intent()).isNotEqualTo(Intent.CHANGE);
    assertThat(held.booking()).isEqualTo(BookingFields.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          my flight lands at 6pm, so could we start at 8pm? | 2026-12-18T20:00
          We arrive at 6pm, please make it 8pm              | 2026-12-18T20:00
          how about 8pm?                                    | 2026-12-18T20:00
          is it possible at 8pm instead?                    | 2026-12-18T20:00
          can we start at 8pm                               | 2026-12-18T20:00
          """)
  void whatIsSaidOfTheBookingItselfDoes(String words, String start) {
    assertThat(new Dialogue().withBooking("held").write(words).booking().start()).isEqualTo(start);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tell me about Sea Breeze on 20 January 2027 from 3pm",
        "Let us have Sea Breeze on 20 January 2027 from 3pm",
        "Send us Sea Breeze on 20 January 2027 from 3pm",
        "Sea Breeze for dinner on 20 January 2027 at 3pm"
      })
  void aWishIsNoAside(String words) {
    var dialogue = new Dialogue();
    dialogue.write(words);

    assertThat(new Dialogue().write(words).reply()).contains("Sea Breeze");
    if (!words.startsWith("Tell")) {
      assertThat(dialogue.known().start()).isEqualTo("2027-01-20T15:00");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We arrive on 11 June 2027. Sea Breeze on 12 June 2027 from 10am to 4pm.",
        "Sea Breeze on 12 June 2027 from 10am to 4pm. We land in Nice on 11 June at 5pm.",
        "Sea Breeze on 12 June 2027 from 10am to 4pm. My birthday is on 13 June.",
        "Sea Breeze on 12 June 2027 from 10am to 4pm, I'll call you tomorrow at 3pm",
        "Sea Breeze on 12 June 2027 from 10am to 4pm, deposit paid on 1 December"
      })
  void aDayOfSomethingElseIsNotThatOfTheWish(String words) {
    var dialogue = new Dialogue();
    dialogue.write(words);

    assertThat(dialogue.known().start()).isEqualTo("2027-06-12T10:00");
    assertThat(dialogue.known().end()).isEqualTo("2027-06-12T16:00");
  }
}
