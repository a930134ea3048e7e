package com.ailuxe.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The output of a child: this run's file, never larger than a bound, and the one before it. */
record ChildLog(Path file) {
  private static final long LARGEST_BYTES = 20L << 20;
  private static final int TAIL_BYTES = 64 << 10;

  void startAnew() {
    try {
      Files.createDirectories(file.getParent());
      if (Files.exists(file)) {
        Files.move(file, previous(), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies and empties instead of renaming: the child appends to the open file. */
  void keepSmall() {
    try {
      if (Files.exists(file) && Files.size(file) > LARGEST_BYTES) {
        Files.copy(file, previous(), StandardCopyOption.REPLACE_EXISTING);
        Files.newByteChannel(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
            .close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last lines, each indented. */
  String tail(int lines) {
    try (var content = new RandomAccessFile(file.toFile(), "r")) {
      content.seek(Math.max(0, content.length() - TAIL_BYTES));
      var bytes = new byte[TAIL_BYTES];
      var length = Math.max(0, content.read(bytes));
      var all = new String(bytes, 0, length, StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size())).indent(4);
    } catch (IOException e) {
      return "    (no log: " + e.getMessage() + ")\n";
    }
  }

  private Path previous() {
    return file.resolveSibling(file.getFileName() + ".1");
  }
}
