package com.ailuxe.journey;

import com.ailuxe.booking.BookingCancelled;
import com.ailuxe.booking.BookingChangeOutdated;
import com.ailuxe.booking.BookingChangeProposed;
import com.ailuxe.booking.BookingDetailsChanged;
import com.ailuxe.booking.BookingMoved;
import com.ailuxe.booking.BookingRequested;
import com.ailuxe.booking.DeskRequestFiled;
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
        requested.conversation(),
        requested.detailsComplete(),
        requested.detailsWithin());
  }

  @EngineListener
  void on(BookingDetailsChanged changed) {
    journey.bookingDetailsChanged(
        changed.bookingId(), changed.detailsComplete(), "details/" + changed.turn());
  }

  @EngineListener
  void on(BookingMoved moved) {
    journey.bookingMoved(
        moved.bookingId(), moved.changeId(), moved.endsAt(), moved.holdExpiresAt());
  }

  @EngineListener
  void on(BookingChangeProposed proposed) {
    journey.bookingChangeProposed(proposed.bookingId(), proposed.changeId());
  }

  @EngineListener
  void on(BookingChangeOutdated outdated) {
    journey.bookingChangeOutdated(outdated.changeId());
  }

  @EngineListener
  void on(BookingCancelled cancelled) {
    journey.bookingCancelled(cancelled.bookingId());
  }

  @EngineListener
  void on(DeskRequestFiled filed) {
    journey.deskRequestFiled(filed.requestId(), filed.newBooking());
  }
}
