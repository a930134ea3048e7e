package com.ailuxe.booking;

import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.shared.BookingId;
import java.util.UUID;

/**
 * What somebody wants a booking to be instead.
 *
 * @param requestId the same request counts once: a turn, or a form that was filled in
 * @param details only what is to change; a new start alone keeps the length
 */
public record ChangeWish(
    AgencyId agency,
    BookingId booking,
    UUID requestId,
    Actor requestedBy,
    BookingDetails details) {}
