package com.ailuxe.rendering;

import java.util.Arrays;
import java.util.Locale;

/**
 * The messages that the path sends by itself, one constant for each file in {@code
 * templates/message}. All but the last four are about a booking and see it as {@code booking}, a
 * {@link BookingSheet}; what they need beyond its required values is said here.
 */
public enum MessageTemplate {
  /** Every detail repeated, so that the contact can correct it. */
  BOOKING_HELD,
  /** The approval takes longer than it should. */
  BOOKING_WAITS,
  /** Someone was faster; shows {@code alternatives} where there are any. */
  SLOT_TAKEN,
  /** With the approver's {@code note} where there is one. */
  BOOKING_DECLINED,
  /** The booking is approved, the contract follows. */
  BOOKING_CONFIRMED,
  /** Stands above the buttons of the contract; needs {@code contractNumber}. */
  CONTRACT_DOCUMENT,
  /** Needs {@code contractNumber} and {@code acceptedAt}. */
  CONTRACT_ACCEPTED,
  /** The slot is free again; needs {@code contractNumber}. */
  CONTRACT_DECLINED,
  REMINDER_48H,
  REMINDER_24H,
  REMINDER_1H,
  /** After the event. */
  BOOKING_THANKS,
  /** A person will answer; sees {@code agencyName} and {@code firstName}, as do those below. */
  HOLDING_LINE,
  /** What was sent without words has arrived, and a person will answer. */
  MEDIA_RECEIVED,
  /** Confirms that reminders and news stop. */
  OPTED_OUT,
  /** Confirms that reminders and news are sent again. */
  OPTED_IN;

  /**
   * @param stem as the BPMN and DMN files name it, for example {@code reminder-48h}
   * @throws IllegalArgumentException when there is no such message
   */
  public static MessageTemplate ofStem(String stem) {
    return Arrays.stream(values())
        .filter(template -> template.stem().equals(stem))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No message '%s'; there are %s"
                        .formatted(
                            stem, Arrays.stream(values()).map(MessageTemplate::stem).toList())));
  }

  /** The name of its file, without locale and extension. */
  public String stem() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
