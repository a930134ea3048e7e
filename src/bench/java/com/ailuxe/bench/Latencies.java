package com.ailuxe.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Durations, measured in microseconds and reported in milliseconds. */
final class Latencies {
  private final Histogram micros = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(10), 3);

  void since(long startNanos) {
    took(Duration.ofNanos(System.nanoTime() - startNanos));
  }

  void took(Duration duration) {
    micros.recordValue(Math.max(TimeUnit.NANOSECONDS.toMicros(duration.toNanos()), 0));
  }

  long count() {
    return micros.getTotalCount();
  }

  /** The duration, in milliseconds, that so many per cent do not exceed. */
  double percentile(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }
}
