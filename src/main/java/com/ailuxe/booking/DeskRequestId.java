package com.ailuxe.booking;

import com.ailuxe.shared.Identifier;
import com.ailuxe.shared.TimeOrderedUuid;
import java.util.UUID;

/** Identifies what a person of the agency asked the desk for. */
public record DeskRequestId(UUID value) implements Identifier {
  static DeskRequestId next() {
    return new DeskRequestId(TimeOrderedUuid.next());
  }

  /**
   * @throws IllegalArgumentException when the text is no UUID
   */
  public static DeskRequestId parse(String text) {
    return new DeskRequestId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
