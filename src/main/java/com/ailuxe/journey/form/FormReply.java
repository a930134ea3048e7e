package com.ailuxe.journey.form;

import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.journey.IncidentType;
import com.ailuxe.journey.JobFailed;
import com.ailuxe.shared.Letters;
import org.jspecify.annotations.Nullable;

/** What people write in forms. */
public final class FormReply {
  /**
   * The reply in the letters in which it is sent.
   *
   * @throws JobFailed when there is nothing to send, or more than messengers take at once
   */
  public static String required(@Nullable String reply) {
    if (reply == null || reply.isBlank()) {
      throw new JobFailed(IncidentType.FORM_ANSWER, "reply is empty, though it is to be sent");
    }
    var text = Letters.composed(reply.strip());
    if (text.length() > OutboundContent.MAX_TEXT_LENGTH) {
      throw new JobFailed(
          IncidentType.FORM_ANSWER,
          "reply has %d characters, and messengers take %d at once"
              .formatted(text.length(), OutboundContent.MAX_TEXT_LENGTH));
    }
    return text;
  }

  /**
   * @throws JobFailed when nobody decided
   */
  public static boolean required(@Nullable Boolean approved) {
    if (approved == null) {
      throw new JobFailed(IncidentType.FORM_ANSWER, "approved is neither true nor false");
    }
    return approved;
  }

  private FormReply() {}
}
