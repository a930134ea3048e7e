package com.ailuxe.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that came in and is not kept yet; gone when closed.
 *
 * @param sha256 of the content, 64 lower-case digits
 * @param size in bytes
 */
public record ReceivedFile(Path path, String sha256, long size) implements AutoCloseable {
  private static final int DIGEST_BYTES = 32;

  /**
   * Whether the content is not the one that was announced.
   *
   * @param stated SHA-256 in hexadecimal or Base64, providers write both; anything else says
   *     nothing
   */
  public boolean differsFrom(String stated) {
    return digits(stated).filter(digits -> !digits.equals(sha256)).isPresent();
  }

  private static Optional<String> digits(String stated) {
    if (stated.matches("[0-9a-fA-F]{64}")) {
      return Optional.of(stated.toLowerCase(Locale.ROOT));
    }
    try {
      return Optional.of(Base64.getDecoder().decode(stated))
          .filter(digest -> digest.length == DIGEST_BYTES)
          .map(HexFormat.of()::formatHex);
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
