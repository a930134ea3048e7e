package com.ailuxe.booking;

/** The state of a booking. */
public enum BookingState {
  /** The contact is still telling what it should be. */
  INQUIRY,
  /** The slot is kept while a person decides. */
  HELD,
  /** The hold ran out and somebody else asked for the slot; a person still decides. */
  LAPSED,
  CONFIRMED,
  /** A person said no. */
  DECLINED,
  /** Confirmed, then given back; or asked for, and never completed with its details. */
  RELEASED,
  /** The contact, the talent or the agency called it off. */
  CANCELLED,
  /** The event is over. */
  COMPLETED;

  /** All transitions there are. */
  boolean canBecome(BookingState next) {
    return switch (this) {
      case INQUIRY -> next == HELD || next == RELEASED || next == CANCELLED;
      case HELD -> next == CONFIRMED || next == DECLINED || next == LAPSED || next == CANCELLED;
      case LAPSED -> next == HELD || next == CONFIRMED || next == DECLINED || next == CANCELLED;
      case CONFIRMED -> next == RELEASED || next == COMPLETED || next == CANCELLED;
      case DECLINED, RELEASED, CANCELLED, COMPLETED -> false;
    };
  }

  /** Whether nothing more can happen to it. */
  public boolean isFinal() {
    return switch (this) {
      case DECLINED, RELEASED, CANCELLED, COMPLETED -> true;
      case INQUIRY, HELD, LAPSED, CONFIRMED -> false;
    };
  }
}
