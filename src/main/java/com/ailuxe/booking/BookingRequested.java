package com.ailuxe.booking;

import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A contact began to ask for a booking.
 *
 * @param detailsWithin how long the next of the missing details is waited for; null in a fact that
 *     was kept before there was such a time
 */
public record BookingRequested(
    BookingId bookingId,
    ConversationId conversation,
    boolean detailsComplete,
    @Nullable Duration detailsWithin) {}
