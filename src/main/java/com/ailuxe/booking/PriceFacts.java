package com.ailuxe.booking;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of the price may ask of a booking.
 *
 * @param service the kind of talent
 * @param rateKind hour, day or event; null when the price is on request
 * @param weekday on which it begins, on the wall where it takes place
 * @param nightHours how much of it lies between 22:00 and 6:00, on that wall
 * @param leadHours from the wish to the start
 */
public record PriceFacts(
    String service,
    @Nullable String rateKind,
    BigDecimal hours,
    DayOfWeek weekday,
    BigDecimal nightHours,
    BigDecimal leadHours,
    @Nullable Integer guests) {}
