package com.ailuxe.journey.worker;

import com.ailuxe.booking.BookingState;
import com.ailuxe.conversation.Channel;
import com.ailuxe.shared.EventTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How forms name things. */
final class Words {
  private static final DateTimeFormatter WALL_TIME =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH);

  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

  static String channel(Channel channel) {
    return switch (channel) {
      case WHATSAPP -> "WhatsApp";
      case TELEGRAM -> "Telegram";
    };
  }

  static String state(BookingState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  static String wallTime(EventTime time) {
    return WALL_TIME.format(time.wallTime());
  }

  static String shortTime(EventTime time) {
    return SHORT.format(time.wallTime());
  }

  static String time(Instant instant, ZoneId zone) {
    return WALL_TIME.format(instant.atZone(zone)) + " (" + zone.getId() + ")";
  }

  private Words() {}
}
