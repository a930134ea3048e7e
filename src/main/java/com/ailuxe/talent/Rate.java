package com.ailuxe.talent;

import com.ailuxe.shared.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a talent costs.
 *
 * @param minimumHours that are charged however short the event is; null where there are none, and
 *     always where the rate is not by the hour
 */
public record Rate(RateKind kind, Money amount, @Nullable BigDecimal minimumHours) {}
