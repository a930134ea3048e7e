package com.ailuxe.journey.booking;

import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.HoldOutcome.Held;
import com.ailuxe.booking.HoldOutcome.SlotTaken;
import com.ailuxe.journey.ErrorCodes;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.shared.BookingId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.exception.CamundaError;
import org.springframework.stereotype.Component;

/** Keeps the slot free while a person decides. */
@Component
public class HoldSlotWorker {
  private final Bookings bookings;

  HoldSlotWorker(Bookings bookings) {
    this.bookings = bookings;
  }

  public record Slot(String endsAt, String holdExpiresAt) {}

  @JobWorker(type = JobTypes.HOLD_SLOT)
  public Slot handle(@Variable String bookingId) {
    return switch (bookings.hold(BookingId.parse(bookingId))) {
      case Held held -> new Slot(held.endsAt().toString(), held.expiresAt().toString());
      case SlotTaken taken ->
          throw CamundaError.bpmnError(ErrorCodes.SLOT_TAKEN, "Somebody else has the slot");
    };
  }
}
