package com.ailuxe.conversation;

import com.ailuxe.shared.ConversationId;

/** It is not known whether the provider took a message; it is not repeated by itself. */
public record SendLeftUnknown(ConversationId conversationId, SendAttempt attempt) {}
