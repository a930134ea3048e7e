package com.ailuxe.board;

/** How a list of bookings is sorted. Bookings whose time is not known yet come after all others. */
public enum BookingOrder {
  /** The event that comes first is first. */
  EVENT("coalesce(b.starts_at, 'infinity')", "b.starts_at", false),
  /** The event that comes last is first. */
  LATEST_EVENT("coalesce(b.starts_at, '-infinity')", "b.starts_at", true),
  /** The booking that was made last is first. */
  NEWEST("b.created_at", "b.created_at", true);

  private final String key;
  private final String column;
  private final boolean descending;

  BookingOrder(String key, String column, boolean descending) {
    this.key = key;
    this.column = column;
    this.descending = descending;
  }

  /** The column of a booking that a cursor keeps. */
  String column() {
    return column.substring(2);
  }

  /** The condition for what comes behind the cursor {@code :key} and {@code :id}. */
  String behind() {
    return "(%s, b.id) %s (%s, :id)"
        .formatted(key, descending ? "<" : ">", key.replace(column, ":key::timestamptz"));
  }

  String sorting() {
    var direction = descending ? " desc" : "";
    return key + direction + ", b.id" + direction;
  }
}
