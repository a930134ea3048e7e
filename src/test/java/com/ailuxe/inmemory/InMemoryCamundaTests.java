package com.ailuxe.inmemory;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.CamundaAssert.assertThatDecision;
import static io.camunda.process.test.api.assertions.ElementSelectors.byName;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byParentProcessInstanceKey;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byTaskName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.assertions.DecisionSelectors;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The rest of the CPT API against the in-memory runtime, with the failures it must report. */
@Tag("engine")
@ResourceLock("engine")
@TestMethodOrder(OrderAnnotation.class)
@SuppressWarnings("NullAway.Init")
class InMemoryCamundaTests {
  @RegisterExtension
  static final CamundaProcessTestExtension EXTENSION = InMemoryCamunda.processTestExtension();

  CamundaClient client;
  CamundaProcessTestContext context;

  @Test
  @Order(1)
  void clockMoves() {
    context.increaseTime(Duration.ofDays(2));

    var expected = Instant.now().plus(2, ChronoUnit.DAYS);
    assertThat(context.getCurrentTime()).isCloseTo(expected, within(5, ChronoUnit.SECONDS));
    start("purged", p -> p.userTask("task", t -> t.zeebeUserTask()).endEvent());
    assertThat(byElementId("task")).isCreated();
  }

  @Test
  @Order(2)
  void dataAndClockOfTheTestBeforeAreGone() {
    assertThat(context.getCurrentTime()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
    assertThat(client.newProcessInstanceSearchRequest().send().join().items()).isEmpty();
    assertThat(client.newUserTaskSearchRequest().send().join().items()).isEmpty();
  }

  @Test
  void failsWhatIsNotSo() {
    var instance =
        start("negative", p -> p.userTask("task", t -> t.zeebeUserTask()).endEvent("end"));
    assertThat(instance).isActive();
    CamundaAssert.setAssertionTimeout(Duration.ofSeconds(1));
    try {
      assertThatThrownBy(() -> assertThat(instance).isCompleted())
          .hasMessageContaining("should be completed but was active");
      assertThatThrownBy(() -> assertThat(instance).hasCompletedElements("task"))
          .hasMessageContaining("'task': active");
      assertThatThrownBy(() -> assertThat(instance).hasActiveElements("end"))
          .hasMessageContaining("not activated");
      assertThatThrownBy(() -> assertThat(instance).hasVariable("x", 1))
          .hasMessageContaining("doesn't exist");
      assertThatThrownBy(() -> assertThat(instance).hasActiveIncidents())
          .isInstanceOf(AssertionError.class);
      assertThatThrownBy(() -> assertThat(instance).isWaitingForMessage("m"))
          .isInstanceOf(AssertionError.class);
      assertThatThrownBy(() -> assertThat(byElementId("task")).isCompleted())
          .isInstanceOf(AssertionError.class);
    } finally {
      CamundaAssert.setAssertionTimeout(CamundaAssert.DEFAULT_ASSERTION_TIMEOUT);
    }
  }

  @Test
  void rejectsWhatTheEngineRejects() {
    start(
        "rejecting",
        p ->
            p.userTask("task", t -> t.zeebeUserTask())
                .userTask("next", t -> t.zeebeUserTask())
                .endEvent());
    assertThat(byElementId("task")).isCreated();
    var key = client.newUserTaskSearchRequest().send().join().singleItem().getUserTaskKey();
    client.newCompleteUserTaskCommand(key).send().join();

    assertThatThrownBy(() -> client.newCompleteUserTaskCommand(key).send().join())
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.code()).isEqualTo(404));
    assertThat(byElementId("next")).isCreated();
    var next =
        client
            .newUserTaskSearchRequest()
            .filter(f -> f.state(UserTaskState.CREATED))
            .send()
            .join()
            .singleItem();
    client.newAssignUserTaskCommand(next.getUserTaskKey()).assignee("ana").send().join();
    assertThatThrownBy(
            () ->
                client
                    .newAssignUserTaskCommand(next.getUserTaskKey())
                    .assignee("eva")
                    .allowOverride(false)
                    .send()
                    .join())
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.code()).isEqualTo(409));
    client.newUnassignUserTaskCommand(next.getUserTaskKey()).send().join();
    assertThat(client.newUserTaskGetRequest(next.getUserTaskKey()).send().join().getAssignee())
        .isNull();
  }

  @Test
  void refusesWhatItDoesNotServe() {
    start("unserved", p -> p.userTask("task", t -> t.zeebeUserTask()).endEvent());
    assertThat(byElementId("task")).isCreated();

    assertThatThrownBy(
            () ->
                client
                    .newUserTaskSearchRequest()
                    .filter(f -> f.processInstanceVariables(Map.of("a", 1)))
                    .send()
                    .join())
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.code()).isEqualTo(501));
    assertThatThrownBy(() -> client.newUsersSearchRequest().send().join())
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void namesElementsAndTasks() {
    var instance =
        start(
            "named",
            p -> p.name("Start").userTask("task", t -> t.name("Do it").zeebeUserTask()).endEvent());

    assertThat(instance).hasCompletedElements(byName("Start")).hasActiveElements(byName("Do it"));
    context.completeUserTask(byTaskName("Do it"));
    assertThat(instance).isCompleted();
  }

  @Test
  void runsJobsErrorsAndLocalVariables() {
    var instance =
        start(
            "jobs",
            p ->
                p.serviceTask(
                        "first",
                        t -> t.zeebeJobType("first").zeebeInputExpression("1 + 1", "local"))
                    .serviceTask("second", t -> t.zeebeJobType("second"))
                    .boundaryEvent("failed", b -> b.error("oops"))
                    .endEvent("handled"));

    assertThat(instance).hasActiveElements("first").hasLocalVariable("first", "local", 2);
    context.completeJob("first", Map.of("answer", 42));
    context.throwBpmnErrorFromJob("second", "oops");

    assertThat(instance)
        .isCompleted()
        .hasTerminatedElements("second")
        .hasCompletedElements("failed", "handled");
    assertThat(instance).hasVariable("answer", 42);
  }

  @Test
  void mocksChildProcesses() {
    context.mockChildProcess("child", Map.of("fromChild", "yes"));

    var instance =
        start("parent", p -> p.callActivity("call", c -> c.zeebeProcessId("child")).endEvent());

    assertThat(instance).isCompleted().hasVariable("fromChild", "yes");
    assertThat(byParentProcessInstanceKey(instance.getProcessInstanceKey())).isCompleted();
  }

  @Test
  void mocksDecisions() {
    context.mockDmnDecision("discount", Map.of("percent", 10));

    var instance =
        start(
            "pricing",
            p ->
                p.businessRuleTask(
                        "decide",
                        t -> t.zeebeCalledDecisionId("discount").zeebeResultVariable("result"))
                    .endEvent());

    assertThat(instance).isCompleted().hasVariable("result", Map.of("percent", 10));
    assertThatDecision(DecisionSelectors.byId("discount"))
        .isEvaluated()
        .hasOutput(Map.of("percent", 10));
  }

  @Test
  void cancelsInstancesTasksAndSubscriptions() {
    var instance =
        start(
            "cancelled",
            p ->
                p.userTask("task", t -> t.zeebeUserTask())
                    .boundaryEvent(
                        "announced",
                        b ->
                            b.message(
                                m -> m.name("announced").zeebeCorrelationKeyExpression("\"k\"")))
                    .endEvent());
    assertThat(instance).hasActiveElements("task").isWaitingForMessage("announced", "k");

    client.newCancelInstanceCommand(instance.getProcessInstanceKey()).send().join();

    assertThat(instance)
        .isTerminated()
        .hasTerminatedElements("task")
        .isNotWaitingForMessage("announced", "k");
    assertThat(byElementId("task")).isCanceled();
  }

  private ProcessInstanceEvent start(
      String processId, Function<StartEventBuilder, AbstractFlowNodeBuilder<?, ?>> steps) {
    var model = steps.apply(Bpmn.createExecutableProcess(processId).startEvent()).done();
    client.newDeployResourceCommand().addProcessModel(model, processId + ".bpmn").send().join();
    return client.newCreateInstanceCommand().bpmnProcessId(processId).latestVersion().send().join();
  }
}
