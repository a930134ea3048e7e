package com.ailuxe.conversation;

import com.ailuxe.media.MediaFile;
import org.jspecify.annotations.Nullable;

/**
 * The file of a message.
 *
 * @param name the sender's, if any
 * @param reason for people; why it waits, is refused or failed, where that is known
 * @param kept there once it is {@link FileState#STORED}
 */
public record MessageFile(
    @Nullable String name, FileState state, @Nullable String reason, @Nullable MediaFile kept) {}
