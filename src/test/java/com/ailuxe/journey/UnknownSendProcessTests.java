package com.ailuxe.journey;

import static com.ailuxe.journey.JobTypes.NOTIFY_STAFF;
import static com.ailuxe.journey.JobTypes.PREPARE_UNKNOWN_SEND;
import static com.ailuxe.journey.JobTypes.RESOLVE_UNKNOWN_SEND;
import static com.ailuxe.journey.MessageNames.SEND_LEFT_UNKNOWN;
import static com.ailuxe.journey.MessageNames.UNKNOWN_SEND_RESOLVED;
import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.assertions.ProcessInstanceSelector;
import io.camunda.process.test.api.mock.JobWorkerMockBuilder.JobWorkerMock;
import io.grpc.Status;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class UnknownSendProcessTests {
  private static final String CONVERSATION = "5b0c9c36-6d0a-4f5e-9a53-0d5f6f0f3a11";
  private static final String ATTEMPT = "0f4f8b9e-7f0e-4a53-8d0b-3b2a0a6f5c22/1";
  private static final String NEXT_ATTEMPT = "0f4f8b9e-7f0e-4a53-8d0b-3b2a0a6f5c22/2";
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final ProcessInstanceSelector CASE = byProcessId("unknown-send");
  private static final Map<String, Object> SHOWN =
      Map.of(
          "contactName", "Ada",
          "channel", "Telegram",
          "text", "Your table is booked.",
          "triedAt", "Tuesday 1 December 2026, 11:00 (Monaco time)",
          "attempts", 1,
          "reason", "no answer",
          "useless", "",
          "transcript", "Ada: A table, please\n? Concierge: Your table is booked.");

  @Autowired CamundaClient client;
  @Autowired CamundaProcessTestContext context;

  private JobWorkerMock prepare;

  @BeforeEach
  void theFormIsPrepared() {
    prepare =
        context.mockJobWorker(PREPARE_UNKNOWN_SEND).thenComplete(Map.of("unknownSend", SHOWN));
  }

  @Test
  void whatTheProviderTellsSoonNeedsNobody() {
    leavesUnknown(ATTEMPT);
    assertThat(CASE).isWaitingForMessage(UNKNOWN_SEND_RESOLVED, ATTEMPT);

    resolved(ATTEMPT);

    assertThat(CASE)
        .isCompleted()
        .hasCompletedElementsInOrder("Event_SendResolved", "Event_ResolvedByReport")
        .hasNotActivatedElements("SubProcess_Resolve");
  }

  @Test
  void whatWasReportedBeforeTheCaseBeganIsNotLost() {
    resolved(ATTEMPT);

    leavesUnknown(ATTEMPT);

    assertThat(CASE).isCompleted().hasCompletedElements("Event_ResolvedByReport");
  }

  @ParameterizedTest
  @ValueSource(strings = {"received", "again", "dropped"})
  void aPersonDecidesWhenNothingIsReported(String resolution) {
    var resolve = resolves(resolution);
    waitForAPerson();

    assertThat(byElementId("Task_ResolveUnknownSend"))
        .isCreated()
        .hasName("Resolve unknown send")
        .hasCandidateGroup("concierge");
    assertThat(CASE).hasLocalVariables("Task_ResolveUnknownSend", SHOWN);
    decide("drop", null);

    assertThat(CASE)
        .isCompleted()
        .hasCompletedElementsInOrder("Task_CarryOutDecision", "Event_ResolvedByPerson")
        .hasNotActivatedElements("Task_TellStaff", "Event_ResolvedByReport");
    assertThat(variables(prepare)).containsEntry("sendAttempt", ATTEMPT);
    assertThat(variables(resolve))
        .containsEntry("sendAttempt", ATTEMPT)
        .containsEntry("decision", "drop")
        .containsEntry("note", "");
  }

  @Test
  void nothingThatTheFormShowedOrAskedIsLeftWhenTheCaseEnds() {
    resolves("received");
    waitForAPerson();

    decide("received", "She said thanks.");

    assertThat(CASE).isCompleted();
    assertThat(caseVariables())
        .containsExactlyInAnyOrder("conversationId", "sendAttempt", "staffGroup", "resolution");
  }

  @Test
  void aReportWithdrawsTheTask() {
    waitForAPerson();

    resolved(ATTEMPT);

    assertThat(CASE)
        .isCompleted()
        .hasTerminatedElements("Task_ResolveUnknownSend")
        .hasCompletedElementsInOrder("Event_ResolvedMeanwhile", "Event_ResolvedByReport")
        .hasNotActivatedElements("Task_CarryOutDecision", "Event_ResolvedByPerson");
    assertThat(byElementId("Task_ResolveUnknownSend")).isCanceled();
  }

  @Test
  void aReportAboutAnotherAttemptChangesNothing() {
    resolves("received");
    waitForAPerson();

    resolved(NEXT_ATTEMPT);
    decide("received", null);

    assertThat(CASE)
        .isCompleted()
        .hasCompletedElements("Event_ResolvedByPerson")
        .hasNotActivatedElements("Event_ResolvedMeanwhile");
  }

  @Test
  void staffAreToldThatTheirDecisionCameTooLate() {
    resolves("overtaken");
    var notify = context.mockJobWorker(NOTIFY_STAFF).thenComplete();
    waitForAPerson();

    decide("again", null);

    assertThat(CASE)
        .isCompleted()
        .hasCompletedElementsInOrder(
            "Task_CarryOutDecision", "Task_TellStaff", "Event_DecisionOvertaken")
        .hasNotActivatedElements("Event_ResolvedByPerson");
    assertThat(headers(notify)).containsOnly(entry("template", "unknown-send-overtaken"));
    assertThat(variables(notify))
        .containsEntry("conversationId", CONVERSATION)
        .containsEntry("staffGroup", "concierge");
  }

  @Test
  void aTaskThatNobodyDoesIsRemindedOfAndGoesToTheSupervisors() {
    resolves("received");
    var notify = context.mockJobWorker(NOTIFY_STAFF).thenComplete();
    waitForAPerson();

    context.increaseTime(Duration.ofMinutes(16));
    assertThat(CASE)
        .hasCompletedElements("Event_DecisionOverdue", "Task_RemindStaff", "Event_StaffReminded")
        .hasActiveElements("Task_ResolveUnknownSend")
        .hasNotActivatedElements("Event_DecisionEscalated");
    assertThat(headers(notify)).containsOnly(entry("template", "unknown-send-waits"));

    context.increaseTime(Duration.ofMinutes(15));
    assertThat(CASE)
        .hasCompletedElementsInOrder("Event_DecisionEscalated", "Task_TellSupervisors")
        .hasActiveElement("Task_ResolveUnknownSend", 1)
        .hasVariable("staffGroup", "supervisor")
        .hasLocalVariables("Task_ResolveUnknownSend", SHOWN);
    assertThat(headers(notify))
        .containsOnly(entry("template", "unknown-send-escalated"), entry("group", "supervisor"));

    context.increaseTime(Duration.ofMinutes(16));
    assertThat(CASE).hasCompletedElement("Task_RemindStaff", 2);
    assertThat(variables(notify)).containsEntry("staffGroup", "supervisor");
    context.increaseTime(Duration.ofHours(4));
    assertThat(CASE)
        .hasCompletedElement("Task_TellSupervisors", 2)
        .hasActiveElement("Task_ResolveUnknownSend", 1);

    decide("received", null);
    assertThat(CASE).isCompleted().hasCompletedElements("Event_ResolvedByPerson");
  }

  @Test
  void announcedTwiceItIsOneCase() {
    leavesUnknown(ATTEMPT);

    assertThatThrownBy(() -> leavesUnknown(ATTEMPT))
        .isInstanceOfSatisfying(
            ClientStatusException.class,
            refusal -> assertThat(refusal.getStatusCode()).isEqualTo(Status.Code.ALREADY_EXISTS));
    resolved(ATTEMPT);

    assertThat(CASE).isCompleted();
    assertThat(cases()).hasSize(1);
  }

  @Test
  void theNextAttemptHasACaseOfItsOwn() {
    resolves("again");
    waitForAPerson();
    decide("again", null);
    assertThat(CASE).isCompleted();

    leavesUnknown(NEXT_ATTEMPT);

    await().until(() -> cases().size() == 2);
    assertThat(byKey(cases().getLast().getProcessInstanceKey()))
        .isWaitingForMessage(UNKNOWN_SEND_RESOLVED, NEXT_ATTEMPT);
  }

  private void waitForAPerson() {
    leavesUnknown(ATTEMPT);
    assertThat(CASE).hasActiveElements("Gateway_ResolvedByItself");
    context.increaseTime(PATIENCE);
    assertThat(byElementId("Task_ResolveUnknownSend")).isCreated();
  }

  /** Publishes the message that the application would. */
  private void leavesUnknown(String attempt) {
    client
        .newPublishMessageCommand()
        .messageName(SEND_LEFT_UNKNOWN)
        .correlationKey(attempt)
        .messageId("unknown/" + attempt)
        .timeToLive(Duration.ofDays(7))
        .variables(Map.of("conversationId", CONVERSATION, "sendAttempt", attempt))
        .send()
        .join();
  }

  private void resolved(String attempt) {
    client
        .newPublishMessageCommand()
        .messageName(UNKNOWN_SEND_RESOLVED)
        .correlationKey(attempt)
        .messageId("resolved/" + attempt)
        .timeToLive(Duration.ofDays(7))
        .send()
        .join();
  }

  private JobWorkerMock resolves(String resolution) {
    return context
        .mockJobWorker(RESOLVE_UNKNOWN_SEND)
        .thenComplete(Map.of("resolution", resolution));
  }

  private void decide(String decision, @Nullable String note) {
    var answers = new HashMap<String, Object>();
    answers.put("decision", decision);
    if (note != null) {
      answers.put("note", note);
    }
    context.completeUserTask("Task_ResolveUnknownSend", answers);
  }

  private List<ProcessInstance> cases() {
    return client
        .newProcessInstanceSearchRequest()
        .filter(filter -> filter.processDefinitionId("unknown-send"))
        .send()
        .join()
        .items();
  }

  private List<String> caseVariables() {
    var scope = cases().getFirst().getProcessInstanceKey();
    return client
        .newVariableSearchRequest()
        .filter(filter -> filter.scopeKey(scope))
        .send()
        .join()
        .items()
        .stream()
        .map(variable -> variable.getName())
        .toList();
  }

  private static Map<String, String> headers(JobWorkerMock worker) {
    return worker.getActivatedJobs().getLast().getCustomHeaders();
  }

  private static Map<String, Object> variables(JobWorkerMock worker) {
    return worker.getActivatedJobs().getLast().getVariablesAsMap();
  }
}
