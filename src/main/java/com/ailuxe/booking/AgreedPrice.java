package com.ailuxe.booking;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The price that the approver names, in the currency of the proposal.
 *
 * @param reason why it is not the proposed one; null where nothing was said
 */
public record AgreedPrice(BigDecimal amount, @Nullable String reason) {
  public AgreedPrice {
    reason = reason == null || reason.isBlank() ? null : reason.strip();
  }
}
