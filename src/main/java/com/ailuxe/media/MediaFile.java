package com.ailuxe.media;

import com.ailuxe.agency.AgencyId;

/**
 * A file that is kept. The same content is kept once per agency.
 *
 * @param sha256 of the content, 64 lower-case digits
 * @param mediaType what the content was found to be, for example {@code image/jpeg}
 * @param size in bytes
 */
public record MediaFile(AgencyId agency, String sha256, String mediaType, long size) {
  public MediaFile {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("No SHA-256 in lower-case digits: " + sha256);
    }
  }
}
