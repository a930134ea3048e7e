package com.ailuxe.concierge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.concierge.reading.Utterance;
import com.ailuxe.concierge.rules.IntentReader.Wish;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntentReaderTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          STOP                                       | STOP
          Stop.                                      | STOP
          please stop                                | STOP
          unsubscribe                                | STOP
          Please stop messaging me                   | STOP
          no more messages please                    | STOP
          opt-out                                    | STOP
          don't text me again                        | STOP
          leave me alone                             | STOP
          unstop                                     | START
          please opt me back in                      | START
          subscribe again                            | START
          I would like your reminders again          | START
          Can I talk to a human?                     | HUMAN
          I want to speak to the manager             | HUMAN
          put me through to someone                  | HUMAN
          agent please                               | HUMAN
          human                                      | HUMAN
          please call me                             | HUMAN
          call me back at 5                          | HUMAN
          I need a person                            | HUMAN
          I'd like to talk with a real person        | HUMAN
          can someone call me back                   | HUMAN
          are you a bot?                             | WHO_ANSWERS
          Are you human?                             | WHO_ANSWERS
          am I talking to a real person?             | WHO_ANSWERS
          is this an AI                              | WHO_ANSWERS
          are you a real person or a machine         | WHO_ANSWERS
          I need to cancel                           | CANCEL
          please cancel my booking                   | CANCEL
          we must call it off                        | CANCEL
          can we reschedule                          | CHANGE
          I'd like to change the date                | CHANGE
          could we move it to Sunday                 | CHANGE
          I accept                                   | ACCEPT
          accepted                                   | ACCEPT
          We agree to the contract                   | ACCEPT
          ACCEPT                                     | ACCEPT
          I decline                                  | DECLINE
          I do not accept                            | DECLINE
          we will not sign                           | DECLINE
          I can't accept this                        | DECLINE
          yes                                        | YES
          Yes please!                                | YES
          sounds good, thanks                        | YES
          go ahead                                   | YES
          no                                         | NO
          no thanks                                  | NO
          how much is it                             | PRICE
          what are your rates?                       | PRICE
          what do you offer?                         | OFFERS
          do you have villas                         | OFFERS
          tell me about Isabella                     | OFFERS
          is my booking confirmed?                   | STATUS
          any news?                                  | STATUS
          hello                                      | GREETING
          Good evening                               | GREETING
          thank you so much                          | THANKS
          I would like to book a villa               | BOOK
          🎉🎉                                        | EMPTY
          ???                                        | EMPTY
          Ich möchte bitte einen Fahrer              | FOREIGN
          Здравствуйте, нужна яхта                   | FOREIGN
          مرحبا أريد يخت                             | FOREIGN
          Hola, necesito una villa para mañana       | FOREIGN
          un yacht à Monaco le 19 mars 2027 de 10h à 12h, 2 personnes | FOREIGN
          un chauffeur demain à 19h30 pour aller à Nice svp           | FOREIGN
          Chauffeur le 3 décembre à 9h à Paris svp                    | FOREIGN
          plutôt le 22                               | FOREIGN
          pas vendredi, samedi                       | FOREIGN
          Nous serons quatre                         | FOREIGN
          Yacht in Monaco am 20. Dezember 2026, 14 bis 18 Uhr         | FOREIGN
          Chauffeur am 3. Dezember ab 9 Uhr in Paris bitte            | FOREIGN
          lieber am 22.                              | FOREIGN
          nicht Freitag, Samstag                     | FOREIGN
          10 bis 14 Uhr                              | FOREIGN
          wir sind zu viert                          | FOREIGN
          übermorgen                                 | FOREIGN
          après-demain                               | FOREIGN
          завтра                                     | FOREIGN
          Vorrei uno yacht a Monaco il 20 dicembre dalle 14 alle 18   | FOREIGN
          Quisiera un yate en Mónaco el 20 de diciembre               | FOREIGN
          sdkfjh qwrtzp xcvbnm                       | UNREADABLE
          """)
  void aWishIsRead(String text, Wish wish) {
    assertThat(new IntentReader(Utterance.of(text)).says(wish)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          don't stop                                 | STOP
          stop by the hotel first                    | STOP
          can we make a stop in Nice                 | STOP
          the last stop is Monaco                    | STOP
          are you a human?                           | HUMAN
          a car for one person                       | HUMAN
          you can call me Anna                       | HUMAN
          I need a person to accompany me            | HUMAN
          my assistant will be there                 | WHO_ANSWERS
          please do not cancel                       | CANCEL
          what is your cancellation policy           | CANCEL
          what if I cancel later?                    | CANCEL
          I accept if you lower the price            | ACCEPT
          do I have to accept?                       | ACCEPT
          yes, but on Saturday                       | YES
          I do not accept                            | ACCEPT
          no problem at all, see you on Friday       | NO
          I'd like a nice villa in Monaco            | FOREIGN
          the Hotel de Paris at 7pm                  | FOREIGN
          lunch at La Petite Maison, Nice            | FOREIGN
          Merci                                      | FOREIGN
          a yacht for my birthday                    | UNREADABLE
          7pm                                        | EMPTY
          """)
  void whatIsNotWishedIsNotRead(String text, Wish wish) {
    assertThat(new IntentReader(Utterance.of(text)).says(wish)).isFalse();
  }
}
