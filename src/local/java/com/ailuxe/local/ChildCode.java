package com.ailuxe.local;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.springframework.util.FileSystemUtils;

/**
 * Compiles the few classes that run inside a child. They need its jars, which must stay off our own
 * class path. A folder of sources becomes one jar, made again when a source or a jar changes.
 */
final class ChildCode {
  private static final String RELEASE = "21";

  private final Path sources;
  private final Path jars;

  ChildCode(Path sources, Path jars) {
    this.sources = sources;
    this.jars = jars;
  }

  Path compile(String folder, List<Path> classPath) {
    var root = sources.resolve(folder);
    try {
      var files = filesBelow(root);
      var jar = jars.resolve("%s-%s.jar".formatted(folder, fingerprint(files, classPath)));
      if (!Files.exists(jar)) {
        Files.createDirectories(jars);
        build(root, files, classPath, jar);
      }
      return jar;
    } catch (IOException e) {
      throw new LocalStackException("Could not compile " + root, e);
    }
  }

  private static String fingerprint(List<Path> files, List<Path> classPath) throws IOException {
    var fingerprint = new Fingerprint().with(ClassPath.join(classPath));
    for (var file : files) {
      fingerprint.with(file.getFileName()).with(Files.readString(file));
    }
    return fingerprint.text();
  }

  private static void build(Path root, List<Path> files, List<Path> classPath, Path jar)
      throws IOException {
    var classes = Files.createTempDirectory(jar.getParent(), "classes");
    try {
      compile(files.stream().filter(ChildCode::isJava).toList(), classPath, classes);
      for (var resource : files.stream().filter(file -> !isJava(file)).toList()) {
        var copy = classes.resolve(root.relativize(resource));
        Files.createDirectories(copy.getParent());
        Files.copy(resource, copy);
      }
      pack(classes, jar);
    } finally {
      FileSystemUtils.deleteRecursively(classes);
    }
  }

  private static void compile(List<Path> files, List<Path> classPath, Path classes)
      throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new LocalStackException(
          "The local stack needs a JDK of version 21 or newer; %s has no compiler."
              .formatted(System.getProperty("java.home")));
    }
    var options =
        List.of(
            "--release",
            RELEASE,
            "-proc:none",
            "-nowarn",
            "-cp",
            ClassPath.join(classPath),
            "-d",
            classes.toString());
    var messages = new StringWriter();
    try (var fileManager = compiler.getStandardFileManager(null, null, null)) {
      var units = fileManager.getJavaFileObjectsFromPaths(files);
      if (!compiler.getTask(messages, fileManager, null, options, null, units).call()) {
        throw new LocalStackException("Could not compile:%n%s".formatted(messages));
      }
    }
  }

  /** Moved into place when whole, so that an interrupted start leaves nothing half done. */
  private static void pack(Path classes, Path jar) throws IOException {
    var draft = classes.resolveSibling(classes.getFileName() + ".jar");
    try (var output = new JarOutputStream(Files.newOutputStream(draft))) {
      for (var file : filesBelow(classes)) {
        output.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, output);
      }
    }
    Files.move(draft, jar, StandardCopyOption.ATOMIC_MOVE);
  }

  private static List<Path> filesBelow(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static boolean isJava(Path file) {
    return file.toString().endsWith(".java");
  }
}
