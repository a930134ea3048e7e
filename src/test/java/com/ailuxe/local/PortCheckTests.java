package com.ailuxe.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortCheckTests {
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void takenPortIsReportedWithItsHolderAndTheWayOut() throws IOException {
    try (var holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = holder.getLocalPort();

      assertThatThrownBy(() -> PortCheck.requireFree(Map.of("ailuxe.local.search-port", port)))
          .isInstanceOf(LocalStackException.class)
          .hasMessageContaining("Port %d is taken", port)
          .hasMessageContaining("process %d (", ProcessHandle.current().pid())
          .hasMessageContaining("--ailuxe.local.search-port=");
    }
  }

  @Test
  void listenerOnAllInterfacesIsNoticed() throws IOException {
    try (var holder = new ServerSocket(0)) {
      assertThatThrownBy(() -> PortCheck.requireFree(Map.of("server.port", holder.getLocalPort())))
          .hasMessageContaining("is taken");
    }
  }

  @Test
  void everyTakenPortIsReportedAtOnce() throws IOException {
    try (var first = new ServerSocket(0);
        var second = new ServerSocket(0)) {
      var ports = Map.of("first", first.getLocalPort(), "second", second.getLocalPort());

      assertThatThrownBy(() -> PortCheck.requireFree(ports))
          .hasMessageContaining("--first=")
          .hasMessageContaining("--second=");
    }
  }

  @Test
  void onePortForTwoPartsIsRefused() {
    var port = FreePorts.find(1).getFirst();

    assertThatThrownBy(() -> PortCheck.requireFree(Map.of("first", port, "second", port)))
        .hasMessageContaining("are both %d", port);
  }

  @Test
  void numberThatIsNoPortIsRefused() {
    assertThatThrownBy(() -> PortCheck.requireFree(Map.of("server.port", 70_000)))
        .hasMessageContaining("server.port=70000 is no port");
  }

  @Test
  void freePortsPass() {
    var port = FreePorts.find(1).getFirst();

    assertThatCode(() -> PortCheck.requireFree(Map.of("server.port", port)))
        .doesNotThrowAnyException();
  }
}
