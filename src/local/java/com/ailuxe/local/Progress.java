package com.ailuxe.local;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells the person at the console what is going on and how many seconds have passed. */
final class Progress {
  private final long startNanos = System.nanoTime();

  void say(String format, @Nullable Object... values) {
    lines(format.formatted(values));
  }

  /** Only the first line carries the time, so that tables and log tails stay readable. */
  void lines(String text) {
    System.out.printf("[%3d s] %s%n", elapsed().toSeconds(), text);
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }
}
