package com.ailuxe.contract;

import java.math.BigDecimal;

/**
 * What an agreement says of a cancellation by the contact.
 *
 * @param freeHours until more than so many hours before the beginning it is free of charge
 * @param latePercent of the fee from then on, 0 to 100
 * @param noShowPercent of the fee where the contact does not come, 0 to 100
 */
public record CancellationTerms(int freeHours, BigDecimal latePercent, BigDecimal noShowPercent) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public CancellationTerms {
    if (freeHours < 0 || isNoShare(latePercent) || isNoShare(noShowPercent)) {
      throw new IllegalArgumentException(
          "No terms of a cancellation: %d hours, %s and %s percent"
              .formatted(freeHours, latePercent, noShowPercent));
    }
    latePercent = plain(latePercent);
    noShowPercent = plain(noShowPercent);
  }

  private static boolean isNoShare(BigDecimal percent) {
    return percent.signum() < 0
        || percent.compareTo(HUNDRED) > 0
        || percent.stripTrailingZeros().scale() > 2;
  }

  /** Writes the same number always in the same way. */
  private static BigDecimal plain(BigDecimal percent) {
    var stripped = percent.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
