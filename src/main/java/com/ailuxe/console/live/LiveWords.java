package com.ailuxe.console.live;

import com.ailuxe.booking.BookingState;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.DeliveryState;
import java.util.Locale;

/** How the live page says what the features have as constants. */
final class LiveWords {
  private LiveWords() {}

  static String of(Channel channel) {
    return switch (channel) {
      case WHATSAPP -> "WhatsApp";
      case TELEGRAM -> "Telegram";
    };
  }

  /** What a message without words is, for example {@code Picture}. */
  static String ofType(String type) {
    return switch (type) {
      case "IMAGE" -> "Picture";
      case "VIDEO" -> "Video";
      case "AUDIO" -> "Voice note";
      case "DOCUMENT" -> "Document";
      case "STICKER" -> "Sticker";
      case "LOCATION" -> "Place";
      case "CONTACTS" -> "Contact card";
      case "FORM" -> "Form";
      case "ORDER" -> "Order";
      case "POLL" -> "Poll";
      case "REACTION" -> "Reaction";
      case "UNSUPPORTED" -> "A message that the messenger does not pass on";
      default -> "Message";
    };
  }

  /** What stands before the last words of a list's line; nothing before the contact's. */
  static String before(Author author) {
    return switch (author) {
      case CONTACT -> "";
      case PERSON -> "Team: ";
      case CONCIERGE, NOTICE -> "Concierge: ";
    };
  }

  /** How far a message got, in a word or two. */
  static String of(DeliveryState state) {
    return switch (state) {
      case WAITING_FOR_TEMPLATE -> "waits until the contact writes";
      case QUEUED -> "waits";
      case SENDING -> "being sent";
      case UNKNOWN -> "may or may not have left";
      case ACCEPTED -> "taken by the messenger";
      case SENT -> "sent";
      case DELIVERED -> "delivered";
      case READ -> "read";
      case FAILED -> "not delivered";
      case WITHDRAWN -> "withdrawn";
    };
  }

  /** The icon of that. */
  static String icon(DeliveryState state) {
    return switch (state) {
      case WAITING_FOR_TEMPLATE, QUEUED, SENDING -> "clock";
      case UNKNOWN -> "question-circle";
      case ACCEPTED, SENT -> "check";
      case DELIVERED, READ -> "check-all";
      case FAILED -> "exclamation-circle";
      case WITHDRAWN -> "slash-circle";
    };
  }

  static String of(BookingState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** The kind of tag that a booking's state is shown as. */
  static String kind(BookingState state) {
    return switch (state) {
      case CONFIRMED, COMPLETED -> "ok";
      case HELD, INQUIRY -> "wait";
      case LAPSED -> "bad";
      case DECLINED, RELEASED, CANCELLED -> "";
    };
  }
}
