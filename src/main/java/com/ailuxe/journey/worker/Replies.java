package com.ailuxe.journey.worker;

import com.ailuxe.journey.IncidentType;
import com.ailuxe.journey.JobFailed;
import org.jspecify.annotations.Nullable;

/** What people write in forms. */
final class Replies {
  /**
   * @throws JobFailed when there is nothing to send
   */
  static String required(@Nullable String reply) {
    if (reply == null || reply.isBlank()) {
      throw new JobFailed(IncidentType.FORM_ANSWER, "reply is empty, though it is to be sent");
    }
    return reply.strip();
  }

  private Replies() {}
}
