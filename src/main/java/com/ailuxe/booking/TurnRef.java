package com.ailuxe.booking;

import java.util.UUID;

/** Names the turn that details were given in; details of one turn count once. */
public record TurnRef(UUID value) {
  /**
   * @throws IllegalArgumentException when the text is no UUID
   */
  public static TurnRef parse(String text) {
    return new TurnRef(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
