package com.ailuxe.booking;

import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.TurnId;

/**
 * What somebody wants a booking to be instead.
 *
 * @param turn the same one counts once; a form that was filled in is a turn of its own
 * @param details only what is to change; a new start alone keeps the length
 */
public record ChangeWish(
    AgencyId agency, BookingId booking, TurnId turn, Actor requestedBy, BookingDetails details) {}
