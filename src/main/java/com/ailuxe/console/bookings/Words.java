package com.ailuxe.console.bookings;

import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.CancelledBy;
import com.ailuxe.booking.DeskWish;
import com.ailuxe.booking.Refusal;
import com.ailuxe.contract.ContractKind;
import com.ailuxe.contract.ContractState;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.DeliveryState;
import com.ailuxe.reminder.LedgerState;
import com.ailuxe.rendering.Wording;
import com.ailuxe.shared.EventTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How this room names things, in plain English. */
final class Words {
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final Wording ENGLISH = new Wording(Locale.ENGLISH);

  private Words() {}

  /**
   * A word with the colour that says whether all is well.
   *
   * @param kind ok, wait, bad, gold or nothing
   */
  public record Tag(String text, String kind) {}

  static Tag state(BookingState state) {
    return switch (state) {
      case INQUIRY -> new Tag("inquiry", "");
      case HELD -> new Tag("held", "wait");
      case LAPSED -> new Tag("hold ran out", "bad");
      case CONFIRMED -> new Tag("confirmed", "ok");
      case DECLINED -> new Tag("declined", "");
      case RELEASED -> new Tag("released", "");
      case CANCELLED -> new Tag("cancelled", "bad");
      case COMPLETED -> new Tag("completed", "gold");
    };
  }

  static Tag state(ContractState state, @Nullable DeliveryState delivery) {
    return switch (state) {
      case ISSUED -> new Tag("issued", "wait");
      case SENT ->
          delivery == null
              ? new Tag("sent", "wait")
              : switch (delivery) {
                case FAILED, UNKNOWN, WITHDRAWN -> new Tag("sending: " + lower(delivery), "bad");
                default -> new Tag("waits for an answer, " + lower(delivery), "wait");
              };
      case ACCEPTED -> new Tag("accepted", "ok");
      case DECLINED -> new Tag("declined", "bad");
      case SUPERSEDED -> new Tag("superseded", "");
      case WITHDRAWN -> new Tag("withdrawn", "");
      case EXPIRED -> new Tag("expired", "bad");
    };
  }

  static String kind(ContractKind kind) {
    return switch (kind) {
      case SERVICE_AGREEMENT -> "Service agreement";
      case NDA -> "NDA";
      case NON_COMPETE -> "Non-compete";
    };
  }

  static String channel(Channel channel) {
    return switch (channel) {
      case WHATSAPP -> "WhatsApp";
      case TELEGRAM -> "Telegram";
    };
  }

  /** The class of a reminder's badge. */
  static String look(LedgerState state) {
    return switch (state) {
      case PLANNED -> "next";
      case ACCEPTED, SENT, DELIVERED, READ -> "ok";
      case UNKNOWN, FAILED -> "bad";
      case SKIPPED, WAITING_FOR_TEMPLATE, QUEUED, SENDING -> "";
    };
  }

  static String state(LedgerState state) {
    return switch (state) {
      case WAITING_FOR_TEMPLATE -> "waits for a template";
      case UNKNOWN -> "unknown";
      default -> lower(state);
    };
  }

  static String by(CancelledBy by) {
    return switch (by) {
      case CONTACT -> "The contact asked for it";
      case TALENT -> "The talent cannot";
      case AGENCY -> "The agency has to";
    };
  }

  static String wish(DeskWish wish) {
    return switch (wish) {
      case DeskWish.Cancel cancel -> "wants to cancel it";
      case DeskWish.Change change -> "wants to change it";
      case DeskWish.Create create -> "makes a new booking";
    };
  }

  /** Why something cannot be had, and what to do. */
  static String refusal(Refusal refusal) {
    return switch (refusal.reason()) {
      case NO_GUESTS -> "A booking has at least one guest.";
      case UNKNOWN_TALENT -> "Nobody here is called %s. Choose somebody.".formatted(refusal.name());
      case TALENT_GONE -> "%s can no longer be booked.".formatted(refusal.name());
      case START_PAST -> "The start is in the past.";
      case END_PAST -> "The end is in the past.";
      case END_NOT_AFTER_START -> "The end is not after the start.";
      case TIME_SKIPPED -> "The clocks jump over that time. Choose another one.";
      case BOOKING_WITH_TEAM ->
          "Booking %s of this contact waits for a decision first.".formatted(refusal.reference());
      case BOOKING_OVER -> "Booking %s has ended.".formatted(refusal.reference());
      case SLOT_TAKEN ->
          "%s is taken at that time.%s"
              .formatted(
                  refusal.name(),
                  refusal.alternatives().isEmpty()
                      ? ""
                      : " Free then: " + String.join(", ", refusal.alternatives()) + ".");
    };
  }

  /** A time on the wall, for example {@code Mon 28 Dec 2026, 14:00 – 20:00}. */
  static String when(EventTime start, @Nullable EventTime end) {
    var begins = DAY_AND_TIME.format(start.wallTime());
    if (end == null) {
      return begins;
    }
    var sameDay = start.wallTime().toLocalDate().equals(end.wallTime().toLocalDate());
    return begins + " – " + (sameDay ? TIME : DAY_AND_TIME).format(end.wallTime());
  }

  static String zone(ZoneId zone) {
    return ENGLISH.write(zone);
  }

  static String at(Instant instant, ZoneId zone) {
    return DAY_AND_TIME.format(LocalDateTime.ofInstant(instant, zone));
  }

  static String clock(LocalDateTime time) {
    return TIME.format(time);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
