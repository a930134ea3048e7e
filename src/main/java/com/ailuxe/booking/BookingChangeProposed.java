package com.ailuxe.booking;

import com.ailuxe.shared.BookingId;

/** Somebody wants to change a confirmed booking, and a person has to decide. */
public record BookingChangeProposed(BookingId bookingId, ChangeId changeId) {}
