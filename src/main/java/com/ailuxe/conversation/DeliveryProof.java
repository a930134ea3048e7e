package com.ailuxe.conversation;

import com.ailuxe.shared.MessageId;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a message of ours at the provider.
 *
 * @param providerMessageId the provider's own id, once it gave one
 * @param reached when it got to each state, in the order of the states
 * @param reason why it failed, what else the provider said, or what a person knew of it
 */
public record DeliveryProof(
    MessageId messageId,
    Channel channel,
    @Nullable String providerMessageId,
    DeliveryState state,
    SortedMap<DeliveryState, Instant> reached,
    @Nullable String reason) {}
