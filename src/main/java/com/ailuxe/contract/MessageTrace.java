package com.ailuxe.contract;

import com.ailuxe.shared.MessageId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a message that carried a contract went, as the caller knows it.
 *
 * @param providerMessageId the provider's own id, once it gave one
 * @param steps oldest first
 * @param reason why it failed
 */
public record MessageTrace(
    MessageId messageId,
    String channel,
    @Nullable String providerMessageId,
    List<Step> steps,
    @Nullable String reason) {
  public MessageTrace {
    steps = List.copyOf(steps);
  }

  /**
   * @param state for example {@code DELIVERED}
   */
  public record Step(String state, Instant at) {}
}
