package com.ailuxe.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The proposed answer to a turn, and what it was read as.
 *
 * @param intent code of the concierge's intent
 * @param bookingFields what the turn said about a booking, as JSON of the concierge
 * @param confidence 0 to 1
 * @param reason why a person should look
 * @param contractId the contract that the contact accepts or declines
 */
public record DraftedReply(
    String text,
    String intent,
    @Nullable String bookingFields,
    double confidence,
    boolean needsPerson,
    @Nullable String reason,
    @Nullable UUID contractId) {}
