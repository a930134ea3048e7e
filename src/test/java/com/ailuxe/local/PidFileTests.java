package com.ailuxe.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTests {
  @TempDir Path directory;
  private Path path;
  private PidFile file;

  @BeforeEach
  void setUp() {
    path = directory.resolve("run").resolve("child.pid");
    file = new PidFile(path);
  }

  @Test
  void runningProcessIsFoundAgain() {
    file.write(ProcessHandle.current());

    assertThat(file.running()).contains(ProcessHandle.current());
  }

  @Test
  void processThatStartedAtAnotherTimeIsSomebodyElse() throws IOException {
    file.write(ProcessHandle.current());
    replaceLine(1, Instant.now().minus(Duration.ofDays(1)).toString());

    assertThat(file.running()).isEmpty();
  }

  @Test
  void processWithAnotherExecutableIsSomebodyElse() throws IOException {
    file.write(ProcessHandle.current());
    replaceLine(2, "/usr/bin/something-else");

    assertThat(file.running()).isEmpty();
  }

  @Test
  void deadProcessIsNotFound() throws Exception {
    var process = new ProcessBuilder(JavaCommand.with("--version")).start();
    file.write(process.toHandle());
    process.waitFor();

    assertThat(file.running()).isEmpty();
  }

  @Test
  void missingOrBrokenFileNamesNobody() throws IOException {
    assertThat(file.running()).isEmpty();

    Files.createDirectories(path.getParent());
    Files.writeString(path, "half wri");

    assertThat(file.running()).isEmpty();
  }

  private void replaceLine(int index, String text) throws IOException {
    List<String> lines = Files.readAllLines(path);
    lines.set(index, text);
    Files.write(path, lines);
  }
}
