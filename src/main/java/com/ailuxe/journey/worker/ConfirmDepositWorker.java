package com.ailuxe.journey.worker;

import com.ailuxe.booking.BookingId;
import com.ailuxe.booking.BookingPrices;
import com.ailuxe.journey.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps that a person saw the deposit come in. */
@Component
public class ConfirmDepositWorker {
  private final BookingPrices prices;

  ConfirmDepositWorker(BookingPrices prices) {
    this.prices = prices;
  }

  @JobWorker(type = JobTypes.CONFIRM_DEPOSIT)
  public void handle(
      @Variable String bookingId, @Variable(optional = true) @Nullable String depositNote) {
    prices.confirmDeposit(
        BookingId.parse(bookingId),
        "staff",
        depositNote == null || depositNote.isBlank() ? null : depositNote.strip());
  }
}
