package com.ailuxe.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildLogTests {
  @TempDir Path directory;
  private Path file;
  private ChildLog log;

  @BeforeEach
  void setUp() {
    file = directory.resolve("child.log");
    log = new ChildLog(file);
  }

  @Test
  void lastRunIsKeptBesideThisOne() throws IOException {
    Files.writeString(file, "last run");

    log.startAnew();

    assertThat(file).doesNotExist();
    assertThat(directory.resolve("child.log.1")).hasContent("last run");
  }

  @Test
  void logThatGrewTooLargeIsSetAside() throws IOException {
    try (var content = Files.newBufferedWriter(file)) {
      for (var i = 0; i < 21 * 1024; i++) {
        content.write("x".repeat(1023) + "\n");
      }
    }

    log.keepSmall();

    assertThat(file).isEmptyFile();
    assertThat(directory.resolve("child.log.1")).isNotEmptyFile();
  }

  @Test
  void smallLogIsLeftAlone() throws IOException {
    Files.writeString(file, "line");

    log.keepSmall();

    assertThat(file).hasContent("line");
  }

  @Test
  void tailIsTheLastLines() throws IOException {
    Files.writeString(file, "one\ntwo\nthree\n");

    assertThat(log.tail(2)).isEqualTo("    two\n    three\n");
  }
}
