package com.ailuxe.bench;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Events at fixed times, whatever the answers to those before. Who measures from the planned time
 * counts the waiting that a slow system causes, too.
 */
final class OpenLoad {
  /** One event. */
  interface Event {
    /**
     * @param plannedNanos when it should happen, on {@link System#nanoTime()}
     */
    void happen(int number, long plannedNanos) throws Exception;
  }

  private OpenLoad() {}

  /** Returns when the last event has happened. */
  static void run(double perSecond, Duration length, Event event) {
    var total = (int) (perSecond * length.toSeconds());
    var pause = TimeUnit.SECONDS.toNanos(1) / perSecond;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
      for (var number = 0; number < total; number++) {
        var planned = start + (long) (number * pause);
        for (var wait = planned - System.nanoTime(); wait > 0; wait = planned - System.nanoTime()) {
          LockSupport.parkNanos(wait);
        }
        var current = number;
        threads.submit(
            () -> {
              event.happen(current, planned);
              return null;
            });
      }
    }
  }
}
