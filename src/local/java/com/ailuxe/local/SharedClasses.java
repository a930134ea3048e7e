package com.ailuxe.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A child's class archive, with which it starts in half the time. It is dumped from the running
 * child after its first start, in the background. JDK 25's AOT cache gains the same (9 s became 4 s
 * for the broker), but the run that records it takes three times as long, its end ten seconds more,
 * and older JDKs have none.
 */
final class SharedClasses {
  private final String name;
  private final Path archive;

  /**
   * @param name of the child
   * @param directory of the archives
   */
  SharedClasses(String name, List<Path> classPath, Path directory) {
    this.name = name;
    this.archive = directory.resolve("%s-%s.jsa".formatted(name, fingerprint(classPath)));
  }

  List<String> options() {
    return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of();
  }

  /** Makes the archive if it is missing; takes about half a minute of one core. */
  void dumpFrom(Process child) {
    if (Files.exists(archive)) {
      return;
    }
    var draft = archive.resolveSibling(archive.getFileName() + ".draft");
    try {
      Files.createDirectories(archive.getParent());
      deleteOutdated();
      var jcmd =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  Long.toString(child.pid()),
                  "VM.cds",
                  "static_dump",
                  draft.toString())
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start();
      if (jcmd.waitFor() == 0 && Files.exists(draft)) {
        Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new LocalStackException("Could not dump the classes to " + archive, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Archives of other jars, and what interrupted dumps left. */
  private void deleteOutdated() throws IOException {
    try (var files = Files.newDirectoryStream(archive.getParent(), name + "-*")) {
      for (var file : files) {
        Files.delete(file);
      }
    }
  }

  /** The JVM refuses an archive of another JVM or of other jars. */
  private static String fingerprint(List<Path> classPath) {
    var fingerprint = new Fingerprint().with(Runtime.version());
    try {
      for (var jar : classPath) {
        fingerprint.with(jar).with(Files.size(jar)).with(Files.getLastModifiedTime(jar));
      }
    } catch (IOException e) {
      throw new LocalStackException("Could not read the class path", e);
    }
    return fingerprint.text();
  }
}
