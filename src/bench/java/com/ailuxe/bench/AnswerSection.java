package com.ailuxe.bench;

import com.ailuxe.bench.TurnLoad.Subject;
import com.ailuxe.local.LocalBroker;
import java.time.Duration;

/**
 * Measures from a webhook to the answer at the provider, beside the same model on the same engine
 * with workers that only complete: what is left between the two is ours. Every message is of a
 * contact of its own, so that each is a turn.
 */
final class AnswerSection implements Benchmark.Section {
  private static final int IN_FLIGHT = 20;
  private static final int ROUNDS = 2;
  private static final Duration WARM_UP = Duration.ofSeconds(150);
  private static final Duration AGAIN = Duration.ofSeconds(20);
  private static final Duration LENGTH = Duration.ofSeconds(20);

  @Override
  public Table run() throws Exception {
    var load = new TurnLoad(IN_FLIGHT);
    try (var broker = LocalBroker.forTests();
        var app = new AppUnderLoad(broker.grpcAddress());
        var ceiling = new Ceiling(broker, load::answered)) {
      app.provider().listen(load::answered);
      Subject ours = app::receive;
      var appRate = 0.0;
      var ceilingRate = 0.0;
      load.warmUp(ceiling, WARM_UP);
      load.warmUp(ours, WARM_UP);
      for (var round = 0; round < ROUNDS; round++) {
        load.warmUp(ceiling, AGAIN);
        ceilingRate += load.saturated(ceiling, LENGTH) / ROUNDS;
        load.warmUp(ours, AGAIN);
        appRate += load.saturated(ours, LENGTH) / ROUNDS;
      }
      var even = Math.max(1, appRate / 2);
      var ceilingLatencies = load.steady(ceiling, even, LENGTH);
      var appLatencies = load.steady(ours, even, LENGTH);
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
}
