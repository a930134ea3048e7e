package com.ailuxe.conversation;

import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation, and how far it got.
 *
 * @param state null for what did not leave from here: the contact's, and what a person wrote on
 *     their phone
 * @param reason why it stands there, if there is one
 */
public record WrittenLine(
    TranscriptLine line, @Nullable DeliveryState state, @Nullable String reason) {}
