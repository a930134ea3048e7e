package com.ailuxe.shared;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/**
 * An amount in a currency, never negative, with no more decimals than the currency has (JPY 0, USD
 * 2, KWD 3).
 */
public record Money(BigDecimal amount, Currency currency) {
  public Money {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("An amount of money is not negative: " + amount);
    }
    var decimals = Math.max(0, currency.getDefaultFractionDigits());
    if (amount.stripTrailingZeros().scale() > decimals) {
      throw new IllegalArgumentException(
          currency + " has " + decimals + " decimals, the amount has more: " + amount);
    }
    amount = amount.setScale(decimals);
  }

  /**
   * @param currencyCode ISO 4217, for example EUR
   */
  public static Money of(String amount, String currencyCode) {
    return new Money(new BigDecimal(amount), Currency.getInstance(currencyCode));
  }

  /** So many of the currency's smallest units: {@code 1250} is EUR 12.50, JPY 1250 or KWD 1.250. */
  public static Money ofMinor(long minor, Currency currency) {
    return new Money(
        BigDecimal.valueOf(minor, Math.max(0, currency.getDefaultFractionDigits())), currency);
  }

  /** How many of the currency's smallest units. */
  public long minor() {
    return amount.unscaledValue().longValueExact();
  }

  /** The amount for people, in English: {@code EUR 1,200.00}. */
  @Override
  public String toString() {
    return String.format(Locale.ENGLISH, "%s %,." + amount.scale() + "f", currency, amount);
  }
}
