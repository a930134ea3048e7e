package com.ailuxe.booking;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A part of an amount in the smallest units of a currency: the one place where money is rounded,
 * half a unit away from zero.
 */
final class Share {
  static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Share() {}

  static long of(long minor, BigDecimal part, BigDecimal whole) {
    return BigDecimal.valueOf(minor)
        .multiply(part)
        .divide(whole, 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  static long percent(long minor, BigDecimal percent) {
    return of(minor, percent, HUNDRED);
  }
}
