package com.ailuxe.calendar;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.EventTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the calendar is to show of a booking. It says nothing of the contact, as a calendar is read
 * by more people than a booking.
 *
 * @param sequence rises with every change
 * @param reference of the booking, for people
 * @param talent its name
 */
record CalendarEntry(
    BookingId booking,
    AgencyId agency,
    int sequence,
    Status status,
    String reference,
    String talent,
    @Nullable String place,
    EventTime start,
    EventTime end,
    Instant changedAt) {
  enum Status {
    CONFIRMED,
    CANCELLED
  }

  /** What the calendar knows it by, from the first to the last: the booking's own id. */
  String uid() {
    return booking.toString();
  }

  String title() {
    return talent + ", " + reference;
  }
}
