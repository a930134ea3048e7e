package com.ailuxe.board;

import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.EventTime;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A time of a talent in the calendar.
 *
 * @param reference of the booking
 * @param holdExpiresAt when its slot is no longer kept; null where it is not held
 * @param busyFrom from when on the talent may be on the way to it
 * @param busyUntil until when the talent may be on the way back
 * @param conflicts references of other bookings of the talent that overlap or leave too little time
 *     to travel
 */
public record CalendarEntry(
    BookingId bookingId,
    String reference,
    Kind kind,
    String contactName,
    @Nullable String place,
    EventTime start,
    EventTime end,
    @Nullable Instant holdExpiresAt,
    Instant busyFrom,
    Instant busyUntil,
    Set<String> conflicts) {
  /** What an entry means for the slot. */
  public enum Kind {
    HELD,
    CONFIRMED,
    COMPLETED,
    /** The hold ran out, and a person may still confirm it. */
    LAPSED,
    /** A confirmed booking is to be there instead, if a person agrees. */
    WISHED;

    /** Whether nobody else may have the slot. */
    public boolean takesSlot() {
      return this == HELD || this == CONFIRMED || this == COMPLETED;
    }
  }

  public CalendarEntry {
    conflicts = Set.copyOf(conflicts);
  }

  CalendarEntry inConflictWith(Set<String> others) {
    return new CalendarEntry(
        bookingId,
        reference,
        kind,
        contactName,
        place,
        start,
        end,
        holdExpiresAt,
        busyFrom,
        busyUntil,
        others);
  }

  /** Whether one talent cannot do both and travel between them. */
  boolean isInTheWayOf(CalendarEntry other) {
    return !reference.equals(other.reference)
        && start.instant().isBefore(other.busyUntil)
        && other.start.instant().isBefore(busyUntil);
  }
}
