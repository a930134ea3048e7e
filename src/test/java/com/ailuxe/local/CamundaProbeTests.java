package com.ailuxe.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CamundaProbeTests {

  @Test
  void theClockIsReadyOnceItsPortTellsTheTime() throws Exception {
    var ports = CamundaPorts.free();
    try (var probe = new CamundaProbe(ports)) {
      assertThat(probe.clockIsReady()).isFalse();

      var status = new AtomicInteger(404);
      try (var server =
          new LoopbackServer(
              ports.management(), (request, call) -> LoopbackServer.send(call, status.get()))) {
        assertThat(probe.clockIsReady()).isFalse();

        status.set(200);
        assertThat(probe.clockIsReady()).isTrue();
        assertThat(server.requests())
            .extracting(LoopbackServer.Request::path)
            .containsOnly("/actuator/clock");
      }
    }
  }
}
