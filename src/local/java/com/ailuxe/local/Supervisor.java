package com.ailuxe.local;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a child running: says when it died and starts it again, more slowly each time, until it has
 * died too often in a row.
 */
final class Supervisor implements AutoCloseable {
  private static final int MOST_RESTARTS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration HEALTHY_AFTER = Duration.ofMinutes(2);
  private static final Duration LOG_CHECK = Duration.ofSeconds(10);
  private static final int SHOWN_LINES = 12;

  private final ChildProcess child;
  private final Progress progress;
  private final Duration firstPause;
  private volatile boolean closing;
  private volatile boolean givenUp;

  Supervisor(ChildProcess child, Progress progress) {
    this(child, progress, FIRST_PAUSE);
  }

  /**
   * @param firstPause before the first restart; doubles from there
   */
  Supervisor(ChildProcess child, Progress progress, Duration firstPause) {
    this.child = child;
    this.progress = progress;
    this.firstPause = firstPause;
  }

  void start() {
    var process = child.start();
    Thread.ofVirtual().name("supervisor-" + child.name()).start(() -> supervise(process));
  }

  boolean hasGivenUp() {
    return givenUp;
  }

  @Override
  public void close() {
    synchronized (this) {
      closing = true;
    }
    child.stop();
  }

  private void supervise(Process first) {
    var process = first;
    var restarts = 0;
    try {
      while (true) {
        var runtime = awaitEnd(process);
        restarts = runtime.compareTo(HEALTHY_AFTER) > 0 ? 1 : restarts + 1;
        if (closing) {
          return;
        }
        report(process.exitValue(), restarts);
        if (restarts > MOST_RESTARTS) {
          givenUp = true;
          return;
        }
        Thread.sleep(firstPause.multipliedBy(1L << (restarts - 1)));
        synchronized (this) {
          if (closing) {
            return;
          }
          process = child.start();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration awaitEnd(Process process) throws InterruptedException {
    var start = System.nanoTime();
    while (!process.waitFor(LOG_CHECK.toSeconds(), TimeUnit.SECONDS)) {
      child.log().keepSmall();
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void report(int exitValue, int restarts) {
    var next =
        restarts > MOST_RESTARTS
            ? "It died too often and is not started again."
            : "Starting it again (%d of %d).".formatted(restarts, MOST_RESTARTS);
    progress.say(
        "%s: has died (exit code %d). %s The end of %s:%n%s",
        child.name(), exitValue, next, child.log().file(), child.log().tail(SHOWN_LINES));
  }
}
