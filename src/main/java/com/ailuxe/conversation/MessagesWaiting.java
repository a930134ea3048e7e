package com.ailuxe.conversation;

/** A turn ended and left messages that it did not answer. */
public record MessagesWaiting(ConversationId conversationId, TurnId endedTurnId) {}
