package com.ailuxe.conversation;

import com.ailuxe.contact.Identity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of a contact within a turn.
 *
 * @param text never blank: a message without text is named by its type, for example {@code [image]}
 * @param wordless whether the text is but the name of the type
 * @param withFile whether a picture, a voice note or another file came with it; only a person can
 *     see or hear that
 * @param providerMessageId the provider's id, evidence for what was said
 * @param sender the identity that it was written from
 */
public record AskedMessage(
    MessageId id,
    String providerMessageId,
    MessageType type,
    String text,
    boolean wordless,
    boolean withFile,
    @Nullable String buttonPayload,
    Instant at,
    Identity sender) {}
