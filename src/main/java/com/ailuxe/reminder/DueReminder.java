package com.ailuxe.reminder;

import com.ailuxe.booking.BookingId;

/**
 * A reminder that is to go out now.
 *
 * @param template file stem of the message
 */
public record DueReminder(ReminderId id, BookingId booking, String template) {}
