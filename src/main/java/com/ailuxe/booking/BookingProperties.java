package com.ailuxe.booking;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param detailsWithin how long a request waits for the next of its missing details
 * @param hold how long a slot is kept for a decision
 * @param deposit whether a part of the price has to come in before the booking is firm
 * @param travelTime what a talent needs between two bookings; less is shown as a conflict
 */
@Validated
@ConfigurationProperties("ailuxe.booking")
record BookingProperties(
    @NotNull @DurationMin(minutes = 1) @DefaultValue("PT24H") Duration hold,
    @NotNull @DurationMin @DefaultValue("PT2H") Duration travelTime,
    @NotNull @DurationMin(minutes = 1) @DefaultValue("P14D") Duration detailsWithin,
    @NotNull @DefaultValue Deposit deposit) {

  /**
   * @param enabled until payments exist a person confirms each deposit
   */
  record Deposit(@DefaultValue("false") boolean enabled) {}

  /** When a hold that begins now runs out, as precise as the database keeps it. */
  Instant holdFrom(Instant now) {
    return now.plus(hold).truncatedTo(ChronoUnit.MICROS);
  }
}
