package com.ailuxe.reminder;

import com.ailuxe.shared.Identifier;
import java.util.UUID;

/** Identifies a reminder. */
public record ReminderId(UUID value) implements Identifier {
  public static ReminderId random() {
    return new ReminderId(UUID.randomUUID());
  }

  /**
   * @throws IllegalArgumentException when the text is no UUID
   */
  public static ReminderId parse(String text) {
    return new ReminderId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
