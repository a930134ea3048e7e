package com.ailuxe.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class CamundaProbeTests {

  @Test
  void theClockIsReadyOnceItsPortTellsTheTime() throws Exception {
    var ports = CamundaPorts.free();
    try (var probe = new CamundaProbe(ports)) {
      assertThat(probe.clockIsReady()).isFalse();

      var management = new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.management());
      var server = HttpServer.create(management, 0);
      try {
        server.start();
        assertThat(probe.clockIsReady()).isFalse();

        server.createContext(
            "/actuator/clock",
            exchange -> {
              exchange.sendResponseHeaders(200, -1);
              exchange.close();
            });
        assertThat(probe.clockIsReady()).isTrue();
      } finally {
        server.stop(0);
      }
    }
  }
}
