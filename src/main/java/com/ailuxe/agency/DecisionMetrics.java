package com.ailuxe.agency;

import com.ailuxe.agency.DecisionLedger.DecisionTotals;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many decisions have no name, as metrics; they are the database's. */
@Component
class DecisionMetrics implements MeterBinder {
  /** The engine's own data are some seconds late. */
  private static final Duration USUAL = Duration.ofMinutes(1);

  private final DecisionLedger decisions;
  private volatile DecisionTotals totals = new DecisionTotals(0, 0);

  DecisionMetrics(DecisionLedger decisions) {
    this.decisions = decisions;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("ailuxe.decisions.open", this, metrics -> metrics.totals.open())
        .description("Decisions of which the engine has not said for a minute who made them")
        .register(registry);
    Gauge.builder("ailuxe.decisions.unsigned", this, metrics -> metrics.totals.unsigned())
        .description("Decisions of which the engine does not tell who made them")
        .register(registry);
  }

  @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
  void read() {
    totals = decisions.totals(USUAL);
  }
}
