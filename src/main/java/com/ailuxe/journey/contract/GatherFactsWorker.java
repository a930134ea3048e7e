package com.ailuxe.journey.contract;

import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.Bookings;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.Money;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of a booking what decides about its documents. */
@Component
public class GatherFactsWorker {
  private final Bookings bookings;

  GatherFactsWorker(Bookings bookings) {
    this.bookings = bookings;
  }

  /**
   * @param service the kind of talent, in lower case
   * @param amount the price, or the budget while there is none
   */
  public record Facts(
      @Nullable String service,
      @Nullable Integer guests,
      @Nullable BigDecimal amount,
      @Nullable String currency) {}

  @JobWorker(type = JobTypes.GATHER_FACTS)
  public Facts handle(@Variable String bookingId) {
    var booking = bookings.facts(BookingId.parse(bookingId));
    var service = booking.service();
    var amount = amount(booking);
    return new Facts(
        service == null ? null : service.toLowerCase(Locale.ROOT),
        booking.guests(),
        amount == null ? null : amount.amount(),
        amount == null ? null : amount.currency().getCurrencyCode());
  }

  private static @Nullable Money amount(BookingFacts booking) {
    var total = booking.total();
    return total == null ? booking.budget() : total;
  }
}
