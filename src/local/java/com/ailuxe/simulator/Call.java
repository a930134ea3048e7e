package com.ailuxe.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request of the app to a provider, as received and as answered.
 *
 * @param operation {@code messages}, {@code media}, .. or the method of the Bot API
 * @param body the body as received; of a multipart body the fields and file names
 */
record Call(
    long seq,
    Instant at,
    Channel channel,
    String operation,
    String method,
    String path,
    @Nullable String body,
    int status,
    @Nullable JsonNode answer) {}
