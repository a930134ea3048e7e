package com.ailuxe.booking;

/** A confirmed booking gave its slot back. */
public record BookingReleased(BookingId bookingId) {}
