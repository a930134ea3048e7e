package com.ailuxe.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls = new ArrayList<Future<?>>();
      for (var caller = 0; caller < callers; caller++) {
        calls.add(
            threads.submit(
                () -> {
                  while (System.nanoTime() < end) {
                    event.happen(numbers.getAndIncrement());
                  }
                  return null;
                }));
      }
      for (var call : calls) {
        call.get();
      }
    }
    return numbers.get() * 1e9 / (System.nanoTime() - start);
  }
}
