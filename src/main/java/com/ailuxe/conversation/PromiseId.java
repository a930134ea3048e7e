package com.ailuxe.conversation;

import com.ailuxe.shared.Identifier;
import java.util.UUID;

/** Identifies a promise. */
public record PromiseId(UUID value) implements Identifier {
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
