package com.ailuxe.booking;

/** A contact began to ask for a booking. */
public record BookingRequested(
    BookingId bookingId, ConversationRef conversation, boolean detailsComplete) {}
