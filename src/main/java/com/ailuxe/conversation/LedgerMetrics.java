package com.ailuxe.conversation;

import com.ailuxe.conversation.LedgerTotals.Settled;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The ledger's totals as metrics. They are the database's: they go on after a restart, and every
 * replica tells the same ones. All come from one reading, so that they balance in each scrape.
 */
@Component
class LedgerMetrics implements MeterBinder {
  private final Ledger ledger;
  private final CompositeMeterRegistry registries = new CompositeMeterRegistry();
  private final Set<Settled> counted = new HashSet<>();
  private volatile int standingStill;
  private volatile LedgerTotals totals = new LedgerTotals(0, Map.of(), 0, 0, 0);

  LedgerMetrics(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    registries.add(registry);
  }

  /** A total is shown from its first reading on: a zero before it would look like a restart. */
  @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
  void read() {
    totals = ledger.totals();
    standingStill = ledger.lateStarts().standingStill().size();
    if (registries.getMeters().isEmpty()) {
      counter("ailuxe.messages.received", LedgerTotals::received).register(registries);
      gauge("ailuxe.messages.open", LedgerTotals::open);
      gauge("ailuxe.messages.not.started", LedgerTotals::notStarted);
      Gauge.builder("ailuxe.conversations.standing.still", () -> standingStill)
          .register(registries);
      gauge("ailuxe.outbox.waiting", LedgerTotals::waitingInTheOutbox);
    }
    totals.settled().keySet().stream().filter(counted::add).forEach(this::count);
  }

  private void count(Settled settled) {
    counter("ailuxe.messages.settled", now -> now.settled().getOrDefault(settled, 0L))
        .tag("outcome", settled.outcome().name().toLowerCase(Locale.ROOT))
        .tag("reason", settled.reason())
        .register(registries);
  }

  private FunctionCounter.Builder<LedgerMetrics> counter(
      String name, ToDoubleFunction<LedgerTotals> total) {
    return FunctionCounter.builder(name, this, metrics -> total.applyAsDouble(metrics.totals));
  }

  private void gauge(String name, ToDoubleFunction<LedgerTotals> total) {
    Gauge.builder(name, this, metrics -> total.applyAsDouble(metrics.totals)).register(registries);
  }
}
