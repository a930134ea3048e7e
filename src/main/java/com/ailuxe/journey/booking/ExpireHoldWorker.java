package com.ailuxe.journey.booking;

import com.ailuxe.booking.Bookings;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.shared.BookingId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Nobody decided in time: the slot is free for others. */
@Component
public class ExpireHoldWorker {
  private final Bookings bookings;

  ExpireHoldWorker(Bookings bookings) {
    this.bookings = bookings;
  }

  public record Expired(boolean holdExpired) {}

  @JobWorker(type = JobTypes.EXPIRE_HOLD)
  public Expired handle(@Variable String bookingId, @Variable String holdExpiresAt) {
    return new Expired(
        bookings.expireHold(BookingId.parse(bookingId), Instant.parse(holdExpiresAt)));
  }
}
