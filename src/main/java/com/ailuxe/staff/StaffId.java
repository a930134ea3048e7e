package com.ailuxe.staff;

import com.ailuxe.shared.Identifier;
import java.util.UUID;

/** Identifies a person of an agency's staff. */
public record StaffId(UUID value) implements Identifier {
  /**
   * @throws IllegalArgumentException when the text is no UUID
   */
  public static StaffId parse(String text) {
    return new StaffId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
