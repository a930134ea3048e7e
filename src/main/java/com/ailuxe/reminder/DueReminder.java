package com.ailuxe.reminder;

import com.ailuxe.booking.BookingId;

/** What to do about a reminder whose time has come. */
public sealed interface DueReminder {
  /**
   * @param template file stem of the message
   */
  record ToSend(BookingId booking, String template) implements DueReminder {}

  /**
   * @param reason as the ledger shows it
   */
  record NotToSend(String reason) implements DueReminder {}
}
