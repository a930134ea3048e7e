package com.ailuxe.local;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How this JVM starts another: by its own launcher, and with its own folder for temporary files.
 */
public final class JavaCommand {
  /**
   * The settings of a process that does not live long: what the second compiler costs it would not
   * pay back. The first one gets the room for its code that both would have, as the heap is
   * collected whenever that is full.
   */
  static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m");

  private JavaCommand() {}

  /** The command line as {@link #with} puts it together, for a process that does not live long. */
  public static List<String> shortLived(String... arguments) {
    return with(Stream.concat(SHORT_LIVED.stream(), Stream.of(arguments)).toArray(String[]::new));
  }

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
