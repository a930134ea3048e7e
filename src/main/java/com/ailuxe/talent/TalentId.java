package com.ailuxe.talent;

import com.ailuxe.shared.Identifier;
import java.util.UUID;

/** Identifies a talent. */
public record TalentId(UUID value) implements Identifier {
  public static TalentId random() {
    return new TalentId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
