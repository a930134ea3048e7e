package com.ailuxe.conversation;

/** Nobody knows whether the provider took a message; it is not repeated by itself. */
public record SendLeftUnknown(ConversationId conversationId, SendAttempt attempt) {}
