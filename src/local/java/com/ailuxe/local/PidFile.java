package com.ailuxe.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers a child process beyond the death of its parent. A process counts as the child only if
 * it started at the same moment with the same executable: process ids are used again.
 */
final class PidFile {
  private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

  private final Path file;

  PidFile(Path file) {
    this.file = file;
  }

  void write(ProcessHandle process) {
    var info = process.info();
    var lines =
        List.of(
            Long.toString(process.pid()),
            info.startInstant().map(Instant::toString).orElse(""),
            info.command().orElse(""));
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The remembered process if it still runs; empty when in doubt. */
  Optional<ProcessHandle> running() {
    try {
      var lines = Files.readAllLines(file);
      return lines.size() < 3
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(lines.get(0)))
              .filter(ProcessHandle::isAlive)
              .filter(process -> isSame(process.info(), lines.get(1), lines.get(2)));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean isSame(ProcessHandle.Info info, String start, String command) {
    return !start.isEmpty()
        && !command.isEmpty()
        && info.command().filter(command::equals).isPresent()
        && info.startInstant()
            .map(actual -> Duration.between(Instant.parse(start), actual).abs())
            .filter(difference -> difference.compareTo(START_TOLERANCE) <= 0)
            .isPresent();
  }
}
