package com.ailuxe.reminder;

import com.ailuxe.booking.BookingFacts;

/**
 * A reminder that is to go out now.
 *
 * @param template file stem of the message
 */
public record DueReminder(ReminderId id, BookingFacts booking, String template) {}
