package com.ailuxe.simulator;

import java.time.Instant;

/** A file that one side uploaded; its bytes are in the {@link MediaStore}. */
record Media(
    String id,
    Channel channel,
    String name,
    String mimeType,
    String sha256,
    long size,
    Instant storedAt,
    boolean deleted) {

  Media asDeleted() {
    return new Media(id, channel, name, mimeType, sha256, size, storedAt, true);
  }
}
