package com.ailuxe.bench;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Events by some callers, each of whom begins the next one when the last has happened. */
final class ClosedLoad {
  /** One event. */
  interface Event {
    void happen(int number) throws Exception;
  }

  private ClosedLoad() {}

  /** Returns how many happened in a second. */
  static double run(int callers, Duration length, Event event) throws Exception {
    var numbers = new AtomicInteger();
    var start = System.nanoTime();
    var end = start + length.toNanos();
    run(
        callers,
        () -> {
          while (System.nanoTime() < end) {
            event.happen(numbers.getAndIncrement());
          }
          return null;
        });
    return numbers.get() * 1e9 / (System.nanoTime() - start);
  }

  /** Returns when so many events have happened. */
  static void times(int callers, int events, Event event) throws Exception {
    var numbers = new AtomicInteger();
    run(
        callers,
        () -> {
          for (var number = numbers.getAndIncrement();
              number < events;
              number = numbers.getAndIncrement()) {
            event.happen(number);
          }
          return null;
        });
  }

  private static void run(int callers, Callable<Void> caller) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var call : threads.invokeAll(Collections.nCopies(callers, caller))) {
        call.get();
      }
    }
  }
}
