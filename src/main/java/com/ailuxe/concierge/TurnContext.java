package com.ailuxe.concierge;

import com.ailuxe.shared.LegalName;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that a draft is made from.
 *
 * @param now the time at the contact
 * @param messages what the contact wrote since the last answer, oldest first, at least one, each
 *     with the time that the provider says: "tomorrow" counts from there
 * @param transcript the lines before that, oldest first
 * @param known what earlier turns said about the booking that is being made
 * @param lost when it was wished for, if somebody else has that time and no other was said since
 * @param bookings what is held or confirmed for the contact, the latest first
 * @param contractNumber of a contract that waits for the contact's answer
 * @param discloseAi whether this reply must say that an automatic concierge answers
 * @param party what is known of the contact's name in contracts
 */
public record TurnContext(
    Agency agency,
    String contactName,
    Locale locale,
    ZonedDateTime now,
    List<Line> messages,
    List<Line> transcript,
    BookingFields known,
    @Nullable LostTimes lost,
    List<Booking> bookings,
    @Nullable String contractNumber,
    boolean discloseAi,
    Party party) {
  public TurnContext {
    messages = List.copyOf(messages);
    transcript = List.copyOf(transcript);
    bookings = List.copyOf(bookings);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("A turn has at least one message");
    }
  }

  /** The words that the turn's messages name as what they are about; empty when there are none. */
  public String quoted() {
    return messages.stream()
        .map(Line::quotes)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
  }

  /** Whether all that is written replaces words that were answered before. */
  public boolean isCorrection() {
    return messages.stream().allMatch(Line::corrects);
  }

  /** This turn, as if only these lines had been written in it. */
  public TurnContext saying(List<Line> others) {
    return with(others, known);
  }

  /** Whether there is a booking that may be called off, also one that is still being made. */
  public boolean hasBooking() {
    return !bookings.isEmpty() || !known.equals(BookingFields.NONE);
  }

  /** This turn, read as being about an active booking. */
  public TurnContext about(Booking booking) {
    return knowing(booking.details());
  }

  /** This turn, with these details known of the booking that is being made. */
  public TurnContext knowing(BookingFields known) {
    return with(messages, known);
  }

  private TurnContext with(List<Line> messages, BookingFields known) {
    return new TurnContext(
        agency,
        contactName,
        locale,
        now,
        messages,
        transcript,
        known,
        lost,
        bookings,
        contractNumber,
        discloseAi,
        party);
  }

  /**
   * The name of the contact in contracts, which is not the one that the messenger shows.
   *
   * @param name null until it was said
   * @param asked whether it was asked for and is not known
   */
  public record Party(@Nullable LegalName name, boolean asked) {}

  /** Times that somebody else has, on the clock of the place. */
  public record LostTimes(LocalDateTime start, LocalDateTime end) {}

  /**
   * An active booking.
   *
   * @param reference for people, for example BK-2026-0001
   * @param state in words for the contact
   * @param confirmed whether another time or talent has to be agreed first
   * @param details as they are now
   */
  public record Booking(String reference, String state, boolean confirmed, BookingFields details) {}

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

  /**
   * One message.
   *
   * @param quotes the words of an earlier message that it names as what it is about
   * @param corrects whether it replaces words that were answered before
   * @param closes whether a wish was complete with it: what was written before belongs to that one
   */
  public record Line(
      Author author,
      String text,
      Instant at,
      @Nullable String quotes,
      boolean corrects,
      boolean closes) {
    /** One that stands for itself. */
    public Line(Author author, String text, Instant at) {
      this(author, text, at, null, false, false);
    }
  }

  /** Who wrote a line. */
  public enum Author {
    CONTACT,
    CONCIERGE,
    PERSON
  }
}
