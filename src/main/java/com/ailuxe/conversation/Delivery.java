package com.ailuxe.conversation;

import com.ailuxe.contact.Identity;

/**
 * One message that a channel has claimed and must now hand to the provider.
 *
 * @param accountId the agency's account at the provider that it is sent from
 * @param attempt counts from 1
 */
public record Delivery(
    MessageId messageId,
    ConversationId conversationId,
    Channel channel,
    String accountId,
    Identity recipient,
    OutboundContent content,
    int attempt) {}
