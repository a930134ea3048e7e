package com.ailuxe.bench;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Durations, told in milliseconds. */
final class Latencies {
  private final Histogram micros = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(10), 3);

  void since(long startNanos) {
    var passed = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - startNanos);
    micros.recordValue(Math.max(passed, 0));
  }

  long count() {
    return micros.getTotalCount();
  }

  /** In milliseconds. */
  double percentile(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }
}
