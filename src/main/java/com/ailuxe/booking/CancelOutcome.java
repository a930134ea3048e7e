package com.ailuxe.booking;

/** What became of the wish to call a booking off. */
public sealed interface CancelOutcome {
  /** The slot is free again; said again of a booking that was called off before. */
  record Cancelled() implements CancelOutcome {}

  /** There is nothing left to call off. */
  record TooLate(BookingState state) implements CancelOutcome {}
}
