package com.ailuxe.shared;

import java.util.UUID;

/** Identifies a message, inbound or outbound. */
public record MessageId(UUID value) implements Identifier {
  public static MessageId next() {
    return new MessageId(TimeOrderedUuid.next());
  }

  /**
   * @throws IllegalArgumentException when the text is no UUID
   */
  public static MessageId parse(String text) {
    return new MessageId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
