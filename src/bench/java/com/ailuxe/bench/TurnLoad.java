package com.ailuxe.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Messages, each of a contact of its own and so a turn of its own, and when they are answered. */
final class TurnLoad {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Something that turns a message into an answer. */
  interface Subject {
    void begin(String id) throws Exception;
  }

  private final int inFlight;
  private final Map<String, Long> begun = new ConcurrentHashMap<>();
  private final LongAdder answers = new LongAdder();
  private final AtomicLong ids = new AtomicLong();
  private volatile Semaphore places = new Semaphore(0);
  private volatile Latencies latencies = new Latencies();

  /**
   * @param inFlight how many messages wait for their answer while it is measured how many there can
   *     be
   */
  TurnLoad(int inFlight) {
    this.inFlight = inFlight;
  }

  /** The message that began under this name has its answer; nothing happens when none did. */
  void answered(String id) {
    var start = begun.remove(id);
    if (start != null) {
      latencies.since(start);
      answers.increment();
      places.release();
    }
  }

  /** What it does for so long, before it is measured. */
  void warmUp(Subject subject, Duration length) throws Exception {
    saturated(subject, length);
  }

  /** Answers per second while a new message begins whenever one is answered. */
  double saturated(Subject subject, Duration length) throws Exception {
    places = new Semaphore(inFlight);
    answers.reset();
    var start = System.nanoTime();
    keepFull(subject, length);
    var rate = answers.sum() * 1e9 / (System.nanoTime() - start);
    awaitAnswers();
    return rate;
  }

  /** Measures from the planned time of a message to its answer. */
  Latencies steady(Subject subject, double perSecond, Duration length) throws InterruptedException {
    var measured = new Latencies();
    latencies = measured;
    OpenLoad.run(perSecond, length, (number, planned) -> begin(subject, planned));
    awaitAnswers();
    return measured;
  }

  private void keepFull(Subject subject, Duration length) throws Exception {
    var end = System.nanoTime() + length.toNanos();
    for (var left = length.toNanos(); left > 0; left = end - System.nanoTime()) {
      if (places.tryAcquire(left, TimeUnit.NANOSECONDS)) {
        begin(subject, System.nanoTime());
      }
    }
  }

  private void begin(Subject subject, long startNanos) throws Exception {
    var id = "4915%09d".formatted(ids.incrementAndGet());
    begun.put(id, startNanos);
    subject.begin(id);
  }

  private void awaitAnswers() throws InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!begun.isEmpty() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    begun.clear();
  }
}
