package com.ailuxe.booking;

import com.ailuxe.shared.Money;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a contact owes for calling a booking off.
 *
 * @param amount as it was computed, more than nothing
 * @param percent of the price in the accepted agreement that it is
 * @param reason why it is due, for the ledger
 * @param waivedBecause why a person does without it; null where nobody did
 */
public record CancellationFee(
    Money amount, BigDecimal percent, String reason, @Nullable String waivedBecause) {
  public CancellationFee {
    if (amount.minor() <= 0) {
      throw new IllegalArgumentException("What is free has no fee");
    }
    if (waivedBecause != null && waivedBecause.isBlank()) {
      throw new IllegalArgumentException("A fee is waived for a reason");
    }
  }

  /** A share of the price that was agreed; empty where that is nothing. */
  public static Optional<CancellationFee> share(Money price, BigDecimal percent, String reason) {
    var minor = Share.percent(price.minor(), percent);
    return minor <= 0
        ? Optional.empty()
        : Optional.of(
            new CancellationFee(Money.ofMinor(minor, price.currency()), percent, reason, null));
  }

  /** This fee with the cause of it. */
  public CancellationFee because(String cause) {
    return new CancellationFee(amount, percent, cause + ", " + reason, waivedBecause);
  }

  /** This fee, waived by a person. */
  public CancellationFee waived(String because) {
    return new CancellationFee(amount, percent, reason, because);
  }

  public boolean isWaived() {
    return waivedBecause != null;
  }
}
