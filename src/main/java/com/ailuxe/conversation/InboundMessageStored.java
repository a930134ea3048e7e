package com.ailuxe.conversation;

/** A contact's message was stored and waits for an answer. */
public record InboundMessageStored(ConversationId conversationId, MessageId messageId) {}
