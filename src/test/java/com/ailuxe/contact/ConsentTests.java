package com.ailuxe.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTests {
  private static final List<String> LANGUAGES =
      List.of(
          "ar", "cs", "de", "el", "en", "es", "fr", "he", "hi", "it", "ja", "ko", "nl", "pl", "pt",
          "ru", "sv", "tr", "uk", "zh");

  @Test
  void everyLanguageHasWordsForBothAndNoWordMeansTwoThings() {
    assertThat(Consent.words().stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(
            LANGUAGES.stream()
                .flatMap(language -> Stream.of("stop." + language, "start." + language))
                .toList());
    for (var language : LANGUAGES) {
      assertThat(words("stop." + language))
          .allSatisfy(word -> assertThat(Consent.inWords(word)).hasValue(Consent.STOP));
      assertThat(words("start." + language))
          .allSatisfy(word -> assertThat(Consent.inWords(word)).hasValue(Consent.START));
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "Stop., STOP",
        "STOP !!! 🛑, STOP",
        "/stop, STOP",
        "Opt-Out, STOP",
        "Stop promotions, STOP",
        "\"Stop\", STOP",
        "DESABONNEMENT, STOP",
        "Arrêter…, STOP",
        "СТОП!, STOP",
        "ΔΙΑΓΡΑΦΗ, STOP",
        "الغاء الاشتراك, STOP",
        "ＳＴＯＰ, STOP",
        "退订。, STOP",
        "ABONELİKTEN ÇIK, STOP",
        "start, START",
        "Opt  in, START",
        "Подписаться, START",
        "再開, START"
      })
  void aWordIsReadHoweverItIsWritten(String text, Consent wish) {
    assertThat(Consent.inWords(text)).hasValue(wish);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "/start",
        "Cancel",
        "Yes",
        "stop by the hotel",
        "Please do not stop",
        "annuler",
        "non",
        "Ende der Woche"
      })
  void whatIsAboutSomethingElseIsNoConsent(String text) {
    assertThat(Consent.inWords(text)).isEmpty();
  }

  private static List<String> words(String key) {
    return Arrays.asList(Consent.words().getProperty(key).split(","));
  }
}
