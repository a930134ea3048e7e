package com.ailuxe.conversation;

import java.time.Instant;

/** One message as a person reads it; a message without text is named by its type. */
public record TranscriptLine(Author author, String text, Instant at) {}
