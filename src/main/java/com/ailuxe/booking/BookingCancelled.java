package com.ailuxe.booking;

import com.ailuxe.shared.BookingId;

/** A booking does not take place, and its slot is free again. */
public record BookingCancelled(BookingId bookingId, CancelledBy by) {}
