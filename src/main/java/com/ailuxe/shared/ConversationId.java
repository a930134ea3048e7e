package com.ailuxe.shared;

import java.util.UUID;

/** Identifies a conversation. */
public record ConversationId(UUID value) implements Identifier {
  public static ConversationId random() {
    return new ConversationId(UUID.randomUUID());
  }

  /**
   * @throws IllegalArgumentException when the text is no UUID
   */
  public static ConversationId parse(String text) {
    return new ConversationId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
