package com.ailuxe.journey;

import static com.ailuxe.journey.ErrorCodes.CONCIERGE_UNAVAILABLE;
import static com.ailuxe.journey.JobTypes.ANSWER_BY_HAND;
import static com.ailuxe.journey.JobTypes.COLLECT_TURN;
import static com.ailuxe.journey.JobTypes.DRAFT_REPLY;
import static com.ailuxe.journey.JobTypes.NOTIFY_STAFF;
import static com.ailuxe.journey.JobTypes.PREPARE_ANSWER;
import static com.ailuxe.journey.JobTypes.PREPARE_REVIEW;
import static com.ailuxe.journey.JobTypes.RECORD_REVIEW;
import static com.ailuxe.journey.JobTypes.SEND_HOLDING_LINE;
import static com.ailuxe.journey.JobTypes.SEND_REPLY;
import static com.ailuxe.journey.MessageNames.MESSAGE_RECEIVED;
import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
            "SubProcess_AnswerByHand",
            "Task_OptOut",
            "Task_OptIn",
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
    "stop, contact.opt-out, Task_OptOut",
    "start, contact.opt-in, Task_OptIn",
    "cancel, booking.ask-to-cancel, Task_AskToCancel",
    "change, booking.request-change, Task_RequestChange"
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
    "book, booking.record-details, Task_RecordBookingDetails",
    "stop, contact.opt-out, Task_OptOut",
    "start, contact.opt-in, Task_OptIn",
    "confirm-cancel, booking.cancel, Task_CancelBooking",
    "keep, booking.cancel, Task_CancelBooking"
  })
  void whatIsPlainIsActedOnWithoutAReply(String intent, String jobType, String task) {
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
            "review", "reply", "contactName", "channel", "transcript", "files", "draft", "reason");
  }

  @Test
  void discardedReplyIsNotSent() {
    var send = sends(true);
    context.mockJobWorker(RECORD_REVIEW).thenComplete();
    askAPerson();

    decide("discard", "Of course.");

    assertThat(TURN_PROCESS)
        .isCompleted()
        .hasCompletedElements("Task_RecordReview", "Event_Discarded")
        .hasNotActivatedElements("Task_SendReply", "Gateway_Intent", "SubProcess_AnswerByHand");
    assertThat(send.getInvocations()).isZero();
  }

  @Test
  void takenOverReplyIsAnsweredByHand() {
    var send = sends(true);
    context.mockJobWorker(RECORD_REVIEW).thenComplete();
    preparesAnswer();
    askAPerson();

    decide("take-over", "Of course.");

    assertThat(byElementId("Task_AnswerByHand")).isCreated();
    assertThat(TURN_PROCESS).hasNotActivatedElements("Task_SendReply", "Task_SendHoldingLine");
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

    context.completeJob(DRAFT_REPLY, draft("question", 0.5));

    assertThat(TURN_PROCESS)
        .hasTerminatedElements("SubProcess_Review")
        .hasActiveElements("Gateway_Settled");
    assertThat(turns()).hasSize(1);
  }

  @Test
  void unavailableConciergeLeavesTheTurnToAPersonAndTheContactIsToldAtOnce() {
    collects(Map.of("route", "draft", "turnId", TURN));
    context.mockJobWorker(DRAFT_REPLY).thenThrowBpmnError(CONCIERGE_UNAVAILABLE);
    var hold = context.mockJobWorker(SEND_HOLDING_LINE).thenComplete();
    preparesAnswer();

    contactWritesAndWaits();

    assertThat(byElementId("Task_AnswerByHand")).isCreated();
    assertThat(TURN_PROCESS)
        .hasNoActiveIncidents()
        .hasCompletedElementsInOrder(
            "Event_ConciergeUnavailable", "Task_SendHoldingLine", "Task_PrepareAnswer")
        .hasNotActivatedElements("Task_DecideReplyPolicy", "Task_SendReply");
    assertThat(hold.getInvocations()).isOne();
    assertThat(variables(hold)).containsEntry("turnId", TURN);
  }

  @Test
  void messageWithoutWordsGoesToAPersonAfterALineToTheContact() {
    collects(Map.of("route", "hold", "turnId", TURN));
    var hold = context.mockJobWorker(SEND_HOLDING_LINE).thenComplete();
    preparesAnswer();

    contactWritesAndWaits();

    assertThat(byElementId("Task_AnswerByHand")).isCreated();
    assertThat(TURN_PROCESS).hasNotActivatedElements("Task_DraftReply");
    assertThat(hold.getInvocations()).isOne();
  }

  @Test
  void whoAsksForAPersonGetsOneAfterTheReply() {
    collects(Map.of("route", "draft", "turnId", TURN));
    drafts(draft("human", 0.9));
    sends(true);
    preparesAnswer();

    contactWritesAndWaits();

    assertThat(byElementId("Task_AnswerByHand")).isCreated();
    assertThat(TURN_PROCESS)
        .hasCompletedElements("Task_SendReply")
        .hasNotActivatedElements("Task_SendHoldingLine", "Event_Answered");
  }

  @Test
  void personIsShownWhatIsNeededToAnswer() {
    leaveToAPerson();

    assertThat(byElementId("Task_AnswerByHand"))
        .isCreated()
        .hasName("Answer by hand")
        .hasCandidateGroup("concierge");
    assertThat(TURN_PROCESS)
        .hasNotActivatedElements("Task_SendHoldingLine", "Task_DraftReply")
        .hasLocalVariables(
            "Task_AnswerByHand",
            Map.of(
                "contactName", "Ada",
                "channel", "WhatsApp",
                "transcript", "Ada: a person, please",
                "reason", "The contact asks for a person",
                "handBack", true));
    var form = client.newUserTaskGetFormRequest(task().getUserTaskKey()).send().join();
    assertThat(form.getFormId()).isEqualTo("answer-by-hand");
  }

  @Test
  void answerOfAPersonIsCarriedOutAndStaysInside() {
    var answer = context.mockJobWorker(ANSWER_BY_HAND).thenComplete();
    leaveToAPerson();

    answerByHand();

    assertThat(TURN_PROCESS)
        .isCompleted()
        .hasCompletedElementsInOrder(
            "Task_AnswerByHand",
            "Task_CarryOutAnswer",
            "Event_AnswerCarriedOut",
            "Gateway_Answered",
            "Event_AnsweredByHand");
    assertThat(variables(answer))
        .containsEntry("turnId", TURN)
        .containsEntry("decision", "send")
        .containsEntry("reply", "Here I am.")
        .containsEntry("handBack", true);
    assertThat(turnVariables())
        .contains("decision", "turnId")
        .doesNotContain(
            "answer",
            "reply",
            "handBack",
            "contactName",
            "channel",
            "transcript",
            "files",
            "reason");
  }

  @Test
  void whatThePersonLeavesOutStaysInsideToo() {
    var answer = context.mockJobWorker(ANSWER_BY_HAND).thenComplete();
    leaveToAPerson();

    context.completeUserTask("Task_AnswerByHand", Map.of("decision", "elsewhere"));

    assertThat(TURN_PROCESS).isCompleted().hasCompletedElements("Event_AnsweredByHand");
    assertThat(variables(answer)).containsEntry("reply", "").containsEntry("handBack", true);
    assertThat(turnVariables()).doesNotContain("reply", "handBack");
  }

  @Test
  void contactWhoWritesAgainIsSeenByThePersonInANewTask() {
    var answer = context.mockJobWorker(ANSWER_BY_HAND).thenComplete();
    context.mockJobWorker(SEND_HOLDING_LINE).thenComplete();
    var collect = leaveToAPerson();
    var firstTask = task();

    contactWrites();

    assertThat(TURN_PROCESS)
        .hasTerminatedElements("Task_AnswerByHand")
        .hasCompletedElements("Event_ContactWroteInstead", "Event_TaskOutdated")
        .hasActiveElements("Gateway_Settled");
    context.increaseTime(QUIET_TIME);
    assertThat(TURN_PROCESS)
        .hasCompletedElement("Task_PrepareAnswer", 2)
        .hasActiveElement("Task_AnswerByHand", 1)
        .hasNotActivatedElements("Task_CarryOutAnswer");
    assertThat(collect.getInvocations()).isEqualTo(2);
    assertThat(client.newUserTaskGetRequest(firstTask.getUserTaskKey()).send().join().getState())
        .hasToString("CANCELED");

    answerByHand();
    assertThat(TURN_PROCESS).isCompleted().hasCompletedElements("Event_AnsweredByHand");
    assertThat(answer.getInvocations()).isOne();
    assertThat(turns()).hasSize(1);
  }

  @Test
  void taskWhoseMessagesWereAnsweredElsewhereIsTakenAway() {
    var routes = List.of("person", "none").iterator();
    var since = context.getCurrentTime().plus(QUIET_TIME).toString();
    context
        .mockJobWorker(COLLECT_TURN)
        .withHandler(
            (jobs, job) ->
                jobs.newCompleteCommand(job)
                    .variables(
                        Map.of("route", routes.next(), "turnId", TURN, "waitingSince", since))
                    .send()
                    .join());
    preparesAnswer();
    contactWritesAndWaits();
    assertThat(byElementId("Task_AnswerByHand")).isCreated();

    contactWrites();
    assertThat(TURN_PROCESS)
        .hasCompletedElements("Event_ContactWroteInstead")
        .hasActiveElements("Gateway_Settled");
    context.increaseTime(QUIET_TIME);

    assertThat(TURN_PROCESS)
        .isCompleted()
        .hasTerminatedElements("Task_AnswerByHand")
        .hasCompletedElements("Event_NothingToAnswer")
        .hasNotActivatedElements("Task_CarryOutAnswer");
  }

  @Test
  void messageAfterThePersonAnsweredTakesNothingBack() {
    leaveToAPerson();
    answerByHand();
    assertThat(TURN_PROCESS).hasActiveElements("Task_CarryOutAnswer");

    contactWrites();
    context.completeJob(ANSWER_BY_HAND);

    assertThat(byKey(turn(0)))
        .isCompleted()
        .hasCompletedElements("Event_AnsweredByHand")
        .hasNotActivatedElements("Event_ContactWroteInstead");
    assertThat(byKey(turn(1))).isActive().hasActiveElements("Gateway_Settled");
  }

  @ParameterizedTest
  @EnumSource
  void groupOfAnOverdueTaskIsRemindedAndTheTaskStays(Late late) {
    var notify = context.mockJobWorker(NOTIFY_STAFF).thenComplete();
    leadTo(late);
    var task = task();

    context.increaseTime(Duration.ofMinutes(16));

    assertThat(TURN_PROCESS)
        .hasCompletedElements(late.overdue, late.remind, late.reminded)
        .hasActiveElements(late.task)
        .hasNotActivatedElements(late.escalated);
    assertThat(variables(notify))
        .containsEntry("conversationId", CONVERSATION)
        .containsEntry("staffGroup", "concierge");
    assertThat(headers(notify)).containsOnly(entry("template", "reply-waits"));
    assertThat(task().getUserTaskKey()).isEqualTo(task.getUserTaskKey());
  }

  @ParameterizedTest
  @EnumSource
  void taskThatNobodyDoesGoesToTheSupervisorsAndTheContactIsTold(Late late) {
    var notify = context.mockJobWorker(NOTIFY_STAFF).thenComplete();
    var hold = context.mockJobWorker(SEND_HOLDING_LINE).thenComplete();
    leadTo(late);
    var shown = late.shown();

    context.increaseTime(Duration.ofMinutes(16));
    assertThat(TURN_PROCESS).hasCompletedElement(late.remind, 1);
    context.increaseTime(Duration.ofMinutes(15));

    assertThat(TURN_PROCESS)
        .hasTerminatedElements(late.task)
        .hasCompletedElementsInOrder(late.escalated, late.escalate, late.hold)
        .hasActiveElement(late.task, 1)
        .hasVariable("staffGroup", "supervisor")
        .hasLocalVariables(late.task, shown);
    assertThat(task().getCandidateGroups()).containsExactly("supervisor");
    assertThat(headers(notify))
        .containsOnly(entry("template", "reply-escalated"), entry("group", "supervisor"));
    assertThat(TURN_PROCESS).hasCompletedElement(late.announced, 1);
    assertThat(hold.getInvocations())
        .as("after a minute, and in case nobody was notified then")
        .isEqualTo(2);

    context.increaseTime(Duration.ofMinutes(16));
    assertThat(TURN_PROCESS).hasCompletedElement(late.remind, 2);
    assertThat(variables(notify)).containsEntry("staffGroup", "supervisor");
    assertThat(headers(notify)).containsOnly(entry("template", "reply-waits"));

    context.increaseTime(Duration.ofHours(4));
    assertThat(TURN_PROCESS).hasCompletedElement(late.escalate, 2).hasActiveElement(late.task, 1);
  }

  @ParameterizedTest
  @EnumSource
  void contactWhoWaitsForAPersonIsToldAfterAMinuteAndTheTaskStays(Late late) {
    var hold = context.mockJobWorker(SEND_HOLDING_LINE).thenComplete();
    leadTo(late);
    var task = task();
    assertThat(TURN_PROCESS).hasNotActivatedElements(late.announced);

    context.increaseTime(Duration.ofSeconds(61));

    assertThat(TURN_PROCESS)
        .hasCompletedElements(late.waits, late.announced)
        .hasActiveElement(late.task, 1)
        .hasNotActivatedElements(late.overdue);
    assertThat(hold.getInvocations()).isOne();
    assertThat(variables(hold)).containsEntry("turnId", TURN);
    assertThat(task().getUserTaskKey()).isEqualTo(task.getUserTaskKey());
  }

  @Test
  void whileAPersonIsInTheChatTheContactIsToldLater() {
    var hold = context.mockJobWorker(SEND_HOLDING_LINE).thenComplete();
    var alone = context.getCurrentTime().plus(QUIET_TIME).plus(Duration.ofMinutes(3)).toString();
    collects(Map.of("route", "person", "turnId", TURN, "aloneSince", alone));
    preparesAnswer();
    contactWritesAndWaits();
    assertThat(byElementId("Task_AnswerByHand")).isCreated();

    context.increaseTime(Duration.ofMinutes(2));
    assertThat(TURN_PROCESS).hasNotActivatedElements("Task_HoldAnswer");
    context.increaseTime(Duration.ofMinutes(2));

    assertThat(TURN_PROCESS)
        .hasCompletedElements("Task_HoldAnswer")
        .hasActiveElement("Task_AnswerByHand", 1);
    assertThat(hold.getInvocations()).isOne();
  }

  @Test
  void escalatedTaskStaysWithTheSupervisorsWhenTheContactWritesAgain() {
    context.mockJobWorker(NOTIFY_STAFF).thenComplete();
    context.mockJobWorker(SEND_HOLDING_LINE).thenComplete();
    leaveToAPerson();
    context.increaseTime(Duration.ofMinutes(31));
    assertThat(TURN_PROCESS)
        .hasCompletedElements("Task_HoldDuringAnswer")
        .hasActiveElement("Task_AnswerByHand", 1);

    contactWrites();
    assertThat(TURN_PROCESS).hasActiveElements("Gateway_Settled");
    context.increaseTime(QUIET_TIME);

    assertThat(TURN_PROCESS)
        .hasCompletedElement("Task_PrepareAnswer", 2)
        .hasCompletedElement("Task_EscalateAnswer", 1)
        .hasActiveElement("Task_AnswerByHand", 1);
    assertThat(task().getCandidateGroups()).containsExactly("supervisor");
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
    assertThat(needsReview("policy", false, 0.75, "change")).isEqualTo("false");
    assertThat(needsReview("policy", false, 0.74, "change")).isEqualTo("true");
    assertThat(needsReview("policy", true, 1.0, "change")).isEqualTo("true");
    assertThat(needsReview("policy", false, 1.0, "cancel")).isEqualTo("false");
    assertThat(needsReview("policy", true, 1.0, "cancel")).isEqualTo("true");
    assertThat(needsReview("policy", true, 1.0, "question")).isEqualTo("true");
    assertThat(needsReview("always", true, 0.1, "stop")).isEqualTo("false");
    assertThat(needsReview("always", true, 0.1, "start")).isEqualTo("false");
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

  /** The two tasks of a turn that wait for a person, and what happens around them. */
  private enum Late {
    REVIEW(
        "Task_ReviewReply",
        "Event_ReviewOverdue",
        "Task_RemindReviewers",
        "Event_ReviewersReminded",
        "Event_ReviewEscalated",
        "Task_EscalateReview",
        "Task_HoldDuringReview",
        "Event_ReviewWaited",
        "Task_HoldReview"),
    ANSWER(
        "Task_AnswerByHand",
        "Event_AnswerOverdue",
        "Task_RemindAnswerers",
        "Event_AnswerersReminded",
        "Event_AnswerEscalated",
        "Task_EscalateAnswer",
        "Task_HoldDuringAnswer",
        "Event_AnswerWaited",
        "Task_HoldAnswer");

    private final String task;
    private final String overdue;
    private final String remind;
    private final String reminded;
    private final String escalated;
    private final String escalate;
    private final String hold;
    private final String waits;
    private final String announced;

    Late(
        String task,
        String overdue,
        String remind,
        String reminded,
        String escalated,
        String escalate,
        String hold,
        String waits,
        String announced) {
      this.task = task;
      this.overdue = overdue;
      this.remind = remind;
      this.reminded = reminded;
      this.escalated = escalated;
      this.escalate = escalate;
      this.hold = hold;
      this.waits = waits;
      this.announced = announced;
    }

    Map<String, Object> shown() {
      return this == REVIEW
          ? Map.of(
              "contactName", "Ada", "transcript", "Ada: move it, please", "reply", "Of course.")
          : Map.of("contactName", "Ada", "transcript", "Ada: a person, please");
    }
  }

  private void leadTo(Late late) {
    switch (late) {
      case REVIEW -> askAPerson();
      case ANSWER -> leaveToAPerson();
    }
  }

  /** Leads a turn to the task for a person's own words and returns the worker that collected it. */
  private JobWorkerMock leaveToAPerson() {
    var collect = collects(Map.of("route", "person", "turnId", TURN));
    preparesAnswer();
    contactWritesAndWaits();
    assertThat(byElementId("Task_AnswerByHand")).isCreated();
    return collect;
  }

  private void preparesAnswer() {
    context
        .mockJobWorker(PREPARE_ANSWER)
        .thenComplete(
            Map.of(
                "answer",
                Map.of(
                    "contactName", "Ada",
                    "channel", "WhatsApp",
                    "transcript", "Ada: a person, please",
                    "reason", "The contact asks for a person")));
  }

  private void answerByHand() {
    context.completeUserTask(
        "Task_AnswerByHand", Map.of("decision", "send", "reply", "Here I am.", "handBack", true));
  }

  /** Collects after the quiet time, so the contact waits since then. */
  private JobWorkerMock collects(Map<String, Object> result) {
    var collected = new HashMap<>(result);
    collected.put("waitingSince", context.getCurrentTime().plus(QUIET_TIME).toString());
    return context.mockJobWorker(COLLECT_TURN).thenComplete(collected);
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
    drafts(draft("question", 0.5));
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

  private static Map<String, String> headers(JobWorkerMock worker) {
    return worker.getActivatedJobs().getLast().getCustomHeaders();
  }

  private static Map<String, Object> variables(JobWorkerMock worker) {
    return worker.getActivatedJobs().getLast().getVariablesAsMap();
  }
}
