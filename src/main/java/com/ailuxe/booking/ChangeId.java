package com.ailuxe.booking;

import com.ailuxe.shared.Identifier;
import java.util.UUID;

/** Identifies a wish to change a booking. */
public record ChangeId(UUID value) implements Identifier {
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
