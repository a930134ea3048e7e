package com.ailuxe.booking;

/**
 * An inquiry knows more, or something else, than before.
 *
 * @param turn that said so; a turn changes an inquiry at most once
 */
public record BookingDetailsChanged(BookingId bookingId, TurnRef turn, boolean detailsComplete) {}
