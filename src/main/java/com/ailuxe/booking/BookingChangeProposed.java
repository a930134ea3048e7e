package com.ailuxe.booking;

/** Somebody wants to change a confirmed booking, and a person has to decide. */
public record BookingChangeProposed(BookingId bookingId, ChangeId changeId) {}
