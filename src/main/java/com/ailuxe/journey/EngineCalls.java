package com.ailuxe.journey;

import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Calls the engine with no more requests than it takes well: those beyond wait here, and one that
 * it refuses because it is busy is repeated after a growing pause.
 */
class EngineCalls {
  private static final int AT_ONCE = 16;
  private static final int ATTEMPTS = 8;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

  private final Semaphore places = new Semaphore(AT_ONCE, true);

  /** Whether calls wait for a place. */
  boolean areWaiting() {
    return places.hasQueuedThreads();
  }

  /** Makes the call when there is a place for it. */
  void make(Runnable call) {
    places.acquireUninterruptibly();
    try {
      repeatWhileBusy(call);
    } finally {
      places.release();
    }
  }

  private static void repeatWhileBusy(Runnable call) {
    for (var attempt = 1; ; attempt++) {
      try {
        call.run();
        return;
      } catch (ClientStatusException e) {
        if (e.getStatusCode() != Status.Code.RESOURCE_EXHAUSTED || attempt == ATTEMPTS) {
          throw e;
        }
      }
      pauseAfter(attempt);
    }
  }

  /**
   * Pauses at random up to twice the usual time, so that those refused together do not come
   * together again.
   */
  private static void pauseAfter(int attempt) {
    var longest = FIRST_PAUSE.toMillis() << attempt;
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(longest));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while the engine was busy", e);
    }
  }
}
