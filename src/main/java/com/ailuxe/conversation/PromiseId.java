package com.ailuxe.conversation;

import java.util.UUID;

/** Identifies a promise. */
public record PromiseId(UUID value) {
  /**
   * @throws IllegalArgumentException when the text is no UUID
   */
  public static PromiseId parse(String text) {
    return new PromiseId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
