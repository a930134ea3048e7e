package com.ailuxe.booking;

import java.util.UUID;

/** Names the conversation a booking is made in. This module knows no more of it. */
public record ConversationRef(UUID value) {
  /**
   * @throws IllegalArgumentException when the text is no UUID
   */
  public static ConversationRef parse(String text) {
    return new ConversationRef(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
