package com.ailuxe.booking;

import java.util.UUID;

/** Identifies a wish to change a booking. */
public record ChangeId(UUID value) {
  /**
   * @throws IllegalArgumentException when the text is no UUID
   */
  public static ChangeId parse(String text) {
    return new ChangeId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
