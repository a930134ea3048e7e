package com.ailuxe.booking;

/**
 * A person of the agency wants something of a booking.
 *
 * @param newBooking whether a booking is to be made; else one is to be changed or called off
 */
public record DeskRequestFiled(DeskRequestId requestId, boolean newBooking) {}
