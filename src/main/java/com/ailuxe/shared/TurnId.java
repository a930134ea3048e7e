package com.ailuxe.shared;

import java.util.UUID;

/** Identifies a turn. */
public record TurnId(UUID value) implements Identifier {
  /**
   * @throws IllegalArgumentException when the text is no UUID
   */
  public static TurnId parse(String text) {
    return new TurnId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
