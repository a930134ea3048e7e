package com.ailuxe.journey.worker;

import org.jspecify.annotations.Nullable;

/** What people write in forms. */
final class Replies {
  /**
   * @throws IllegalArgumentException when there is nothing to send
   */
  static String required(@Nullable String reply) {
    if (reply == null || reply.isBlank()) {
      throw new IllegalArgumentException(
          "A reply that is to be sent has words; write them or send nothing");
    }
    return reply.strip();
  }

  private Replies() {}
}
