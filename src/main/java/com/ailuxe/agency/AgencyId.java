package com.ailuxe.agency;

import com.ailuxe.shared.Identifier;
import java.util.UUID;

/** Identifies an agency. */
public record AgencyId(UUID value) implements Identifier {
  public static AgencyId random() {
    return new AgencyId(UUID.randomUUID());
  }

  /**
   * @throws IllegalArgumentException when the text is no UUID
   */
  public static AgencyId parse(String text) {
    return new AgencyId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
