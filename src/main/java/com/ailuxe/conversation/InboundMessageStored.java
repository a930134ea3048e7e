package com.ailuxe.conversation;

import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;

/** A contact's message was stored and waits for an answer. */
public record InboundMessageStored(ConversationId conversationId, MessageId messageId) {}
