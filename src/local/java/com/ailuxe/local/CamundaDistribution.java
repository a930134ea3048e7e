package com.ailuxe.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * What a local Camunda runs on: jars that are fetched once and kept, and our few classes beside
 * them. Camunda's licence allows this for development; none of it is part of the product.
 */
final class CamundaDistribution {
  private static final Path SOURCES = Path.of("src", "local", "camunda").toAbsolutePath();

  private final Path directory;
  private final Progress progress;

  /**
   * @param directory where the jars are kept
   */
  CamundaDistribution(Path directory, Progress progress) {
    this.directory = directory;
    this.progress = progress;
    if (!Files.isDirectory(SOURCES)) {
      throw new LocalStackException(
          "There is no %s: start the local stack in the project's folder.".formatted(SOURCES));
    }
  }

  /** Configuration file of that name. */
  Path configuration(String name) {
    return SOURCES.resolve(name);
  }

  /** Broker, gateway, Operate and Tasklist. */
  List<Path> engine() {
    var fetched = fetch("engine", "dependency:unpack@engine", "Camunda 8.6");
    try (var folders = Files.list(fetched)) {
      var libraries = folders.map(folder -> folder.resolve("lib")).filter(Files::isDirectory);
      return withOurCode("engine", ClassPath.jarsIn(libraries.findFirst().orElseThrow()));
    } catch (IOException e) {
      throw new LocalStackException("Could not read " + fetched, e);
    }
  }

  /** The search store that Operate and Tasklist read from. */
  List<Path> search() {
    var fetched = fetch("search", "dependency:copy-dependencies@search", "OpenSearch");
    return withOurCode("search", ClassPath.jarsIn(fetched));
  }

  /** The class archive of a program that runs with this class path. */
  SharedClasses sharedClasses(String name, List<Path> classPath) {
    return new SharedClasses(name, classPath, directory.resolve("classes"));
  }

  private List<Path> withOurCode(String folder, List<Path> jars) {
    var code = new ChildCode(SOURCES, directory.resolve("code"));
    var classPath = new ArrayList<Path>();
    classPath.add(code.compile("launcher", List.of()));
    classPath.add(code.compile(folder, jars));
    classPath.addAll(jars);
    return List.copyOf(classPath);
  }

  /** Written last, the marker tells a whole download from a broken or outdated one. */
  private Path fetch(String part, String goal, String what) {
    var pom = SOURCES.resolve("pom.xml");
    var target = directory.resolve(part);
    var marker = directory.resolve(part + ".complete");
    try {
      Files.createDirectories(directory);
      try (var lock =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock.lock();
        var wanted = new Fingerprint().with(Files.readString(pom)).text();
        if (!Files.exists(marker) || !Files.readString(marker).equals(wanted)) {
          progress.say("Camunda: fetching %s (once)", what);
          FileSystemUtils.deleteRecursively(target);
          new MavenDownload(pom, progress).run(goal, target, what);
          Files.writeString(marker, wanted);
        }
      }
      return target;
    } catch (IOException e) {
      throw new LocalStackException("Could not fetch " + what, e);
    }
  }
}
