package com.ailuxe.local;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How this JVM starts another: by its own launcher, and with its own folder for temporary files.
 */
public final class JavaCommand {
  private JavaCommand() {}

  /** The command line, for a {@link ProcessBuilder}; whoever needs more adds it to the list. */
  public static List<String> with(String... arguments) {
    return Stream.concat(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir")),
            Stream.of(arguments))
        .toList();
  }
}
