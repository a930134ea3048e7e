package com.ailuxe.journey.worker;

import com.ailuxe.booking.BookingFacts;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A booking in a line to its contact. */
final class BookingLines {
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH);

  private BookingLines() {}

  /** Reference, talent and start, as far as they are known. */
  static String line(BookingFacts booking) {
    var line = new StringBuilder(booking.reference());
    if (booking.talentName() != null) {
      line.append(": ").append(booking.talentName());
    }
    if (booking.start() != null) {
      line.append(", ").append(DAY_AND_TIME.format(booking.start().zoned()));
    }
    return line.toString();
  }

  /** One line each. */
  static String list(List<BookingFacts> bookings) {
    return bookings.stream().map(BookingLines::line).collect(Collectors.joining("\n"));
  }

  /** Where it stands, in a sentence. */
  static String state(BookingFacts booking) {
    var text =
        switch (booking.state()) {
          case INQUIRY, HELD, LAPSED, CONFIRMED -> "Your booking %s stays as it is.";
          case DECLINED -> "We had to decline booking %s before, so there is nothing to cancel.";
          case RELEASED -> "Booking %s had ended before, so there is nothing to cancel.";
          case CANCELLED -> "Booking %s is cancelled.";
          case COMPLETED -> "Booking %s is over, so it cannot be cancelled any more.";
        };
    return text.formatted(booking.reference());
  }
}
