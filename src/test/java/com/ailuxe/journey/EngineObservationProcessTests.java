package com.ailuxe.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.annotation.JobWorker;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Import;

@ProcessTest
@Import({
  EngineObservation.class,
  EngineObservationProcessTests.Worker.class,
  SimpleMeterRegistry.class
})
class EngineObservationProcessTests {
  private static final String JOB = "test.count";

  /** The worker is public, because the starter calls it from outside. */
  public static class Worker {
    @JobWorker(type = JOB)
    public void handle() {}
  }

  @Autowired CamundaClient client;
  @Autowired HealthIndicator health;
  @Autowired MeterRegistry meters;

  @Test
  void anEngineInReachIsUp() {
    assertThat(health.health()).extracting(Health::getStatus).isEqualTo(Status.UP);
  }

  @Test
  void jobsAreCounted() {
    var model =
        Bpmn.createExecutableProcess("counted")
            .startEvent()
            .serviceTask("counted-task", task -> task.zeebeJobType(JOB))
            .endEvent()
            .done();
    client.newDeployResourceCommand().addProcessModel(model, "counted.bpmn").send().join();

    client
        .newCreateInstanceCommand()
        .bpmnProcessId("counted")
        .latestVersion()
        .withResult()
        .send()
        .join();

    await()
        .untilAsserted(
            () -> {
              assertThat(counted("activated")).isOne();
              assertThat(counted("completed")).isOne();
            });
  }

  private double counted(String action) {
    return meters
        .get("camunda.job.invocations")
        .tags("action", action, "type", JOB)
        .counter()
        .count();
  }
}
