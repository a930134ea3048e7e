package com.ailuxe.journey.form;

import com.ailuxe.booking.BookingState;
import com.ailuxe.conversation.Channel;
import com.ailuxe.rendering.Wording;
import com.ailuxe.shared.EventTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How forms name things. */
public final class FormWords {
  private static final Wording ENGLISH = new Wording(Locale.ENGLISH);

  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

  public static String channel(Channel channel) {
    return switch (channel) {
      case WHATSAPP -> "WhatsApp";
      case TELEGRAM -> "Telegram";
    };
  }

  public static String state(BookingState state) {
    return switch (state) {
      case INQUIRY -> "still incomplete";
      case LAPSED -> "no longer held";
      case HELD, CONFIRMED, DECLINED, RELEASED, CANCELLED, COMPLETED ->
          state.name().toLowerCase(Locale.ROOT);
    };
  }

  /** The time as contacts read it. */
  public static String when(EventTime start, EventTime end) {
    return ENGLISH.write(start, end);
  }

  public static String shortTime(EventTime time) {
    return SHORT.format(time.wallTime());
  }

  public static String time(Instant instant, ZoneId zone) {
    return ENGLISH.write(new EventTime(LocalDateTime.ofInstant(instant, zone), zone));
  }

  private FormWords() {}
}
