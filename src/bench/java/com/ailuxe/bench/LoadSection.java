package com.ailuxe.bench;

import com.ailuxe.local.LocalBroker;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a message takes, in time, in processors and in memory, at several rates, with few and with
 * many messages stored. The messages are of contacts who wrote before; what one writes before the
 * answer to the last is answered with it. The engine and all answers are on this machine.
 */
final class LoadSection implements Benchmark.Section {
  private static final int FEW = 10_000;
  private static final int MANY = Integer.getInteger("bench.stored");
  private static final int HIGHEST = 320;
  private static final int IN_FLIGHT = 20;
  private static final Duration WARM_UP = Duration.ofSeconds(150);
  private static final Duration LENGTH = Duration.ofSeconds(30);
  private static final Duration SUSTAINED = Duration.ofSeconds(60);

  /** This is longer than a message waits that the engine knew of and forgot. */
  private static final Duration STILL = Duration.ofSeconds(75);

  private final Table table =
      new Table(
          "Load, on a machine shared with the engine, by messages stored before",
          "stored",
          "events/s",
          "events",
          "not 200",
          "200: p50 ms",
          "p99 ms",
          "answer: p50 ms",
          "p99 ms",
          "unanswered",
          "CPU ms: app",
          "PostgreSQL",
          "engine",
          "heap MB");

  @Override
  public Table run() throws Exception {
    try (var engine = LocalBroker.forTests();
        var app = new AppUnderLoad(engine.grpcAddress())) {
      var jdbc = app.bean(JdbcClient.class);
      var turns = new TurnLoad(IN_FLIGHT);
      app.provider().listen(turns::answered);
      StoredMessages.fill(app, 0, FEW);
      turns.warmUp(app::receive, WARM_UP);
      OpenLoad.run(HIGHEST, LENGTH, (number, planned) -> app.receive(AppUnderLoad.phone(number)));
      app.awaitRest(STILL);
      var before = measure(app, jdbc, turns, FEW);
      StoredMessages.fill(app, FEW, MANY);
      var after = measure(app, jdbc, turns, MANY);
      return table.note(
          "A message with %,d stored costs %.2f times what it costs with %,d (app and PostgreSQL, at"
              + " the sustained rate; aim: at most 1.10)",
          MANY, after / before, FEW);
    }
  }

  /** Returns the milliseconds of the processor that a message takes at the sustained rate. */
  private double measure(AppUnderLoad app, JdbcClient jdbc, TurnLoad turns, int stored)
      throws Exception {
    for (var eventsPerSecond : new int[] {20, 80, HIGHEST}) {
      measure(app, jdbc, stored, eventsPerSecond);
    }
    var start = CpuTime.now(jdbc);
    var rate = turns.saturated(app::receive, SUSTAINED);
    var spent = CpuTime.now(jdbc).since(start);
    var answered = Math.round(rate * SUSTAINED.toSeconds());
    table.row(
        stored,
        "sustained: %.1f".formatted(rate),
        answered,
        "",
        "",
        "",
        "",
        "",
        "",
        CpuTime.each(spent.app(), answered),
        CpuTime.each(spent.postgres(), answered),
        CpuTime.each(spent.engine(), answered),
        heap());
    return CpuTime.each(spent.app().plus(spent.postgres()), answered);
  }

  private void measure(AppUnderLoad app, JdbcClient jdbc, int stored, int eventsPerSecond) {
    var acknowledged = new Latencies();
    var refused = new LongAdder();
    Map<String, Instant> planned = new ConcurrentHashMap<>();
    var start = CpuTime.now(jdbc);
    OpenLoad.run(
        eventsPerSecond,
        LENGTH,
        (number, plannedNanos) -> {
          var event = "wamid." + UUID.randomUUID();
          planned.put(event, Instant.now().minusNanos(System.nanoTime() - plannedNanos));
          if (app.receive(AppUnderLoad.phone(number), event) != 200) {
            refused.increment();
          }
          acknowledged.since(plannedNanos);
        });
    app.awaitRest(STILL);
    var spent = CpuTime.now(jdbc).since(start);
    var answered = answered(jdbc, planned);
    table.row(
        stored,
        eventsPerSecond,
        planned.size(),
        refused.sum(),
        acknowledged.percentile(50),
        acknowledged.percentile(99),
        answered.percentile(50),
        answered.percentile(99),
        planned.size() - answered.count(),
        CpuTime.each(spent.app(), planned.size()),
        CpuTime.each(spent.postgres(), planned.size()),
        CpuTime.each(spent.engine(), planned.size()),
        heap());
  }

  /** The times from when each event was to happen until the provider had taken its answer. */
  private static Latencies answered(JdbcClient jdbc, Map<String, Instant> planned) {
    var latencies = new Latencies();
    jdbc.sql(
            """
            select i.event_id, min(o.accepted_at)
            from inbox i join message m on m.id = i.message_id
            join message a on a.turn_id = m.turn_id and a.direction = 'OUTBOUND'
            join outbox o on o.message_id = a.id
            where i.event_id = any(?) and o.accepted_at is not null
            group by i.event_id""")
        .param(planned.keySet().toArray(String[]::new))
        .query(
            row -> {
              latencies.took(
                  Duration.between(planned.get(row.getString(1)), row.getTimestamp(2).toInstant()));
            });
    return latencies;
  }

  /** What is in use after a collection, in MiB. */
  private static double heap() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed() / 1048576.0;
  }
}
