package com.ailuxe.conversation;

import com.ailuxe.contact.Identity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of a contact within a turn.
 *
 * @param text never blank: a message without text is named by its type, for example {@code [image]}
 * @param providerMessageId the provider's id, evidence for what was said
 * @param sender the identity that it was written from
 */
public record AskedMessage(
    MessageId id,
    String providerMessageId,
    String text,
    @Nullable String buttonPayload,
    Instant at,
    Identity sender) {}
