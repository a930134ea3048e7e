package com.ailuxe.booking;

/**
 * A part of a price.
 *
 * @param text for staff, in English
 * @param minor in the smallest units of the price's currency; negative where it makes it less
 */
public record PriceLine(String text, long minor) {}
