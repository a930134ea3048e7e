package com.ailuxe.booking;

import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.TurnId;

/**
 * An inquiry knows more, or something else, than before.
 *
 * @param turn that said so; a turn changes an inquiry at most once
 */
public record BookingDetailsChanged(BookingId bookingId, TurnId turn, boolean detailsComplete) {}
