package com.ailuxe.journey;

import io.camunda.client.CamundaClient;
import io.camunda.client.metrics.MetricsRecorder;
import io.camunda.client.metrics.MicrometerMetricsRecorder;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Counts the jobs and says whether the engine is in reach; see {@link CamundaOnBootFour}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnCamundaClientEnabled
class EngineObservation {
  /**
   * @param meters are asked for with the first job, as the workers are made before them
   */
  @Bean
  MetricsRecorder jobMetrics(@Lazy MeterRegistry meters) {
    return new MicrometerMetricsRecorder(meters);
  }

  @Bean
  HealthIndicator camundaClientHealthIndicator(CamundaClient engine) {
    return new EngineInReach(engine);
  }

  private static final class EngineInReach extends AbstractHealthIndicator {
    private final CamundaClient engine;

    EngineInReach(CamundaClient engine) {
      super("The engine did not answer");
      this.engine = engine;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
      var brokers = engine.newTopologyRequest().send().join().getBrokers();
      health.status(brokers.isEmpty() ? Status.DOWN : Status.UP);
    }
  }
}
