package com.ailuxe.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * From a webhook to the answer at the provider, beside the same model on the same engine with
 * workers that only complete: what is left between the two is ours. Every message is of a contact
 * of its own, so that each is a turn.
 */
final class AnswerSection implements Benchmark.Section {
  private static final int IN_FLIGHT = 20;
  private static final int ROUNDS = 2;
  private static final Duration WARM_UP = Duration.ofSeconds(45);
  private static final Duration LENGTH = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Something that turns a message into an answer. */
  interface Subject {
    void begin(String id) throws Exception;
  }

  private final Map<String, Long> begun = new ConcurrentHashMap<>();
  private final LongAdder answers = new LongAdder();
  private final AtomicLong ids = new AtomicLong();
  private volatile Semaphore places = new Semaphore(0);
  private volatile Latencies latencies = new Latencies();

  @Override
  public Table run() throws Exception {
    try (var app = new AppUnderLoad();
        var ceiling = new Ceiling(app.broker(), this::answered)) {
      app.provider().listen(this::answered);
      Subject ours = app::receive;
      var appRate = 0.0;
      var ceilingRate = 0.0;
      for (var round = 0; round < ROUNDS; round++) {
        ceilingRate += saturated(ceiling) / ROUNDS;
        appRate += saturated(ours) / ROUNDS;
      }
      var even = Math.max(1, appRate / 2);
      var ceilingLatencies = steady(ceiling, even);
      var appLatencies = steady(ours, even);
      return new Table(
              "Webhook to answer, %d in flight; latencies at %.1f messages/s"
                  .formatted(IN_FLIGHT, even),
              "",
              "answers/s",
              "of the ceiling",
              "aim",
              "p50 ms",
              "p99 ms",
              "unanswered")
          .row(
              "the app",
              appRate,
              "%.0f %%".formatted(100 * appRate / ceilingRate),
              "80 %",
              appLatencies.percentile(50),
              appLatencies.percentile(99),
              missing(even, appLatencies))
          .row(
              "ceiling",
              ceilingRate,
              "100 %",
              "",
              ceilingLatencies.percentile(50),
              ceilingLatencies.percentile(99),
              missing(even, ceilingLatencies));
    }
  }

  private static long missing(double rate, Latencies latencies) {
    return (long) (rate * LENGTH.toSeconds()) - latencies.count();
  }

  private void answered(String id) {
    var start = begun.remove(id);
    if (start != null) {
      latencies.since(start);
      answers.increment();
      places.release();
    }
  }

  /** Answers per second while a new message begins whenever one is answered. */
  private double saturated(Subject subject) throws Exception {
    places = new Semaphore(IN_FLIGHT);
    answers.reset();
    keepFull(subject, WARM_UP);
    answers.reset();
    var start = System.nanoTime();
    keepFull(subject, LENGTH);
    var rate = answers.sum() * 1e9 / (System.nanoTime() - start);
    awaitAnswers();
    return rate;
  }

  private void keepFull(Subject subject, Duration length) throws Exception {
    var end = System.nanoTime() + length.toNanos();
    for (var left = length.toNanos(); left > 0; left = end - System.nanoTime()) {
      if (places.tryAcquire(left, TimeUnit.NANOSECONDS)) {
        begin(subject, System.nanoTime());
      }
    }
  }

  private Latencies steady(Subject subject, double perSecond) throws InterruptedException {
    var measured = new Latencies();
    latencies = measured;
    OpenLoad.run(perSecond, LENGTH, (number, planned) -> begin(subject, planned));
    awaitAnswers();
    return measured;
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
