package com.ailuxe.simulator;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The system's clock plus what it was advanced by, in whole milliseconds. */
final class SimulatedClock implements InstantSource {
  private final AtomicLong offsetMilli = new AtomicLong();

  long offsetMilli() {
    return offsetMilli.get();
  }

  void moveTo(long newOffsetMilli) {
    offsetMilli.set(newOffsetMilli);
  }

  @Override
  public Instant instant() {
    return Instant.now().plusMillis(offsetMilli.get()).truncatedTo(ChronoUnit.MILLIS);
  }
}
