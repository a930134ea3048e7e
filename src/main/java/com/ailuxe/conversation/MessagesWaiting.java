package com.ailuxe.conversation;

import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.TurnId;

/** A turn ended and left messages that it did not answer. */
public record MessagesWaiting(ConversationId conversationId, TurnId endedTurnId) {}
