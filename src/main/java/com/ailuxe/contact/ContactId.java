package com.ailuxe.contact;

import com.ailuxe.shared.Identifier;
import java.util.UUID;

/** Identifies a contact. */
public record ContactId(UUID value) implements Identifier {
  public static ContactId random() {
    return new ContactId(UUID.randomUUID());
  }

  /**
   * @throws IllegalArgumentException when the text is no UUID
   */
  public static ContactId parse(String text) {
    return new ContactId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
