package com.ailuxe.journey.booking;

import com.ailuxe.booking.Bookings;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.shared.BookingId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** The event is over. */
@Component
public class CompleteBookingWorker {
  private final Bookings bookings;

  CompleteBookingWorker(Bookings bookings) {
    this.bookings = bookings;
  }

  @JobWorker(type = JobTypes.COMPLETE_BOOKING)
  public void handle(@Variable String bookingId) {
    bookings.complete(BookingId.parse(bookingId));
  }
}
