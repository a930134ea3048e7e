package com.ailuxe.booking;

import com.ailuxe.shared.BookingId;
import java.util.List;

/**
 * What became of the details of one turn.
 *
 * @param recorded false when the booking is past the stage where a message may change it
 * @param detailsComplete whether a slot can be held with what is known now
 * @param refused what was not kept and why
 */
public record DetailsReceipt(
    BookingId bookingId, boolean recorded, boolean detailsComplete, List<Refusal> refused) {
  public DetailsReceipt {
    refused = List.copyOf(refused);
  }
}
