package com.ailuxe.channel;

import java.time.Duration;

/** When to try again what keeps failing: after one second, then twice as long each time. */
final class BackOff {
  private static final int MOST_DOUBLINGS = 6;

  private int failures;
  private long dueAt = System.nanoTime();

  synchronized boolean isDue() {
    return System.nanoTime() - dueAt >= 0;
  }

  /** The pause after one more failure, or the longer one that was asked for. */
  synchronized Duration failed(Duration atLeast) {
    var doubled = Duration.ofSeconds(1L << Math.min(failures++, MOST_DOUBLINGS));
    var pause = doubled.compareTo(atLeast) > 0 ? doubled : atLeast;
    dueAt = System.nanoTime() + pause.toNanos();
    return pause;
  }

  /** Whether it failed before. */
  synchronized boolean succeeded() {
    var failedBefore = failures > 0;
    failures = 0;
    return failedBefore;
  }
}
