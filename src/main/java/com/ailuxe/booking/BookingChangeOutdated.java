package com.ailuxe.booking;

import com.ailuxe.shared.BookingId;

/** A newer wish, or the end of the booking, has overtaken a proposal: nobody has to decide it. */
public record BookingChangeOutdated(BookingId bookingId, ChangeId changeId) {}
