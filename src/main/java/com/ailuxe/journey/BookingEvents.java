package com.ailuxe.journey;

import com.ailuxe.booking.BookingDetailsChanged;
import com.ailuxe.booking.BookingRequested;
import com.ailuxe.conversation.ConversationId;
import org.springframework.stereotype.Component;

/** Tells the engine what happens to bookings. */
@Component
class BookingEvents {
  private final Journey journey;

  BookingEvents(Journey journey) {
    this.journey = journey;
  }

  @EngineListener
  void on(BookingRequested requested) {
    journey.bookingRequested(
        requested.bookingId(),
        new ConversationId(requested.conversation().value()),
        requested.detailsComplete());
  }

  @EngineListener
  void on(BookingDetailsChanged changed) {
    journey.bookingDetailsChanged(
        changed.bookingId(), changed.detailsComplete(), "details/" + changed.turn());
  }
}
