package com.ailuxe.concierge;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * All that a draft is made from.
 *
 * @param now the time at the contact
 * @param messages what the contact wrote since the last answer, oldest first, at least one
 * @param transcript the lines before that, oldest first
 * @param known what earlier turns said about the booking that is being made
 * @param booking state of the open booking in words for the contact, null when there is none
 * @param contractNumber of a contract that waits for the contact's answer
 * @param discloseAi whether this reply must say that an automatic concierge answers
 */
public record TurnContext(
    Agency agency,
    String contactName,
    Locale locale,
    ZonedDateTime now,
    List<String> messages,
    List<Line> transcript,
    BookingFields known,
    @Nullable String booking,
    @Nullable String contractNumber,
    boolean discloseAi) {
  public TurnContext {
    messages = List.copyOf(messages);
    transcript = List.copyOf(transcript);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("A turn has at least one message");
    }
  }

  /** Whether there is a booking that may be called off, also one that is still being made. */
  boolean hasBooking() {
    return booking != null || !known.equals(BookingFields.NONE);
  }

  /** The agency that answers, and whom and what it offers. */
  public record Agency(String name, Currency currency, List<Offer> offers) {
    public Agency {
      offers = List.copyOf(offers);
    }
  }

  /**
   * A talent that can be booked.
   *
   * @param kind for example chauffeur, yacht, villa, model
   */
  public record Offer(String name, String kind, String city, String description) {}

  /** One earlier message. */
  public record Line(Author author, String text, Instant at) {}

  /** Who wrote a line. */
  public enum Author {
    CONTACT,
    CONCIERGE,
    PERSON
  }
}
