package com.ailuxe.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Whatever a test leaves goes with {@code target}. */
class JavaCommandTests {
  private static final Path PLACE = Path.of("target", "tmp").toAbsolutePath();

  @Test
  void temporaryFilesOfTestsStayInTheBuild() throws Exception {
    var file = Files.createTempFile("left", "behind");

    assertThat(file).hasParent(PLACE);
    assertThat(System.getenv("TMPDIR")).isEqualTo(PLACE.toString());
    Files.delete(file);
  }

  @Test
  void aChildPutsItsTemporaryFilesWhereItsParentDoes() throws Exception {
    var child =
        new ProcessBuilder(JavaCommand.with("-XshowSettings:properties", "-version"))
            .redirectErrorStream(true)
            .start();

    assertThat(child.inputReader().lines())
        .anyMatch(line -> line.strip().equals("java.io.tmpdir = " + PLACE));
  }
}
