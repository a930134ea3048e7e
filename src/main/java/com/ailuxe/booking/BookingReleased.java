package com.ailuxe.booking;

import com.ailuxe.shared.BookingId;

/** A confirmed booking gave its slot back. */
public record BookingReleased(BookingId bookingId) {}
