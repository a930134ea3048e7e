package com.ailuxe.concierge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.concierge.reading.Problem.Kind;
import com.ailuxe.shared.Money;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The agency's currency is the euro. */
class MoneyReaderTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          budget 5k EUR                    | EUR 5000.00
          €5,000                           | EUR 5000.00
          5.000 €                          | EUR 5000.00
          5 000 euros                      | EUR 5000.00
          5'000 CHF                        | CHF 5000.00
          $2.5k                            | USD 2500.00
          US$ 300                          | USD 300.00
          up to 3000 dollars               | USD 3000.00
          AED 10,000                       | AED 10000.00
          10,000 dirhams                   | AED 10000.00
          £1,234.50                        | GBP 1234.50
          1.234,50 EUR                     | EUR 1234.50
          1.5 million USD                  | USD 1500000.00
          5 grand                          | EUR 5000.00
          5 thousand pounds                | GBP 5000.00
          my budget is around 4000         | EUR 4000.00
          budget: 4,000                    | EUR 4000.00
          a budget of up to 4000           | EUR 4000.00
          we can spend 800                 | EUR 800.00
          3000-5000 EUR                    | EUR 5000.00
          from 3000 to 5000 EUR            | EUR 5000.00
          €3,000 to €5,000                 | EUR 5000.00
          €3-5k                            | EUR 5000.00
          2k to 3k                         | EUR 3000.00
          between 2000 and 3000 dollars    | USD 3000.00
          ten thousand euros               | EUR 10000.00
          twenty-five thousand pounds      | GBP 25000.00
          a hundred thousand euros         | EUR 100000.00
          half a million dollars           | USD 500000.00
          two thousand five hundred euros  | EUR 2500.00
          about fifteen thousand           | EUR 15000.00
          500 dollars                      | USD 500.00
          500 bucks                        | USD 500.00
          500€ no sorry, 600€              | EUR 600.00
          ¥100,000                         | JPY 100000
          KWD 250                          | KWD 250.000
          5K€                              | EUR 5000.00
          ten guests, 2k                   | EUR 2000.00
          he can spend 15 thousands        | EUR 15000.00
          9 thousand                       | EUR 9000.00
          12 thousands euro                | EUR 12000.00
          10 thousand five hundred euros   | EUR 10500.00
          not above 12 000                 | EUR 12000.00
          12k eur for 6 people, max 10     | EUR 12000.00
          €9000, up to 12                  | EUR 9000.00
          """)
  void anAmountIsRead(String text, String money) {
    assertThat(read(text).money()).isEqualTo(money(money));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for 6 people",
        "at 7pm",
        "24/12/2026",
        "up to 12 guests",
        "up to 4 hours",
        "a 38 m yacht",
        "all 6 of us",
        "room 500",
        "max 8 people",
        "at least 6 people, max 10",
        "up to 12",
        "budget is 10",
        "pay at 7pm",
        "a dollar a day keeps"
      })
  void whatIsNoAmountIsNotReadAsOne(String text) {
    assertThat(read(text).money()).isNull();
    assertThat(read(text).problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          budget -500 EUR       | IMPOSSIBLE_AMOUNT
          €-500                 | IMPOSSIBLE_AMOUNT
          0 EUR                 | IMPOSSIBLE_AMOUNT
          ¥100.50               | IMPOSSIBLE_AMOUNT
          999999999999 EUR      | IMPOSSIBLE_AMOUNT
          €500 per hour         | RATE
          500 dollars a day     | RATE
          200 EUR/person        | RATE
          1500 EUR each         | RATE
          12k eur each          | RATE
          3000€/pers            | RATE
          EUR 3k p.p.           | RATE
          1500 eur hourly       | RATE
          9000 EUR daily        | RATE
          """)
  void anAmountThatCannotBeIsSaid(String text, Kind problem) {
    var reading = read(text);

    assertThat(reading.money()).isNull();
    assertThat(reading.problems()).extracting(Problem::kind).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "5000, EUR 5000.00",
    "about 5000, EUR 5000.00",
    "'6, 5000', EUR 5000.00",
    "'5,000', EUR 5000.00",
    "6, ",
    "7pm, "
  })
  void aNumberAloneAnswersTheQuestion(String text, @Nullable String money) {
    var reading = new MoneyReader(Currency.getInstance("EUR")).read(Utterance.of(text), true);

    assertThat(reading.money()).isEqualTo(money == null ? null : money(money));
    assertThat(read(text).money()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"AUD, AUD 300.00", "CAD, CAD 300.00", "EUR, USD 300.00"})
  void dollarsAreThoseOfTheAgency(String own, String money) {
    var reading =
        new MoneyReader(Currency.getInstance(own)).read(Utterance.of("300 dollars"), false);

    assertThat(reading.money()).hasToString(money);
  }

  @Test
  void anAssumedCurrencyIsNotSilent() {
    assertThat(read("budget 4000").assumptions()).containsExactly(Assumption.CURRENCY);
    assertThat(read("budget 4000 EUR").assumptions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no limit", "money is no object", "no budget limit", "unlimited budget"})
  void aBudgetMayBeLeftOpen(String text) {
    assertThat(read(text).open()).isTrue();
    assertThat(read("budget 500").open()).isFalse();
  }

  private static MoneyReader.Reading read(String text) {
    return new MoneyReader(Currency.getInstance("EUR")).read(Utterance.of(text), false);
  }

  private static Money money(String text) {
    return Money.of(text.substring(4), text.substring(0, 3));
  }
}
