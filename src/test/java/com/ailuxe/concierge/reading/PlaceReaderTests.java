package com.ailuxe.concierge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceReaderTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          at the Ritz Paris                                  | the Ritz Paris
          dinner at the Ritz in Paris for us                 | the Ritz in Paris
          a yacht in Monaco                                  | Monaco
          a yacht in monaco                                  | monaco
          at the ritz paris please                           | the ritz paris
          pick-up at Nice Airport                            | Nice Airport
          pick me up at Hotel de Paris, thanks               | Hotel de Paris
          pickup from the Four Seasons George V              | the Four Seasons George V
          from Nice Airport to Monaco                        | Nice Airport to Monaco
          a car, Monaco to Nice airport                      | Monaco to Nice airport
          a car from 9am, Paris to Reims                     | Paris to Reims
          at 8 Rue de la Paix, Paris                         | 8 Rue de la Paix, Paris
          at 10 Downing Street                               | 10 Downing Street
          in Saint-Tropez                                    | Saint-Tropez
          in Cap d'Antibes                                   | Cap d'Antibes
          in New York                                        | New York
          in los angeles                                     | los angeles
          at our hotel                                       | our hotel
          at home                                            | home
          venue: Opéra Garnier                               | Opéra Garnier
          on board                                           |
          near the Burj Khalifa in Dubai                     | the Burj Khalifa in Dubai
          at Claridge's                                      | Claridge's
          Paris, for the fashion week                        | Paris
          via Montenapoleone 8, Milano                       | via Montenapoleone 8, Milano
          in Paris, 8 Rue Cambon                             | 8 Rue Cambon, Paris
          Nice airport                                       | Nice airport
          Hotel Negresco                                     | Hotel Negresco
          tonight marcel paris                               | paris
          at St. Regis Rome                                  | St. Regis Rome
          """)
  void aPlaceIsRead(String text, String place) {
    assertThat(PlaceReader.read(Utterance.of(text), false).orElse(null)).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "we split the bill",
        "need hotel",
        "at the moment",
        "in the evening",
        "at least",
        "in advance",
        "I want to book",
        "in English please",
        "at noon",
        "from you",
        "nice to meet you",
        "to be honest",
        "in total",
        "at your earliest convenience",
        "in a week",
        "to celebrate our anniversary",
        "I'd love to see what you have",
        "I need to talk to someone"
      })
  void whatIsNoPlaceIsNotReadAsOne(String text) {
    assertThat(PlaceReader.read(Utterance.of(text), false)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Monaco               | Monaco
          port hercule         | port hercule
          the villa            | the villa
          Hotel Negresco       | Hotel Negresco
          at my parents' place | my parents' place
          Nice                 | Nice
          """)
  void aNameAloneAnswersTheQuestion(String text, String place) {
    assertThat(PlaceReader.read(Utterance.of(text), true)).contains(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yes", "I don't know yet", "thanks", "until", "what do you suggest?", "12"})
  void whatIsNoNameIsNoAnswer(String text) {
    assertThat(PlaceReader.read(Utterance.of(text), true)).isEmpty();
  }
}
