package com.ailuxe.booking;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the agency's rules say of one booking.
 *
 * @param surcharges on what the rate gives, each in percent of that
 * @param depositPercent of the price that is paid ahead, 0 to 100
 */
public record PricePolicy(List<Surcharge> surcharges, BigDecimal depositPercent) {
  /**
   * @param text what it is for
   * @param percent negative where it makes the price less
   */
  public record Surcharge(String text, BigDecimal percent) {}

  public PricePolicy {
    surcharges = List.copyOf(surcharges);
  }
}
