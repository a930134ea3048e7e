package com.ailuxe.journey;

import static com.ailuxe.journey.JobTypes.KEEP_PROMISE;
import static com.ailuxe.journey.JobTypes.NOTIFY_STAFF;
import static com.ailuxe.journey.JobTypes.PREPARE_PROMISE;
import static com.ailuxe.journey.MessageNames.PROMISE_KEPT;
import static com.ailuxe.journey.MessageNames.PROMISE_MADE;
import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import com.ailuxe.conversation.PromiseId;
import com.ailuxe.shared.ConversationId;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.assertions.ProcessInstanceSelector;
import io.camunda.process.test.api.mock.JobWorkerMockBuilder.JobWorkerMock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class PromiseProcessTests {
  private static final String CONVERSATION = "5b0c9c36-6d0a-4f5e-9a53-0d5f6f0f3a11";
  private static final String PROMISE = "7e4f8b9e-7f0e-4a53-8d0b-3b2a0a6f5c22";
  private static final ProcessInstanceSelector PROCESS = byProcessId("promise");

  @Autowired CamundaClient client;
  @Autowired CamundaProcessTestContext context;

  @Test
  void aPromiseIsATaskWithADeadlineThatShowsWhatWasPromised() {
    promised();

    assertThat(byElementId("Task_KeepPromise"))
        .isCreated()
        .hasName("Keep promise")
        .hasCandidateGroup("concierge");
    assertThat(PROCESS)
        .hasLocalVariables(
            "Task_KeepPromise",
            Map.of(
                "contactName", "Ada",
                "channel", "WhatsApp",
                "question", "← Ada: May I bring my dog?",
                "said", "A colleague will answer you shortly.",
                "undelivered", "",
                "transcript", "← Ada: May I bring my dog?"));
    assertThat(OffsetDateTime.parse(task().getDueDate().toString()).toInstant())
        .isCloseTo(
            context.getCurrentTime().plus(1, ChronoUnit.HOURS), within(1, ChronoUnit.MINUTES));
    var form = client.newUserTaskGetFormRequest(task().getUserTaskKey()).send().join();
    assertThat(form.getFormId()).isEqualTo("keep-promise");
  }

  @Test
  void aPromiseMadeTwiceIsOneTask() {
    promised();
    made();

    assertThat(client.newProcessInstanceSearchRequest().send().join().items()).hasSize(1);
  }

  @Test
  void aPromiseWhoseCaseWasCancelledIsATaskAgainAndNeverTwo() {
    promised();
    stillOwed();
    assertThat(instances()).hasSize(1);

    client.newCancelInstanceCommand(instances().getFirst().getProcessInstanceKey()).send().join();
    assertThat(PROCESS).isTerminated();
    stillOwed();
    stillOwed();

    await()
        .untilAsserted(
            () ->
                assertThat(instances())
                    .extracting(ProcessInstance::getState)
                    .containsExactlyInAnyOrder(
                        ProcessInstanceState.TERMINATED, ProcessInstanceState.ACTIVE));
    await().untilAsserted(() -> assertThat(task().getState()).isEqualTo(UserTaskState.CREATED));
  }

  private void stillOwed() {
    new Journey(client, mock(ModelDeployment.class), JourneyTests.PROPERTIES)
        .promiseIsOwed(
            PromiseId.parse(PROMISE),
            new ConversationId(UUID.fromString(CONVERSATION)),
            context.getCurrentTime());
  }

  private List<ProcessInstance> instances() {
    return client.newProcessInstanceSearchRequest().send().join().items();
  }

  @ParameterizedTest
  @ValueSource(strings = {"send", "elsewhere", "not-needed"})
  void howAPersonKeepsItIsCarriedOutAndStaysInside(String decision) {
    var keep = context.mockJobWorker(KEEP_PROMISE).thenComplete();
    promised();

    context.completeUserTask(
        "Task_KeepPromise",
        Map.of("decision", decision, "reply", "Yes, gladly.", "note", "Called"));

    assertThat(PROCESS)
        .isCompleted()
        .hasCompletedElementsInOrder(
            "Task_KeepPromise",
            "Task_CarryOutPromise",
            "Event_PromiseCarriedOut",
            "Event_PromiseKept");
    assertThat(variables(keep))
        .containsEntry("promiseId", PROMISE)
        .containsEntry("decision", decision)
        .containsEntry("reply", "Yes, gladly.")
        .containsEntry("note", "Called");
    var instance =
        client.newProcessInstanceSearchRequest().send().join().singleItem().getProcessInstanceKey();
    assertThat(
            client
                .newVariableSearchRequest()
                .filter(filter -> filter.scopeKey(instance))
                .send()
                .join()
                .items())
        .extracting(variable -> variable.getName())
        .doesNotContain("promise", "reply", "note", "decision", "said", "transcript", "question");
  }

  @Test
  void aPersonWhoAnswersElsewhereTakesTheTaskAway() {
    promised();

    kept();

    assertThat(PROCESS)
        .isCompleted()
        .hasTerminatedElements("Task_KeepPromise")
        .hasCompletedElements("Event_KeptMeanwhile", "Event_TaskOutdated", "Event_PromiseKept")
        .hasNotActivatedElements("Task_CarryOutPromise");
  }

  @Test
  void whatIsKeptBeforeTheTaskIsThereLeavesNone() {
    context.mockJobWorker(PREPARE_PROMISE).thenComplete(shown());
    kept();
    made();

    assertThat(PROCESS).isCompleted().hasCompletedElements("Event_KeptMeanwhile");
  }

  @Test
  void whatNobodyKeepsIsRemindedOfAndGoesToTheSupervisorsWithTheNewestLines() {
    var notify = context.mockJobWorker(NOTIFY_STAFF).thenComplete();
    promised();

    context.increaseTime(Duration.ofMinutes(61));
    assertThat(PROCESS)
        .hasCompletedElements("Event_PromiseOverdue", "Event_StaffReminded")
        .hasActiveElement("Task_KeepPromise", 1);
    assertThat(headers(notify)).containsOnly(entry("template", "promise-waits"));
    assertThat(variables(notify))
        .containsEntry("conversationId", CONVERSATION)
        .containsEntry("staffGroup", "concierge");

    context.increaseTime(Duration.ofMinutes(60));
    assertThat(PROCESS)
        .hasCompletedElements("Event_PromiseEscalated", "Task_TellSupervisors")
        .hasCompletedElement("Task_PreparePromise", 2)
        .hasActiveElement("Task_KeepPromise", 1);
    assertThat(headers(notify))
        .containsOnly(entry("template", "promise-escalated"), entry("group", "supervisor"));
    assertThat(task().getCandidateGroups()).containsExactly("supervisor");

    context.increaseTime(Duration.ofMinutes(61));
    assertThat(PROCESS).hasCompletedElement("Task_RemindStaff", 2);
    context.increaseTime(Duration.ofHours(4));
    assertThat(PROCESS)
        .hasCompletedElement("Task_TellSupervisors", 2)
        .hasActiveElement("Task_KeepPromise", 1);
  }

  private void promised() {
    context.mockJobWorker(PREPARE_PROMISE).thenComplete(shown());
    made();
    assertThat(byElementId("Task_KeepPromise")).isCreated();
  }

  private static Map<String, Object> shown() {
    return Map.of(
        "promise",
        Map.of(
            "contactName", "Ada",
            "channel", "WhatsApp",
            "question", "← Ada: May I bring my dog?",
            "said", "A colleague will answer you shortly.",
            "undelivered", "",
            "transcript", "← Ada: May I bring my dog?"));
  }

  private void made() {
    var dueAt = context.getCurrentTime().plus(1, ChronoUnit.HOURS).toString();
    publish(
        PROMISE_MADE,
        Map.of("promiseId", PROMISE, "conversationId", CONVERSATION, "promiseDueAt", dueAt));
  }

  private void kept() {
    publish(PROMISE_KEPT, Map.of());
  }

  private void publish(String name, Map<String, Object> variables) {
    client
        .newPublishMessageCommand()
        .messageName(name)
        .correlationKey(PROMISE)
        .timeToLive(Duration.ofDays(7))
        .variables(variables)
        .send()
        .join();
  }

  private UserTask task() {
    return client.newUserTaskSearchRequest().send().join().items().getLast();
  }

  private static Map<String, String> headers(JobWorkerMock worker) {
    return worker.getActivatedJobs().getLast().getCustomHeaders();
  }

  private static Map<String, Object> variables(JobWorkerMock worker) {
    return worker.getActivatedJobs().getLast().getVariablesAsMap();
  }
}
