package com.ailuxe.journey.pricing;

import com.ailuxe.booking.BookingPrices;
import com.ailuxe.booking.ChangeId;
import com.ailuxe.booking.PriceFacts;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.shared.BookingId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of a booking, or of a change of one, what decides about its price. */
@Component
public class GatherPriceFactsWorker {
  private final BookingPrices prices;

  GatherPriceFactsWorker(BookingPrices prices) {
    this.prices = prices;
  }

  /**
   * @param service in lower case, as is the weekday
   */
  public record Facts(
      String service,
      @Nullable String rateKind,
      BigDecimal hours,
      String weekday,
      BigDecimal nightHours,
      BigDecimal leadHours,
      @Nullable Integer guests) {}

  @JobWorker(type = JobTypes.GATHER_PRICE_FACTS)
  public Facts handle(
      @Variable String bookingId, @Variable(optional = true) @Nullable String changeId) {
    PriceFacts facts =
        changeId == null
            ? prices.facts(BookingId.parse(bookingId))
            : prices.facts(ChangeId.parse(changeId));
    return new Facts(
        facts.service().toLowerCase(Locale.ROOT),
        facts.rateKind(),
        facts.hours(),
        facts.weekday().name().toLowerCase(Locale.ROOT),
        facts.nightHours(),
        facts.leadHours(),
        facts.guests());
  }
}
