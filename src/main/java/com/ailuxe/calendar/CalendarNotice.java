package com.ailuxe.calendar;

/**
 * The facts for the notice to staff that the calendar does not take an entry, as {@code notice}.
 *
 * @param entry its title
 * @param reason one line
 */
public record CalendarNotice(String agencyName, String entry, String reason) {
  /** The file in {@code templates/staff} that says it. */
  public static final String TEMPLATE = "calendar-fails";

  public CalendarNotice {
    reason = reason.strip().replaceAll("\\s+", " ");
  }
}
