package com.ailuxe.conversation;

/** It is not known whether the provider took a message; it is not repeated by itself. */
public record SendLeftUnknown(ConversationId conversationId, SendAttempt attempt) {}
