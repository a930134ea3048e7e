package com.ailuxe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project, for tests that look at how it is written. */
final class ProjectFiles {
  private ProjectFiles() {}

  /** Those in a folder and below it, in the order of their names. */
  static List<Path> in(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Java files of the app, of the local stack, of the measurements and of the tests. */
  static List<Path> ofJava() {
    return Stream.of("src/main", "src/local", "src/bench", "src/test")
        .flatMap(folder -> in(Path.of(folder)).stream())
        .filter(file -> file.toString().endsWith(".java"))
        .toList();
  }

  /** What a file says, in UTF-8. */
  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
