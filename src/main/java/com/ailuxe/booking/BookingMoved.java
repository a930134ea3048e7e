package com.ailuxe.booking;

import com.ailuxe.shared.BookingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A held or confirmed booking has changed: time, talent or another detail.
 *
 * @param endsAt the end of the event
 * @param holdExpiresAt until when the slot is kept for a decision; null once confirmed
 */
public record BookingMoved(
    BookingId bookingId, ChangeId changeId, Instant endsAt, @Nullable Instant holdExpiresAt) {}
