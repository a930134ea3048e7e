package com.ailuxe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildCodeTests {
  @TempDir Path directory;
  private Path source;
  private ChildCode code;

  @BeforeEach
  void setUp() throws IOException {
    source = directory.resolve("sources/greeter/Greeter.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "class Greeter {}");
    code = new ChildCode(directory.resolve("sources"), directory.resolve("jars"));
  }

  @Test
  void classesAndResourcesEndUpInOneJar() throws IOException {
    Files.writeString(source.resolveSibling("greeting.txt"), "hello");

    try (var jar = new JarFile(code.compile("greeter", List.of()).toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .containsExactlyInAnyOrder("Greeter.class", "greeting.txt");
    }
    assertThat(directory.resolve("jars")).isDirectoryNotContaining(Files::isDirectory);
  }

  @Test
  void unchangedSourceIsNotCompiledAgain() throws IOException {
    var first = Files.getLastModifiedTime(code.compile("greeter", List.of()));

    assertThat(Files.getLastModifiedTime(code.compile("greeter", List.of()))).isEqualTo(first);
  }

  @Test
  void changedSourceIsCompiledAgain() throws IOException {
    var first = code.compile("greeter", List.of());
    Files.writeString(source, "class Greeter { int greetings; }");

    assertThat(code.compile("greeter", List.of())).isNotEqualTo(first).exists();
  }

  @Test
  void mistakeIsShownWithItsPlace() throws IOException {
    Files.writeString(source, "class Greeter { nonsense }");

    assertThatThrownBy(() -> code.compile("greeter", List.of()))
        .isInstanceOf(LocalStackException.class)
        .hasMessageContaining("Greeter.java:1");
  }

  @Test
  void launcherOfTheChildrenCompiles() {
    var local = new ChildCode(Path.of("src/local/camunda"), directory.resolve("jars"));

    assertThat(local.compile("launcher", List.of())).exists();
  }
}
