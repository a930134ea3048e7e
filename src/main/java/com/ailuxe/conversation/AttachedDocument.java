package com.ailuxe.conversation;

/**
 * A document that was made here and went with a message.
 *
 * @param mediaType for example {@code application/pdf}
 */
public record AttachedDocument(String fileName, String mediaType, byte[] content) {}
