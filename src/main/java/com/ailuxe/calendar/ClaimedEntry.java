package com.ailuxe.calendar;

/**
 * An entry that is being written.
 *
 * @param attempts since it was last written, this one included
 */
record ClaimedEntry(CalendarEntry entry, int attempts) {}
