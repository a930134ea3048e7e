package com.ailuxe.booking;

/** An inquiry knows more, or something else, than before. */
public record BookingDetailsChanged(BookingId bookingId, boolean detailsComplete) {}
