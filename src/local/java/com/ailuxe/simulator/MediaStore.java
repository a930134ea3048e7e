package com.ailuxe.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps the bytes of all media: files beside the journal, or memory. */
final class MediaStore {
  private final SecureRandom random = new SecureRandom();
  private final Map<String, byte[]> memory = new ConcurrentHashMap<>();
  private final @Nullable Path directory;
  private final SimulatorState state;

  MediaStore(@Nullable Path directory, SimulatorState state) {
    this.directory = directory == null ? null : directory.resolve("media");
    this.state = state;
  }

  Media keep(Channel channel, String name, String mimeType, byte[] bytes) {
    var id = String.valueOf(1_000_000_000_000_000L + random.nextLong(8_999_999_999_999_999L));
    write(id, bytes);
    var media =
        new Media(id, channel, name, mimeType, sha256(bytes), bytes.length, state.now(), false);
    state.record(new Fact.MediaKept(media));
    return media;
  }

  /** What the provider still serves. */
  Optional<Media> find(Channel channel, String id) {
    return state.media(id).filter(media -> media.channel() == channel && !media.deleted());
  }

  void delete(Media media) {
    state.record(new Fact.MediaKept(media.asDeleted()));
  }

  private void write(String id, byte[] bytes) {
    if (directory == null) {
      memory.put(id, bytes);
      return;
    }
    try {
      Files.createDirectories(directory);
      Files.write(directory.resolve(id), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes(Media media) {
    try {
      return directory == null
          ? memory.getOrDefault(media.id(), new byte[0])
          : Files.readAllBytes(directory.resolve(media.id()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
