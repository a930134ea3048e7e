package com.ailuxe.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A message of ours that is to go out.
 *
 * @param turnId the turn it answers, if any
 * @param idempotencyKey the same key queues the same message only once
 */
public record QueuedMessage(
    ConversationId conversationId,
    Author author,
    OutboundContent content,
    @Nullable TurnId turnId,
    String idempotencyKey) {}
