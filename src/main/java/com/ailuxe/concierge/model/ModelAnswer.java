package com.ailuxe.concierge.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the language model is asked to answer, before it is checked. Dates are texts here, so that
 * one that cannot be read costs that field only.
 */
public record ModelAnswer(
    @Nullable String reply,
    @Nullable String intent,
    @Nullable Booking booking,
    @Nullable String legalName,
    @Nullable Double confidence,
    @Nullable Boolean needsPerson,
    @Nullable String reason) {
  /**
   * @param reference of the booking that a change is about
   */
  public record Booking(
      @Nullable String reference,
      @Nullable String talent,
      @Nullable String start,
      @Nullable String end,
      @Nullable String zone,
      @Nullable String place,
      @Nullable Integer guests,
      @Nullable BigDecimal budgetAmount,
      @Nullable String budgetCurrency) {
    static final Booking NOTHING =
        new Booking(null, null, null, null, null, null, null, null, null);
  }
}
