package com.ailuxe.conversation;

import com.ailuxe.shared.ConversationId;

/** The engine was there, but what begins with the messages of this conversation failed. */
public record TurnNotBegun(ConversationId conversation) {}
