package com.ailuxe.simulator;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The append-only file of facts, one JSON line each. A line is handed to the operating system
 * before its fact counts, so it outlives a killed JVM; a half-written last line is cut off at the
 * next start.
 */
final class Journal implements AutoCloseable {
  private final @Nullable RandomAccessFile file;

  private Journal(@Nullable RandomAccessFile file) {
    this.file = file;
  }

  /** Opens the journal of the directory and replays it; without directory it remembers nothing. */
  static Journal open(@Nullable Path directory, Consumer<Fact> replay) {
    if (directory == null) {
      return new Journal(null);
    }
    try {
      Files.createDirectories(directory);
      var path = directory.resolve("journal.jsonl");
      var whole = Files.exists(path) ? replay(path, replay) : 0;
      var file = new RandomAccessFile(path.toFile(), "rw");
      file.setLength(whole);
      file.seek(whole);
      return new Journal(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long replay(Path path, Consumer<Fact> replay) throws IOException {
    var bytes = Files.readAllBytes(path);
    var start = 0;
    for (var end = 0; end < bytes.length; end++) {
      if (bytes[end] == '\n') {
        replay.accept(Json.MAPPER.readValue(bytes, start, end - start, Fact.class));
        start = end + 1;
      }
    }
    return start;
  }

  void append(Fact fact) {
    if (file == null) {
      return;
    }
    try {
      file.write((Json.text(fact) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
