package com.ailuxe.talent;

import com.ailuxe.shared.Identifier;
import java.util.UUID;

/** Identifies a talent. */
public record TalentId(UUID value) implements Identifier {
  public static TalentId random() {
    return new TalentId(UUID.randomUUID());
  }

  /**
   * @throws IllegalArgumentException when the text is no UUID
   */
  public static TalentId parse(String text) {
    return new TalentId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
