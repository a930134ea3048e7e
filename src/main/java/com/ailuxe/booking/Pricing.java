package com.ailuxe.booking;

import com.ailuxe.booking.PricePolicy.Surcharge;
import com.ailuxe.shared.Money;
import com.ailuxe.talent.Rate;
import com.ailuxe.talent.RateKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the price of a booking from a rate and the rules. */
final class Pricing {
  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);
  private static final long MINUTES_PER_DAY = Duration.ofDays(1).toMinutes();
  private static final LocalTime NIGHTFALL = LocalTime.of(22, 0);
  private static final Duration NIGHT = Duration.ofHours(8);

  private Pricing() {}

  /**
   * @param otherwise the currency where there is no rate
   */
  static Price propose(@Nullable Rate rate, Slot slot, Currency otherwise, PricePolicy policy) {
    if (rate == null) {
      return new Price(otherwise, List.of(), policy.depositPercent());
    }
    var base = base(rate, slot);
    var lines = new ArrayList<>(List.of(base));
    policy.surcharges().stream()
        .map(surcharge -> line(surcharge, base.minor()))
        .forEach(lines::add);
    return new Price(rate.amount().currency(), lines, policy.depositPercent());
  }

  /** The hours by real time, also where the clocks are changed. */
  static BigDecimal hours(Duration duration) {
    return inHours(BigDecimal.valueOf(duration.toMinutes()));
  }

  /** The hours at night, by the clocks on the wall. */
  static BigDecimal nightHours(Slot slot) {
    var start = slot.start().wallTime();
    var end = slot.end().wallTime();
    var minutes = 0L;
    for (var day = start.toLocalDate().minusDays(1);
        !day.isAfter(end.toLocalDate());
        day = day.plusDays(1)) {
      var dusk = day.atTime(NIGHTFALL);
      var dawn = dusk.plus(NIGHT);
      var from = dusk.isAfter(start) ? dusk : start;
      var to = dawn.isBefore(end) ? dawn : end;
      minutes += Math.max(0, Duration.between(from, to).toMinutes());
    }
    return inHours(BigDecimal.valueOf(minutes));
  }

  /** The name of the kind in the rules. */
  static String name(RateKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static BigDecimal inHours(BigDecimal minutes) {
    return minutes.divide(MINUTES_PER_HOUR, 2, RoundingMode.HALF_UP).stripTrailingZeros();
  }

  private static PriceLine base(Rate rate, Slot slot) {
    var amount = rate.amount();
    return switch (rate.kind()) {
      case HOUR -> byTheHour(amount, slot.length(), rate.minimumHours());
      case DAY -> {
        var days = Math.ceilDiv(slot.wallLength().toMinutes(), MINUTES_PER_DAY);
        yield new PriceLine(
            "%d %s at %s".formatted(days, days == 1 ? "day" : "days", amount),
            Share.of(amount.minor(), BigDecimal.valueOf(days), BigDecimal.ONE));
      }
      case EVENT -> new PriceLine("For the event", amount.minor());
    };
  }

  private static PriceLine byTheHour(
      Money amount, Duration length, @Nullable BigDecimal minimumHours) {
    var minutes = BigDecimal.valueOf(length.toMinutes());
    var charged =
        minimumHours == null ? minutes : minutes.max(minimumHours.multiply(MINUTES_PER_HOUR));
    var least = charged.compareTo(minutes) > 0 ? " (minimum)" : "";
    return new PriceLine(
        "%s h%s at %s".formatted(inHours(charged).toPlainString(), least, amount),
        Share.of(amount.minor(), charged, MINUTES_PER_HOUR));
  }

  private static PriceLine line(Surcharge surcharge, long base) {
    return new PriceLine(
        "%s: %s %%"
            .formatted(surcharge.text(), surcharge.percent().stripTrailingZeros().toPlainString()),
        Share.percent(base, surcharge.percent()));
  }
}
