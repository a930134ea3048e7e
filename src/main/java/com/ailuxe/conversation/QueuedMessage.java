package com.ailuxe.conversation;

import com.ailuxe.agency.Signature;
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
 * @param by the person of the staff whose words these are; null for all others
 */
public record QueuedMessage(
    ConversationId conversationId,
    Author author,
    OutboundContent content,
    @Nullable TurnId turnId,
    String idempotencyKey,
    @Nullable TemplateReference template,
    @Nullable Expiry expiry,
    @Nullable Signature by) {
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
    this(conversationId, author, content, turnId, idempotencyKey, null, null, null);
  }

  /** A message that no person of the staff wrote. */
  public QueuedMessage(
      ConversationId conversationId,
      Author author,
      OutboundContent content,
      @Nullable TurnId turnId,
      String idempotencyKey,
      @Nullable TemplateReference template,
      @Nullable Expiry expiry) {
    this(conversationId, author, content, turnId, idempotencyKey, template, expiry, null);
  }

  /** This message, which the template can take the place of. */
  public QueuedMessage orAs(TemplateReference reference) {
    return new QueuedMessage(
        conversationId, author, content, turnId, idempotencyKey, reference, expiry, by);
  }

  /** The words of a person of the staff. */
  static QueuedMessage ofPerson(
      ConversationId conversation,
      OutboundContent content,
      @Nullable TurnId turn,
      String idempotencyKey,
      Signature by) {
    return new QueuedMessage(
        conversation, Author.PERSON, content, turn, idempotencyKey, null, null, by);
  }

  /** This message, of no use from then on. */
  public QueuedMessage expiring(Instant at, String reason) {
    return new QueuedMessage(
        conversationId,
        author,
        content,
        turnId,
        idempotencyKey,
        template,
        new Expiry(at, reason),
        by);
  }

  /**
   * @param at on the application's clock
   * @param reason why it did not go, for people
   */
  public record Expiry(Instant at, String reason) {}
}
