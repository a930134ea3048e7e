package com.ailuxe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class AdjustableClockTests {
  @Test
  void showsTheSystemsTimeUntilItIsMoved() {
    assertThat(AdjustableClock.systemUtc().instant())
        .isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
  }

  @Test
  void movesInEveryZoneAtOnce() {
    var clock = AdjustableClock.systemUtc();
    var berlin = clock.withZone(ZoneId.of("Europe/Berlin"));

    clock.moveTo(Duration.ofDays(2));

    assertThat(berlin.instant())
        .isCloseTo(Instant.now().plus(Duration.ofDays(2)), within(5, ChronoUnit.SECONDS));
    assertThat(berlin.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }
}
