package com.ailuxe.conversation;

import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.TurnId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of ours that is to go out.
 *
 * @param turnId the turn it answers, if any
 * @param idempotencyKey the same key queues the same message only once
 * @param template what may go out in its place when the contact wrote too long ago; without one the
 *     message waits until the contact writes
 * @param expiry when it becomes useless, if ever
 */
public record QueuedMessage(
    ConversationId conversationId,
    Author author,
    OutboundContent content,
    @Nullable TurnId turnId,
    String idempotencyKey,
    @Nullable TemplateReference template,
    @Nullable Expiry expiry) {
  public QueuedMessage {
    content.requireThatItFits();
  }

  /** A message that no template stands for and that never becomes useless. */
  public QueuedMessage(
      ConversationId conversationId,
      Author author,
      OutboundContent content,
      @Nullable TurnId turnId,
      String idempotencyKey) {
    this(conversationId, author, content, turnId, idempotencyKey, null, null);
  }

  /** This message, which the template can take the place of. */
  public QueuedMessage orAs(TemplateReference reference) {
    return new QueuedMessage(
        conversationId, author, content, turnId, idempotencyKey, reference, expiry);
  }

  /** This message, of no use from then on. */
  public QueuedMessage expiring(Instant at, String reason) {
    return new QueuedMessage(
        conversationId, author, content, turnId, idempotencyKey, template, new Expiry(at, reason));
  }

  /**
   * @param at on the application's clock
   * @param reason why it did not go, for people
   */
  public record Expiry(Instant at, String reason) {}
}
