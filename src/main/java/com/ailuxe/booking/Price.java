package com.ailuxe.booking;

import com.ailuxe.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a booking costs, line by line: the lines add up to the total exactly. Without a line the
 * price is on request, and a person has to name it.
 *
 * @param depositPercent of the total that is paid ahead
 */
public record Price(Currency currency, List<PriceLine> lines, BigDecimal depositPercent) {
  private static final int LONGEST = 12;

  public Price {
    lines = List.copyOf(lines);
    if (sum(lines) < 0) {
      throw new IllegalArgumentException(
          "The rules of the price make it less than nothing: " + lines);
    }
    if (depositPercent.signum() < 0 || depositPercent.compareTo(Share.HUNDRED) > 0) {
      throw new IllegalArgumentException(
          "A deposit is 0 to 100 percent of the price, not " + depositPercent);
    }
    depositPercent = depositPercent.stripTrailingZeros();
    if (depositPercent.scale() > 2) {
      throw new IllegalArgumentException(
          "A deposit has no more than two decimals of a percent, not " + depositPercent);
    }
  }

  public boolean onRequest() {
    return lines.isEmpty();
  }

  /** Null while it is on request. */
  public @Nullable Money total() {
    return onRequest() ? null : Money.ofMinor(sum(lines), currency);
  }

  /** What is paid ahead; null while the price is on request. */
  public @Nullable Money deposit() {
    var total = total();
    return total == null
        ? null
        : Money.ofMinor(Share.percent(total.minor(), depositPercent), currency);
  }

  /** Why this cannot be the price; null where it can. */
  @Nullable String refusal(@Nullable AgreedPrice agreed) {
    if (agreed == null) {
      return onRequest() ? "There is no rate for this booking: enter the price." : null;
    }
    var amount = agreed.amount().stripTrailingZeros();
    if (amount.signum() < 0) {
      return "A price is not negative.";
    }
    if ((long) amount.precision() - amount.scale() > LONGEST) {
      return "The price is too high to be true.";
    }
    var decimals = Money.ofMinor(0, currency).amount().scale();
    if (amount.scale() > decimals) {
      return "A price in %s has %s."
          .formatted(
              currency, decimals == 0 ? "no decimals" : "no more than " + decimals + " decimals");
    }
    return agreed.reason() == null && !onRequest() && !isTotal(amount)
        ? "Say why the price is another one than proposed."
        : null;
  }

  /** This price with one line more that says what was agreed, and what that adds or takes away. */
  Price agreed(AgreedPrice agreed) {
    var total = total();
    if (isTotal(agreed.amount())) {
      return this;
    }
    var difference =
        new Money(agreed.amount(), currency).minor() - (total == null ? 0 : total.minor());
    var text = agreed.reason() == null ? "As agreed" : "As agreed: " + agreed.reason();
    return new Price(
        currency,
        Stream.concat(lines.stream(), Stream.of(new PriceLine(text, difference))).toList(),
        depositPercent);
  }

  private static long sum(List<PriceLine> lines) {
    return lines.stream().mapToLong(PriceLine::minor).sum();
  }

  private boolean isTotal(BigDecimal amount) {
    var total = total();
    return total != null && total.amount().compareTo(amount) == 0;
  }
}
