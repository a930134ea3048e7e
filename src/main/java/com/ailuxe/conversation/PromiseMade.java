package com.ailuxe.conversation;

import com.ailuxe.shared.ConversationId;
import java.time.Instant;

/** A contact was promised that one of us will do something, until then. */
public record PromiseMade(PromiseId id, ConversationId conversationId, Instant dueAt) {}
