package com.ailuxe.booking;

/** Somebody wants a confirmed booking to be otherwise, and a person has to decide. */
public record BookingChangeProposed(BookingId bookingId, ChangeId changeId) {}
