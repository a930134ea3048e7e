package com.ailuxe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTests {
  @TempDir Path directory;

  @Test
  void secondStackInTheSameFolderIsRefused() {
    new PidFile(directory.resolve("stack.pid")).write(ProcessHandle.current());

    assertThatThrownBy(() -> stack().run())
        .isInstanceOf(LocalStackException.class)
        .hasMessageContaining("runs already, as process %d", ProcessHandle.current().pid());
  }

  @Test
  void nothingIsStartedWhenOnePortIsTaken() throws IOException {
    try (var holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var taken = "--ailuxe.local.postgres-port=" + holder.getLocalPort();

      assertThatThrownBy(() -> stack(taken).run())
          .isInstanceOf(LocalStackException.class)
          .hasMessageContaining("ailuxe.local.postgres-port");
    }
    assertThat(directory.resolve("camunda")).doesNotExist();
    assertThat(directory.resolve("postgres")).doesNotExist();
  }

  private LocalStack stack(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.add("--ailuxe.local.directory=" + directory);
    return new LocalStack(LocalStackSettings.read(all.toArray(String[]::new)));
  }
}
