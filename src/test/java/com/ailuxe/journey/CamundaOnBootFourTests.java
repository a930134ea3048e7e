package com.ailuxe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.local.FreePorts;
import io.camunda.client.CamundaClient;
import io.camunda.client.metrics.MetricsRecorder;
import io.camunda.client.metrics.MicrometerMetricsRecorder;
import io.camunda.client.spring.configuration.CamundaActuatorConfiguration;
import io.camunda.client.spring.configuration.CamundaAutoConfiguration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CamundaOnBootFourTests {
  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(CamundaAutoConfiguration.class))
          .withBean(SimpleMeterRegistry.class)
          .withPropertyValues(
              "camunda.client.grpc-address=http://127.0.0.1:" + FreePorts.find(1).getFirst(),
              "camunda.client.prefer-rest-over-grpc=false",
              "camunda.client.request-timeout=PT1S");

  @Test
  void theStarterStartsAndOursCountsTheJobs() {
    application
        .withUserConfiguration(EngineObservation.class)
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .getBean(MetricsRecorder.class)
                    .isInstanceOf(MicrometerMetricsRecorder.class));
  }

  /** Once this fails, the filter and what it makes up for can go: see ADR 0001. */
  @Test
  void whatIsKeptOutStillDoesNotFit() {
    application
        .withUserConfiguration(CamundaActuatorConfiguration.class)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasStackTraceContaining("org/springframework/boot/actuate/health"));
  }

  @Test
  void anEngineThatIsAwayIsDown() {
    application
        .withUserConfiguration(EngineObservation.class)
        .run(
            context ->
                assertThat(context.getBean(HealthIndicator.class).health())
                    .extracting(Health::getStatus)
                    .isEqualTo(Status.DOWN));
  }

  @Test
  void withoutAClientNothingIsObserved() {
    application
        .withUserConfiguration(EngineObservation.class)
        .withPropertyValues("camunda.client.enabled=false")
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean(CamundaClient.class)
                    .doesNotHaveBean(HealthIndicator.class));
  }
}
