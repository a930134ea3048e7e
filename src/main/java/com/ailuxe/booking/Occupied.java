package com.ailuxe.booking;

import com.ailuxe.shared.EventTime;

/**
 * A time for which a talent is taken.
 *
 * @param confirmed else it is held and waits for a decision
 */
public record Occupied(String reference, EventTime start, EventTime end, boolean confirmed) {}
