package com.ailuxe.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Keeps contents as files, named by agency and content. A file gets its name only when all of it is
 * on the disk, so that a kill or a power cut leaves none half written.
 */
final class DirectoryVault implements MediaVault {
  private final Path root;

  DirectoryVault(Path root) {
    this.root = root;
  }

  @Override
  public void put(MediaFile file, Path content) throws IOException {
    var directory = Files.createDirectories(directory(file));
    sync(content, StandardOpenOption.WRITE);
    Files.move(content, directory.resolve(file.sha256()), StandardCopyOption.ATOMIC_MOVE);
    sync(directory, StandardOpenOption.READ);
  }

  @Override
  public InputStream open(MediaFile file) throws IOException {
    return Files.newInputStream(directory(file).resolve(file.sha256()));
  }

  /** Not too many files in one directory. */
  private Path directory(MediaFile file) {
    return root.resolve(file.agency().toString()).resolve(file.sha256().substring(0, 2));
  }

  private static void sync(Path path, StandardOpenOption access) throws IOException {
    try (var channel = FileChannel.open(path, access)) {
      channel.force(true);
    }
  }
}
