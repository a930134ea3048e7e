package com.ailuxe.conversation;

import com.ailuxe.shared.ConversationId;

/**
 * What a turn worked on, or waits for, is out of date: it starts over with what is still open.
 *
 * @param cause tells one such fact from another
 */
public record TurnOutdated(ConversationId conversationId, String cause) {}
