package com.ailuxe.booking;

import com.ailuxe.shared.EventTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something that was wished of a booking is not kept; beside the reason stands what it is
 * about, and nothing else. The words for it are a template's.
 *
 * @param name of the talent, or what was said instead
 * @param guests how many there were to be
 * @param alternatives names of free talent of the same kind at that time
 * @param reference of the booking that stays as it is
 */
public record Refusal(
    Reason reason,
    @Nullable String name,
    @Nullable Integer guests,
    @Nullable EventTime start,
    @Nullable EventTime end,
    List<String> alternatives,
    @Nullable String reference) {

  public Refusal {
    alternatives = List.copyOf(alternatives);
  }

  /** What is wrong. */
  public enum Reason {
    NO_GUESTS,
    UNKNOWN_TALENT,
    /** It could be booked when it was named. */
    TALENT_GONE,
    START_PAST,
    END_PAST,
    END_NOT_AFTER_START,
    /** The clocks jump over it; it stands as the start, though it may be the end. */
    TIME_SKIPPED,
    /** It waits for a person and takes no more details. */
    BOOKING_WITH_TEAM,
    /** The booking has ended. */
    BOOKING_OVER,
    SLOT_TAKEN
  }

  static Refusal noGuests(int guests) {
    return new Refusal(Reason.NO_GUESTS, null, guests, null, null, List.of(), null);
  }

  static Refusal of(Reason reason, String talent) {
    return new Refusal(reason, talent, null, null, null, List.of(), null);
  }

  static Refusal of(Reason reason, @Nullable EventTime start, @Nullable EventTime end) {
    return new Refusal(reason, null, null, start, end, List.of(), null);
  }

  static Refusal ofBooking(Reason reason, String reference) {
    return new Refusal(reason, null, null, null, null, List.of(), reference);
  }

  static Refusal slotTaken(
      String talent, Slot slot, List<String> alternatives, @Nullable String reference) {
    return new Refusal(
        Reason.SLOT_TAKEN, talent, null, slot.start(), slot.end(), alternatives, reference);
  }
}
