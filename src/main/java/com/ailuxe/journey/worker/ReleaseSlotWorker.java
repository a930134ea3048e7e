package com.ailuxe.journey.worker;

import com.ailuxe.booking.BookingId;
import com.ailuxe.booking.Bookings;
import com.ailuxe.contract.Contracts;
import com.ailuxe.journey.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

/** Gives the slot back, and with it the documents; the task's header {@code reason} says why. */
@Component
public class ReleaseSlotWorker {
  private final Bookings bookings;
  private final Contracts contracts;

  ReleaseSlotWorker(Bookings bookings, Contracts contracts) {
    this.bookings = bookings;
    this.contracts = contracts;
  }

  @JobWorker(type = JobTypes.RELEASE_SLOT)
  public void handle(@Variable String bookingId, ActivatedJob job) {
    var id = BookingId.parse(bookingId);
    var reason = job.getCustomHeaders().getOrDefault("reason", "released");
    bookings.release(id, reason);
    contracts.withdraw(bookings.facts(id).agency(), id.value(), reason);
  }
}
