package com.ailuxe.booking;

import com.ailuxe.shared.BookingId;

/** A person agreed to a booking: it takes place as it is. */
public record BookingConfirmed(BookingId bookingId) {}
