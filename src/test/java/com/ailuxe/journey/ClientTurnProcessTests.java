package com.ailuxe.journey;

import static com.ailuxe.journey.JobTypes.COLLECT_TURN;
import static com.ailuxe.journey.JobTypes.DRAFT_REPLY;
import static com.ailuxe.journey.JobTypes.PREPARE_REVIEW;
import static com.ailuxe.journey.JobTypes.RECORD_REVIEW;
import static com.ailuxe.journey.JobTypes.SEND_REPLY;
import static com.ailuxe.journey.MessageNames.MESSAGE_RECEIVED;
import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camunda.client.CamundaClient;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class ClientTurnProcessTests {
  private static final String CONVERSATION = "5b0c9c36-6d0a-4f5e-9a53-0d5f6f0f3a11";
  private static final String TURN = "0f4f8b9e-7f0e-4a53-8d0b-3b2a0a6f5c22";
  private static final String CONTRACT = "c1a4de64-5a5b-4a5c-8c39-6a0f5b8f7d33";
  private static final Duration QUIET_TIME = Duration.ofMinutes(10);
  private static final Duration SETTLE_CAP = Duration.ofMinutes(30);
  private static final ProcessInstanceSelector TURN_PROCESS = byProcessId("client-turn");

  @Autowired CamundaClient client;
  @Autowired CamundaProcessTestContext context;

  @Test
  void questionIsAnsweredInThreeJobs() {
    var collect = collects(Map.of("route", "draft", "turnId", TURN));
    var draft = drafts(draft("question", 0.9));
    var send = sends(true);

    contactWritesAndWaits();

    assertThat(TURN_PROCESS)
        .isCompleted()
        .hasCompletedElementsInOrder(
            "Event_MessageReceived",
            "Event_QuietTimeOver",
            "Task_CollectTurn",
            "Task_DraftReply",
            "Task_DecideReplyPolicy",
            "Task_SendReply",
            "Event_Answered")
        .hasNotActivatedElements(
            "Event_AnotherMessage",
            "SubProcess_Review",
            "Task_RecordBookingDetails",
            "Task_RecordContractAnswer",
            "Task_HandOver",
            "Task_OptOut",
            "Event_DraftVoid");
    assertThat(List.of(collect, draft, send)).allMatch(worker -> worker.getInvocations() == 1);
    assertThat(variables(collect)).containsEntry("conversationId", CONVERSATION);
    assertThat(variables(draft)).containsEntry("turnId", TURN);
    assertThat(variables(send)).containsEntry("turnId", TURN);
  }

  @Test
  void turnWithoutMessagesEndsAtOnce() {
    collects(Map.of("route", "none"));

    contactWritesAndWaits();

    assertThat(TURN_PROCESS)
        .isCompleted()
        .hasCompletedElements("Event_NothingToAnswer")
        .hasNotActivatedElements("Task_DraftReply", "Gateway_Intent");
  }

  @ParameterizedTest
  @CsvSource({
    "book, booking.record-details, Task_RecordBookingDetails",
    "accept-contract, contract.record-answer, Task_RecordContractAnswer",
    "decline-contract, contract.record-answer, Task_RecordContractAnswer",
    "human, conversation.hand-over, Task_HandOver",
    "stop, contact.opt-out, Task_OptOut"
  })
  void intentIsActedOnAfterTheReply(String intent, String jobType, String task) {
    collects(Map.of("route", "draft", "turnId", TURN));
    drafts(draft(intent, 0.9));
    sends(true);
    var acts = context.mockJobWorker(jobType).thenComplete();

    contactWritesAndWaits();

    assertThat(TURN_PROCESS)
        .isCompleted()
        .hasCompletedElementsInOrder("Task_SendReply", task, "Event_Answered");
    assertThat(variables(acts)).containsEntry("turnId", TURN).containsEntry("intent", intent);
  }

  @ParameterizedTest
  @CsvSource({
    "accept-contract, contract.record-answer, Task_RecordContractAnswer",
    "book, booking.record-details, Task_RecordBookingDetails"
  })
  void buttonIsActedOnWithoutAReply(String intent, String jobType, String task) {
    collects(Map.of("route", "act", "turnId", TURN, "intent", intent, "contractId", CONTRACT));
    var acts = context.mockJobWorker(jobType).thenComplete();

    contactWritesAndWaits();

    assertThat(TURN_PROCESS)
        .isCompleted()
        .hasCompletedElements(task, "Event_Answered")
        .hasNotActivatedElements("Task_DraftReply", "Task_SendReply");
    assertThat(variables(acts)).containsEntry("contractId", CONTRACT);
  }

  @Test
  void voidDraftIsNotActedOn() {
    collects(Map.of("route", "draft", "turnId", TURN));
    drafts(draft("book", 0.9));
    sends(false);

    contactWritesAndWaits();

    assertThat(TURN_PROCESS)
        .isCompleted()
        .hasCompletedElements("Task_SendReply", "Event_DraftVoid")
        .hasNotActivatedElements("Gateway_Intent", "Task_RecordBookingDetails", "Event_Answered");
  }

  @Test
  void burstIsCollectedOnce() {
    var collect = collects(Map.of("route", "none"));
    contactWrites();
    waitsToSettle(0);

    context.increaseTime(Duration.ofMinutes(8));
    contactWrites();
    waitsToSettle(1);
    context.increaseTime(Duration.ofMinutes(8));
    contactWrites();
    waitsToSettle(2);
    assertThat(collect.getInvocations()).isZero();
    context.increaseTime(QUIET_TIME);

    assertThat(TURN_PROCESS).isCompleted().hasCompletedElement("Event_AnotherMessage", 2);
    assertThat(collect.getInvocations()).isOne();
    assertThat(turns()).hasSize(1);
  }

  @Test
  void burstIsCollectedAtTheCapHoweverLongItGoesOn() {
    collects(Map.of("route", "none"));
    contactWrites();
    waitsToSettle(0);
    for (var messages = 1; messages <= 3; messages++) {
      context.increaseTime(Duration.ofMinutes(9));
      contactWrites();
      waitsToSettle(messages);
    }

    context.increaseTime(Duration.ofMinutes(4));

    assertThat(TURN_PROCESS).isCompleted().hasCompletedElement("Event_AnotherMessage", 3);
  }

  @Test
  void messageForABusyConversationStartsItsOwnTurnAfterwards() {
    collects(Map.of("route", "draft", "turnId", TURN));
    sends(true);
    contactWritesAndWaits();
    assertThat(TURN_PROCESS).hasActiveElements("Task_DraftReply");

    contactWrites();
    assertThat(turns()).hasSize(1);
    context.completeJob(DRAFT_REPLY, draft("question", 0.9));

    assertThat(byKey(turn(0))).isCompleted().hasNotActivatedElements("Event_AnotherMessage");
    assertThat(byKey(turn(1))).isActive().hasActiveElements("Gateway_Settled");
    assertThat(turns()).hasSize(2);
  }

  @Test
  void conversationsDoNotWaitForEachOther() {
    collects(Map.of("route", "none"));
    contactWrites();
    waitsToSettle(0);
    contactWrites("another-conversation");

    assertThat(byKey(turn(0))).hasActiveElements("Gateway_Settled");
    assertThat(byKey(turn(1))).hasActiveElements("Gateway_Settled");
  }

  @Test
  void personIsShownWhatIsNeededToDecide() {
    askAPerson();

    assertThat(byElementId("Task_ReviewReply"))
        .isCreated()
        .hasName("Review reply")
        .hasCandidateGroup("concierge");
    assertThat(TURN_PROCESS)
        .hasLocalVariables(
            "Task_ReviewReply",
            Map.of(
                "contactName", "Ada",
                "channel", "WhatsApp",
                "transcript", "Ada: move it, please",
                "reason", "Not sure",
                "reply", "Of course."));
    var task = task();
    assertThat(OffsetDateTime.parse(task.getDueDate().toString()).toInstant())
        .isCloseTo(
            context.getCurrentTime().plus(15, ChronoUnit.MINUTES), within(1, ChronoUnit.MINUTES));
    var form = client.newUserTaskGetFormRequest(task.getUserTaskKey()).send().join();
    assertThat(form.getFormId()).isEqualTo("review-reply");
  }

  @Test
  void approvedReplyIsRecordedAndSent() {
    var send = sends(true);
    var record = context.mockJobWorker(RECORD_REVIEW).thenComplete();
    askAPerson();

    decide("approve", "Gladly.");

    assertThat(TURN_PROCESS)
        .isCompleted()
        .hasCompletedElementsInOrder(
            "Task_PrepareReview",
            "Task_ReviewReply",
            "Task_RecordReview",
            "Task_SendReply",
            "Event_Answered");
    assertThat(variables(record))
        .containsEntry("decision", "approve")
        .containsEntry("reply", "Gladly.");
    assertThat(send.getInvocations()).isOne();
  }

  @Test
  void whatThePersonSawStaysInTheReview() {
    sends(true);
    context.mockJobWorker(RECORD_REVIEW).thenComplete();
    askAPerson();

    decide("approve", "Gladly.");

    assertThat(TURN_PROCESS).isCompleted();
    assertThat(turnVariables())
        .contains("decision", "turnId")
        .doesNotContain(
            "review", "reply", "contactName", "channel", "transcript", "draft", "reason");
  }

  @ParameterizedTest
  @CsvSource({"discard, Event_Discarded", "take-over, Event_TakenOver"})
  void refusedReplyIsNotSent(String decision, String end) {
    var send = sends(true);
    context.mockJobWorker(RECORD_REVIEW).thenComplete();
    askAPerson();

    decide(decision, "Of course.");

    assertThat(TURN_PROCESS)
        .isCompleted()
        .hasCompletedElements("Task_RecordReview", end)
        .hasNotActivatedElements("Task_SendReply", "Gateway_Intent");
    assertThat(send.getInvocations()).isZero();
  }

  @Test
  void contactWhoWritesAgainTakesTheReviewBack() {
    var collect = askAPerson();
    var firstTask = task();

    contactWrites();

    assertThat(TURN_PROCESS)
        .hasTerminatedElements("SubProcess_Review", "Task_ReviewReply")
        .hasCompletedElements("Event_ContactWroteAgain")
        .hasActiveElements("Gateway_Settled");
    context.increaseTime(QUIET_TIME);
    assertThat(TURN_PROCESS)
        .hasCompletedElement("Task_CollectTurn", 2)
        .hasActiveElement("Task_ReviewReply", 1)
        .hasNotActivatedElements("Task_RecordReview", "Task_SendReply");
    assertThat(collect.getInvocations()).isEqualTo(2);
    assertThat(client.newUserTaskGetRequest(firstTask.getUserTaskKey()).send().join().getState())
        .hasToString("CANCELED");
    assertThat(turns()).hasSize(1);
  }

  @Test
  void burstAfterAReviewHasItsOwnCap() {
    askAPerson();
    context.increaseTime(SETTLE_CAP.multipliedBy(2));

    contactWrites();
    assertThat(TURN_PROCESS).hasCompletedElements("Event_ContactWroteAgain");
    context.increaseTime(Duration.ofMinutes(8));
    contactWrites();

    waitsToSettle(1);
  }

  @Test
  void messageThatArrivesWhileDraftingTakesTheReviewBackToo() {
    collects(Map.of("route", "draft", "turnId", TURN));
    contactWritesAndWaits();
    assertThat(TURN_PROCESS).hasActiveElements("Task_DraftReply");
    contactWrites();

    context.completeJob(DRAFT_REPLY, draft("change", 0.9));

    assertThat(TURN_PROCESS)
        .hasTerminatedElements("SubProcess_Review")
        .hasActiveElements("Gateway_Settled");
    assertThat(turns()).hasSize(1);
  }

  @Test
  void replyThatCannotBeSentRaisesAnIncident() {
    collects(Map.of("route", "draft", "turnId", TURN));
    drafts(draft("question", 0.9));
    context
        .mockJobWorker(SEND_REPLY)
        .withHandler(
            (jobs, job) ->
                jobs.newFailCommand(job).retries(0).errorMessage("No connection").send().join());

    contactWritesAndWaits();

    assertThat(TURN_PROCESS)
        .hasActiveIncidents()
        .hasActiveElements("Task_SendReply")
        .hasNotActivatedElements("Event_Answered");
    assertThat(client.newIncidentSearchRequest().send().join().singleItem().getErrorMessage())
        .isEqualTo("No connection");
  }

  @Test
  void policyDecidesWhetherAPersonIsAsked() {
    assertThat(needsReview("always", false, 1.0, "question")).isEqualTo("true");
    assertThat(needsReview("always", true, 0.1, "change")).isEqualTo("true");
    assertThat(needsReview("never", false, 0.1, "change")).isEqualTo("false");
    assertThat(needsReview("never", true, 1.0, "question")).isEqualTo("true");
    assertThat(needsReview("policy", false, 0.6, "book")).isEqualTo("false");
    assertThat(needsReview("policy", false, 0.59, "book")).isEqualTo("true");
    assertThat(needsReview("policy", false, 1.0, "change")).isEqualTo("true");
    assertThat(needsReview("policy", true, 1.0, "question")).isEqualTo("true");
  }

  private String needsReview(
      String reviewMode, boolean needsPerson, double confidence, String intent) {
    return client
        .newEvaluateDecisionCommand()
        .decisionId("replyPolicy")
        .variables(
            Map.of(
                "reviewMode", reviewMode,
                "needsPerson", needsPerson,
                "confidence", confidence,
                "intent", intent))
        .send()
        .join()
        .getDecisionOutput();
  }

  private JobWorkerMock collects(Map<String, Object> result) {
    return context.mockJobWorker(COLLECT_TURN).thenComplete(result);
  }

  private JobWorkerMock drafts(Map<String, Object> result) {
    return context.mockJobWorker(DRAFT_REPLY).thenComplete(result);
  }

  private JobWorkerMock sends(boolean sent) {
    return context.mockJobWorker(SEND_REPLY).thenComplete(Map.of("sent", sent));
  }

  private static Map<String, Object> draft(String intent, double confidence) {
    return Map.of(
        "intent", intent,
        "confidence", confidence,
        "needsPerson", false,
        "reviewMode", "policy",
        "contractId", CONTRACT);
  }

  /** Leads a turn to the review task and returns the worker that collected it. */
  private JobWorkerMock askAPerson() {
    var collect = collects(Map.of("route", "draft", "turnId", TURN));
    drafts(draft("change", 0.9));
    context
        .mockJobWorker(PREPARE_REVIEW)
        .thenComplete(
            Map.of(
                "review",
                Map.of(
                    "contactName", "Ada",
                    "channel", "WhatsApp",
                    "transcript", "Ada: move it, please",
                    "draft", "Of course.",
                    "reason", "Not sure")));
    contactWritesAndWaits();
    assertThat(byElementId("Task_ReviewReply")).isCreated();
    return collect;
  }

  private void decide(String decision, String reply) {
    context.completeUserTask("Task_ReviewReply", Map.of("decision", decision, "reply", reply));
  }

  private void contactWritesAndWaits() {
    contactWrites();
    waitsToSettle(0);
    context.increaseTime(QUIET_TIME);
  }

  private void contactWrites() {
    contactWrites(CONVERSATION);
  }

  private void contactWrites(String conversation) {
    client
        .newPublishMessageCommand()
        .messageName(MESSAGE_RECEIVED)
        .correlationKey(conversation)
        .timeToLive(Duration.ofDays(1))
        .variables(
            Map.of(
                "conversationId", conversation,
                "quietTime", QUIET_TIME.toString(),
                "settleCap", SETTLE_CAP.toString()))
        .send()
        .join();
  }

  private void waitsToSettle(int moreMessages) {
    assertThat(TURN_PROCESS)
        .hasActiveElements("Gateway_Settled")
        .hasCompletedElement("Event_AnotherMessage", moreMessages);
  }

  private List<ProcessInstance> turns() {
    return client
        .newProcessInstanceSearchRequest()
        .filter(filter -> filter.processDefinitionId("client-turn"))
        .send()
        .join()
        .items();
  }

  private long turn(int index) {
    return turns().get(index).getProcessInstanceKey();
  }

  private List<String> turnVariables() {
    var turn = turn(0);
    return client
        .newVariableSearchRequest()
        .filter(filter -> filter.scopeKey(turn))
        .send()
        .join()
        .items()
        .stream()
        .map(variable -> variable.getName())
        .toList();
  }

  private UserTask task() {
    return client.newUserTaskSearchRequest().send().join().items().getLast();
  }

  private static Map<String, Object> variables(JobWorkerMock worker) {
    return worker.getActivatedJobs().getLast().getVariablesAsMap();
  }
}
