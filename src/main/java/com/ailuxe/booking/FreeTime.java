package com.ailuxe.booking;

import com.ailuxe.shared.EventTime;

/** A time in which a talent can do an event, with the travel before and after it left out. */
public record FreeTime(EventTime start, EventTime end) {}
