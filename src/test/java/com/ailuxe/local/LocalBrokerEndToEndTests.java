package com.ailuxe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The engine is a real one: it survives a kill, its clock can be moved, it dies with its parent.
 */
@Tag("nightly")
@ResourceLock("stack")
class LocalBrokerEndToEndTests {
  private static LocalBroker broker;
  private static CamundaClient client;

  @BeforeAll
  static void startBroker() {
    broker = LocalBroker.forTests();
    client =
        CamundaClient.newClientBuilder()
            .grpcAddress(broker.grpcAddress())
            .restAddress(broker.restAddress())
            .preferRestOverGrpc(false)
            .build();
  }

  @AfterAll
  static void stopBroker() {
    client.close();
    broker.close();
  }

  @Test
  void acknowledgedInstanceOutlivesKill() {
    var instance =
        deployAndStart(
            Bpmn.createExecutableProcess("kept")
                .startEvent()
                .serviceTask("task")
                .zeebeJobType("kept"));

    broker.kill();
    broker.restart();

    assertThat(awaitJob("kept").getProcessInstanceKey()).isEqualTo(instance);
  }

  @Test
  void timerFiresWhenTheClockIsMoved() throws IOException, InterruptedException {
    var instance =
        deployAndStart(
            Bpmn.createExecutableProcess("reminded")
                .startEvent()
                .intermediateCatchEvent("wait", timer -> timer.timerWithDuration("PT48H"))
                .serviceTask("task")
                .zeebeJobType("reminded"));
    assertThat(jobs("reminded")).isEmpty();

    moveClock(Duration.ofHours(48));

    assertThat(awaitJob("reminded").getProcessInstanceKey()).isEqualTo(instance);
  }

  @Test
  void brokerEndsSoonAfterItsParentWasKilled(@TempDir Path directory) throws IOException {
    var parent =
        new ProcessBuilder(
                JavaCommand.with(
                    "-Djava.io.tmpdir=" + directory,
                    "-cp",
                    System.getProperty("java.class.path"),
                    BrokerParent.class.getName()))
            .redirectErrorStream(true)
            .start();
    try (var output = parent.inputReader()) {
      assertThat(output.lines().filter(BrokerParent.READY::equals).findFirst()).isPresent();
      var child = parent.descendants().findFirst().orElseThrow();
      assertThat(child.isAlive()).isTrue();

      parent.destroyForcibly();

      await().atMost(Duration.ofSeconds(30)).until(() -> !child.isAlive());
    } finally {
      parent.destroyForcibly();
    }
  }

  private static long deployAndStart(AbstractFlowNodeBuilder<?, ?> process) {
    var deployed =
        client
            .newDeployResourceCommand()
            .addProcessModel(process.endEvent().done(), "process.bpmn")
            .send()
            .join();
    return client
        .newCreateInstanceCommand()
        .processDefinitionKey(deployed.getProcesses().getFirst().getProcessDefinitionKey())
        .send()
        .join()
        .getProcessInstanceKey();
  }

  private static ActivatedJob awaitJob(String type) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> jobs(type), jobs -> !jobs.isEmpty())
        .getFirst();
  }

  private static List<ActivatedJob> jobs(String type) {
    return client
        .newActivateJobsCommand()
        .jobType(type)
        .maxJobsToActivate(1)
        .requestTimeout(Duration.ofSeconds(1))
        .send()
        .join()
        .getJobs();
  }

  private static void moveClock(Duration offset) throws IOException, InterruptedException {
    URI clock = broker.managementAddress().resolve("/actuator/clock/add");
    try (var http = HttpClient.newHttpClient()) {
      var response =
          http.send(
              HttpRequest.newBuilder(clock)
                  .header("Content-Type", "application/json")
                  .POST(
                      BodyPublishers.ofString("{\"offsetMilli\": %d}".formatted(offset.toMillis())))
                  .build(),
              BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }
  }

  /** A program that starts a broker and then waits to be killed. */
  static final class BrokerParent {
    static final String READY = "broker is ready";

    private BrokerParent() {}

    public static void main(String[] arguments) throws InterruptedException {
      LocalBroker.forTests();
      System.out.println(READY);
      Thread.currentThread().join();
    }
  }
}
