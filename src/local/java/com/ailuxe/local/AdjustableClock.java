package com.ailuxe.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The system's clock moved by an offset, so that a reminder need not be waited for. */
public final class AdjustableClock extends Clock {
  private final ZoneId zone;
  private final AtomicReference<Duration> offset;

  private AdjustableClock(ZoneId zone, AtomicReference<Duration> offset) {
    this.zone = zone;
    this.offset = offset;
  }

  public static AdjustableClock systemUtc() {
    return new AdjustableClock(ZoneId.of("Z"), new AtomicReference<>(Duration.ZERO));
  }

  public Duration offset() {
    return Objects.requireNonNull(offset.get());
  }

  public void moveTo(Duration newOffset) {
    offset.set(newOffset);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** This clock in another zone: both move together. */
  @Override
  public Clock withZone(ZoneId newZone) {
    return new AdjustableClock(newZone, offset);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(offset());
  }
}
