package com.ailuxe.shared;

import java.util.UUID;

/** Identifies a booking. */
public record BookingId(UUID value) implements Identifier {
  public static BookingId random() {
    return new BookingId(UUID.randomUUID());
  }

  /**
   * @throws IllegalArgumentException when the text is no UUID
   */
  public static BookingId parse(String text) {
    return new BookingId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
