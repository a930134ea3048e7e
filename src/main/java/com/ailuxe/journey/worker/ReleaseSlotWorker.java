package com.ailuxe.journey.worker;

import com.ailuxe.booking.BookingId;
import com.ailuxe.booking.Bookings;
import com.ailuxe.journey.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

/** Gives the slot back; the task's header {@code reason} says why. */
@Component
public class ReleaseSlotWorker {
  private final Bookings bookings;

  ReleaseSlotWorker(Bookings bookings) {
    this.bookings = bookings;
  }

  @JobWorker(type = JobTypes.RELEASE_SLOT)
  public void handle(@Variable String bookingId, ActivatedJob job) {
    bookings.release(
        BookingId.parse(bookingId), job.getCustomHeaders().getOrDefault("reason", "released"));
  }
}
