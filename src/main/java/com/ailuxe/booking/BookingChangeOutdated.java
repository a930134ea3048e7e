package com.ailuxe.booking;

/** A newer wish, or the end of the booking, has overtaken a proposal: nobody has to decide it. */
public record BookingChangeOutdated(BookingId bookingId, ChangeId changeId) {}
