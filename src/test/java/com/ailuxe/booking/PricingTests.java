package com.ailuxe.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.booking.PricePolicy.Surcharge;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import com.ailuxe.talent.Rate;
import com.ailuxe.talent.RateKind;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PricingTests {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final PricePolicy NOTHING = policy("30");

  @ParameterizedTest
  @CsvSource({
    // 1.5 hours of 100.01 are 150.015: half a unit goes up.
    "HOUR,100.01,EUR,,10:00,11:30,150.02",
    "HOUR,10001,JPY,,10:00,12:30,25003",
    "HOUR,10.001,KWD,,10:00,10:30,5.001",
    "HOUR,100,EUR,4,10:00,11:30,400.00",
    "HOUR,100,EUR,4,10:00,16:00,600.00",
    "DAY,6500,EUR,,10:00,11:00,6500.00",
    "EVENT,1400,EUR,,10:00,11:00,1400.00"
  })
  void baseFollowsFromTheRate(
      RateKind kind,
      String amount,
      String currency,
      @Nullable BigDecimal minimum,
      String from,
      String to,
      String total) {
    var rate = new Rate(kind, Money.of(amount, currency), minimum);
    var slot = slot("2026-12-01T" + from, "2026-12-01T" + to);

    assertThat(Pricing.propose(rate, slot, EUR, NOTHING).total())
        .isEqualTo(Money.of(total, currency));
  }

  @Test
  void dayIsADayAlsoWhereTheClocksAreChanged() {
    var rate = new Rate(RateKind.DAY, Money.of("6500", "EUR"), null);

    var price = Pricing.propose(rate, slot("2026-10-24T12:00", "2026-10-25T12:00"), EUR, NOTHING);

    assertThat(price.lines()).containsExactly(new PriceLine("1 day at EUR 6,500.00", 650_000));
  }

  @Test
  void surchargesAndDiscountsAreLinesInTheOrderOfTheRules() {
    var rate = new Rate(RateKind.HOUR, Money.of("33.33", "EUR"), new BigDecimal("2"));
    var policy =
        policy(
            "30",
            new Surcharge("Weekend", new BigDecimal("15.0")),
            new Surcharge("Long stay", new BigDecimal("-12.5")));

    var price = Pricing.propose(rate, slot("2026-12-05T10:00", "2026-12-05T11:00"), EUR, policy);

    assertThat(price.lines())
        .containsExactly(
            new PriceLine("2 h (minimum) at EUR 33.33", 6666),
            new PriceLine("Weekend: 15 %", 1000),
            new PriceLine("Long stay: -12.5 %", -833));
    assertThat(price.total()).isEqualTo(Money.of("68.33", "EUR"));
    assertThat(price.deposit()).isEqualTo(Money.of("20.50", "EUR"));
  }

  @ParameterizedTest
  @MethodSource("anyPrices")
  void linesAddUpToTheTotalWhateverIsAgreed(Price price, BigDecimal agreed) {
    var proposed = price.lines().stream().mapToLong(PriceLine::minor).sum();
    var other = price.agreed(new AgreedPrice(agreed, "a friend of the house"));

    assertThat(price.total()).isEqualTo(Money.ofMinor(proposed, price.currency()));
    var total = Objects.requireNonNull(other.total());
    assertThat(total).isEqualTo(new Money(agreed, price.currency()));
    assertThat(other.lines().stream().mapToLong(PriceLine::minor).sum()).isEqualTo(total.minor());
    assertThat(Objects.requireNonNull(other.deposit()).minor()).isBetween(0L, total.minor());
  }

  /** Five hundred, the same in each run. */
  static Stream<Arguments> anyPrices() {
    var random = new Random(1);
    var currencies = List.of("JPY", "EUR", "KWD");
    return IntStream.range(0, 500)
        .mapToObj(
            number -> {
              var currency = Currency.getInstance(currencies.get(number % 3));
              var rate =
                  new Rate(
                      RateKind.values()[random.nextInt(3)],
                      Money.ofMinor(random.nextLong(1, 1_000_000), currency),
                      null);
              var start = LocalDateTime.parse("2026-12-01T10:00");
              var slot =
                  slot(start.toString(), start.plusMinutes(random.nextLong(1, 20_000)).toString());
              var surcharges =
                  IntStream.range(0, random.nextInt(5))
                      .mapToObj(
                          row ->
                              new Surcharge(
                                  "s", BigDecimal.valueOf(random.nextInt(-1999, 9999), 2)))
                      .toArray(Surcharge[]::new);
              return Arguments.of(
                  Pricing.propose(
                      rate, slot, EUR, policy(String.valueOf(random.nextInt(101)), surcharges)),
                  Money.ofMinor(random.nextLong(10_000_000), currency).amount());
            });
  }

  @Test
  void withoutARateThePriceIsOnRequestUntilAPersonNamesIt() {
    var price =
        Pricing.propose(null, slot("2026-12-01T10:00", "2026-12-01T12:00"), EUR, policy("50"));

    assertThat(price.onRequest()).isTrue();
    assertThat(price.total()).isNull();
    assertThat(price.deposit()).isNull();
    assertThat(price.refusal(null))
        .isEqualTo("There is no rate for this booking: enter the price.");
    var agreed = price.agreed(new AgreedPrice(new BigDecimal("20001"), null));
    assertThat(agreed.lines()).containsExactly(new PriceLine("As agreed", 2_000_100));
    assertThat(agreed.deposit()).isEqualTo(Money.of("10000.50", "EUR"));
  }

  @ParameterizedTest
  @CsvSource({
    "-1,x,EUR,A price is not negative.",
    "1.5,x,JPY,A price in JPY has no decimals.",
    "1.005,x,EUR,A price in EUR has no more than 2 decimals.",
    "1e999999999,x,EUR,The price is too high to be true.",
    "1e-999999999,x,EUR,A price in EUR has no more than 2 decimals.",
    "150,' ',EUR,Say why the price is another one than proposed.",
    "200.00,,EUR,",
    "150.50,a regular,EUR,",
    "0,a gift,EUR,"
  })
  void whatCannotBeThePriceIsSaidInASentence(
      BigDecimal amount, @Nullable String reason, String currency, @Nullable String problem) {
    var price =
        Pricing.propose(
            new Rate(RateKind.HOUR, Money.of("100", currency), null),
            slot("2026-12-01T10:00", "2026-12-01T12:00"),
            EUR,
            NOTHING);

    assertThat(price.refusal(new AgreedPrice(amount, reason))).isEqualTo(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-05T20:00,2026-12-06T02:30,4.5",
    "2026-12-05T04:00,2026-12-05T23:00,3",
    "2026-12-05T20:00,2026-12-07T08:00,16",
    "2026-12-05T06:00,2026-12-05T22:00,0",
    "2026-12-05T01:00,2026-12-05T02:20,1.33"
  })
  void nightIsFromTenToSixOnTheWall(String start, String end, BigDecimal hours) {
    assertThat(Pricing.nightHours(slot(start, end))).isEqualByComparingTo(hours);
  }

  @Test
  void rulesThatMakeNoSenseAreRefused() {
    var rate = new Rate(RateKind.EVENT, Money.of("100", "EUR"), null);
    var slot = slot("2026-12-01T10:00", "2026-12-01T12:00");
    var tooCheap = policy("30", new Surcharge("Gift", new BigDecimal("-101")));

    assertThatThrownBy(() -> Pricing.propose(rate, slot, EUR, tooCheap))
        .hasMessageContaining("less than nothing");
    assertThatThrownBy(() -> Pricing.propose(rate, slot, EUR, policy("101")))
        .hasMessageContaining("0 to 100 percent");
    assertThatThrownBy(() -> Pricing.propose(rate, slot, EUR, policy("33.333")))
        .hasMessageContaining("two decimals");
  }

  private static PricePolicy policy(String depositPercent, Surcharge... surcharges) {
    return new PricePolicy(List.of(surcharges), new BigDecimal(depositPercent));
  }

  private static Slot slot(String start, String end) {
    var paris = ZoneId.of("Europe/Paris");
    return new Slot(
        new EventTime(LocalDateTime.parse(start), paris),
        new EventTime(LocalDateTime.parse(end), paris));
  }
}
