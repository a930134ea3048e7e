package com.ailuxe.conversation;

import java.util.UUID;

/** Identifies a message, inbound or outbound. */
public record MessageId(UUID value) {
  public static MessageId random() {
    return new MessageId(UUID.randomUUID());
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
