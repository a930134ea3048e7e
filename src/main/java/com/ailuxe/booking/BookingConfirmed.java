package com.ailuxe.booking;

/** A person agreed to a booking: it takes place as it is. */
public record BookingConfirmed(BookingId bookingId) {}
