package com.ailuxe.bench;

import com.ailuxe.local.LocalBroker;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * How long a provider waits for the 200 that says that its event is stored. Each event is a message
 * of one of many contacts, the dearest kind of event; once with an engine on another machine, once
 * with the engine and all answers on this one.
 */
final class AckSection implements Benchmark.Section {
  private static final int CALLERS = 8;
  private static final int MOST = 320;
  private static final Duration WARM_UP = Duration.ofSeconds(90);
  private static final Duration LENGTH = Duration.ofSeconds(15);
  private static final Duration STILL = Duration.ofSeconds(5);

  @Override
  public Table run() throws Exception {
    var table =
        new Table(
            "Webhook to 200",
            "engine",
            "events/s",
            "events",
            "not 200",
            "p50 ms",
            "p99 ms",
            "aim: p99 ms");
    try (var engine = new EngineElsewhere()) {
      measure("elsewhere", engine.grpcAddress(), table);
    }
    try (var engine = LocalBroker.forTests()) {
      measure("on this machine", engine.grpcAddress(), table);
    }
    return table;
  }

  private static void measure(String engine, URI address, Table table) throws Exception {
    try (var app = new AppUnderLoad(address)) {
      ClosedLoad.run(CALLERS, WARM_UP, number -> app.receive(AppUnderLoad.phone(number)));
      var most = ClosedLoad.run(CALLERS, LENGTH, number -> app.receive(AppUnderLoad.phone(number)));
      table.note("With %d callers, engine %s: %.0f webhooks a second", CALLERS, engine, most);
      rest(app);
      measure(app, MOST, LENGTH, new LongAdder());
      rest(app);
      for (var rate : new int[] {20, 80, MOST}) {
        var refused = new LongAdder();
        var latencies = measure(app, rate, LENGTH, refused);
        table.row(
            engine,
            rate,
            latencies.count(),
            refused.sum(),
            latencies.percentile(50),
            latencies.percentile(99),
            rate == MOST ? "50" : "");
        rest(app);
      }
    }
  }

  /**
   * Waits until all is answered; where the engine is elsewhere nobody answers, and what is open is
   * handed over.
   */
  private static void rest(AppUnderLoad app) {
    app.awaitRest(STILL);
    app.handOverRest();
  }

  private static Latencies measure(AppUnderLoad app, int rate, Duration length, LongAdder refused) {
    var latencies = new Latencies();
    OpenLoad.run(
        rate,
        length,
        (number, planned) -> {
          if (app.receive(AppUnderLoad.phone(number)) != 200) {
            refused.increment();
          }
          latencies.since(planned);
        });
    return latencies;
  }
}
