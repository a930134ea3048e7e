package com.ailuxe.journey;

import static com.ailuxe.journey.JobTypes.ASK_LEGAL_NAME;
import static com.ailuxe.journey.JobTypes.EXPIRE_CONTRACT;
import static com.ailuxe.journey.JobTypes.GATHER_FACTS;
import static com.ailuxe.journey.JobTypes.ISSUE_CONTRACT;
import static com.ailuxe.journey.JobTypes.NOTIFY_STAFF;
import static com.ailuxe.journey.JobTypes.NUDGE_CONTACT;
import static com.ailuxe.journey.JobTypes.PREPARE_LEGAL_NAME;
import static com.ailuxe.journey.JobTypes.REQUIRE_PARTY;
import static com.ailuxe.journey.JobTypes.SEND_CONTRACT;
import static com.ailuxe.journey.MessageNames.CONTRACT_ACCEPTED;
import static com.ailuxe.journey.MessageNames.CONTRACT_DECLINED;
import static com.ailuxe.journey.MessageNames.LEGAL_NAME_CHANGED;
import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobHandler;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.mock.JobWorkerMockBuilder.JobWorkerMock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class ContractProcessTests {
  private static final String BOOKING = "8a1f7d0c-3a0e-4d0b-9b6e-1f2d3c4b5a11";
  private static final Map<String, Object> YACHT = facts("yacht", 6, 12_000, "EUR");
  private static final Map<String, Object> MODEL = facts("model", 2, 4_000, "EUR");

  @Autowired CamundaClient client;
  @Autowired CamundaProcessTestContext context;

  private JobWorkerMock issue;
  private JobWorkerMock send;
  private JobWorkerMock nudge;
  private JobWorkerMock expire;

  /** What the worker does when it is told to issue: a test may put another in place. */
  private JobHandler issuing = this::issue;

  private String outcomeOfExpiry = "expired";

  @BeforeEach
  void workersDoAsTheyAreTold() {
    issue =
        context.mockJobWorker(ISSUE_CONTRACT).withHandler((jobs, job) -> issuing.handle(jobs, job));
    send = context.mockJobWorker(SEND_CONTRACT).thenComplete();
    nudge = context.mockJobWorker(NUDGE_CONTACT).thenComplete();
    expire =
        context
            .mockJobWorker(EXPIRE_CONTRACT)
            .withHandler(
                (jobs, job) ->
                    jobs.newCompleteCommand(job)
                        .variable("contractOutcome", outcomeOfExpiry)
                        .send()
                        .join());
  }

  @Test
  void acceptedContractIsAccepted() {
    var contract = start(YACHT);

    answer(CONTRACT_ACCEPTED, "service-agreement");

    assertThat(contract)
        .isCompleted()
        .hasCompletedElementsInOrder(
            "CallActivity_Party",
            "Task_GatherFacts",
            "Task_DecideDocuments",
            "Task_IssueContract",
            "Task_SendContract",
            "Task_AwaitAnswer",
            "Event_DocumentAccepted",
            "Event_Accepted")
        .hasNotActivatedElements(
            "Event_ContractDeclined", "Task_NudgeContact", "Task_ExpireContract", "Event_Declined")
        .hasVariable("contractOutcome", "accepted");
    assertThat(issue.getActivatedJobs())
        .singleElement()
        .satisfies(
            job ->
                assertThat(job.getVariablesAsMap())
                    .containsEntry("bookingId", BOOKING)
                    .containsEntry("document", "service-agreement"));
    assertThat(sent()).containsExactly("service-agreement");
  }

  @Test
  void oneDocumentFollowsTheOther() {
    var contract = start(MODEL);
    assertThat(contract).isWaitingForMessage(CONTRACT_ACCEPTED, "service-agreement");
    assertThat(sent()).containsExactly("service-agreement");

    answer(CONTRACT_ACCEPTED, "service-agreement");
    assertThat(contract).isWaitingForMessage(CONTRACT_ACCEPTED, "nda");
    assertThat(sent()).containsExactly("service-agreement", "nda");

    answer(CONTRACT_ACCEPTED, "nda");
    answer(CONTRACT_ACCEPTED, "non-compete");

    assertThat(contract)
        .isCompleted()
        .hasCompletedElement("Event_DocumentAccepted", 3)
        .hasVariable("contractOutcome", "accepted");
    assertThat(sent()).containsExactly("service-agreement", "nda", "non-compete");
  }

  @Test
  void theFirstDocumentThatIsDeclinedIsTheLast() {
    var contract = start(MODEL);
    answer(CONTRACT_ACCEPTED, "service-agreement");

    answer(CONTRACT_DECLINED, "nda");

    assertThat(contract)
        .isCompleted()
        .hasCompletedElements("Event_ContractDeclined", "Event_DocumentDeclined", "Event_Declined")
        .hasNotActivatedElements("Event_Accepted", "Event_Expired")
        .hasVariable("contractOutcome", "declined");
    assertThat(sent()).containsExactly("service-agreement", "nda");
  }

  @Test
  void afterADayTheContactIsNudgedOnceAndMayStillAnswer() {
    var contract = start(YACHT);
    assertThat(contract).hasActiveElements("Task_AwaitAnswer");

    context.increaseTime(Duration.ofHours(24));
    assertThat(contract)
        .hasCompletedElements("Event_AnswerDue", "Task_NudgeContact", "Event_Nudged")
        .hasActiveElements("Task_AwaitAnswer");
    assertThat(contracts(nudge)).containsExactly("service-agreement");

    context.increaseTime(Duration.ofHours(47));
    answer(CONTRACT_ACCEPTED, "service-agreement");

    assertThat(contract)
        .isCompleted()
        .hasCompletedElement("Task_NudgeContact", 1)
        .hasNotActivatedElements("Event_AnswerOverdue", "Task_ExpireContract")
        .hasVariable("contractOutcome", "accepted");
  }

  @Test
  void afterThreeDaysTheContractExpires() {
    var contract = start(MODEL);
    assertThat(contract).hasActiveElements("Task_AwaitAnswer");

    context.increaseTime(Duration.ofHours(72));

    assertThat(contract)
        .isCompleted()
        .hasCompletedElements(
            "Event_AnswerOverdue", "Task_ExpireContract", "Event_DocumentClosed", "Event_Expired")
        .hasTerminatedElements("Task_AwaitAnswer")
        .hasVariable("contractOutcome", "expired");
    assertThat(contracts(expire)).containsExactly("service-agreement");
    assertThat(sent()).containsExactly("service-agreement");
  }

  @Test
  void noContractOutlivesTheEvent() {
    context.mockJobWorker(REQUIRE_PARTY).thenComplete(Map.of("partyKnown", true));
    context.mockJobWorker(GATHER_FACTS).thenComplete(MODEL);
    var contract = create(endsIn(Duration.ofHours(10)));
    assertThat(contract).hasActiveElements("Task_AwaitAnswer");

    context.increaseTime(Duration.ofHours(10));

    assertThat(contract)
        .isCompleted()
        .hasCompletedElements("Task_ExpireContract", "Event_Expired")
        .hasVariable("contractOutcome", "expired");
  }

  @Test
  void noNameIsAwaitedAfterTheEvent() {
    context.mockJobWorker(REQUIRE_PARTY).thenComplete(Map.of("partyKnown", false));
    context.mockJobWorker(ASK_LEGAL_NAME).thenComplete();
    context
        .mockJobWorker(PREPARE_LEGAL_NAME)
        .thenComplete(Map.of("party", Map.of("contactName", "Mimi")));
    context.mockJobWorker(NOTIFY_STAFF).thenComplete();
    var contract = create(endsIn(Duration.ofHours(3)));
    assertThat(byProcessId("party")).hasActiveElements("Task_EnterLegalName");

    context.increaseTime(Duration.ofHours(3));

    assertThat(contract)
        .isCompleted()
        .hasCompletedElements("Event_NoParty")
        .hasVariable("contractOutcome", "expired");
  }

  private Map<String, Object> endsIn(Duration time) {
    return Map.of("bookingId", BOOKING, "endsAt", context.getCurrentTime().plus(time).toString());
  }

  @Test
  void anAnswerAtTheLastMomentIsTheOutcome() {
    outcomeOfExpiry = "accepted";
    var contract = start(MODEL);
    assertThat(contract).isWaitingForMessage(CONTRACT_ACCEPTED, "service-agreement");

    context.increaseTime(Duration.ofHours(72));

    assertThat(contract).isWaitingForMessage(CONTRACT_ACCEPTED, "nda");
    answer(CONTRACT_DECLINED, "nda");
    assertThat(contract).isCompleted().hasVariable("contractOutcome", "declined");
  }

  @Test
  void aDocumentThatWasAcceptedBeforeIsNotSentAgain() {
    issuing = (jobs, job) -> issued(jobs, job, true);

    assertThat(start(YACHT))
        .isCompleted()
        .hasCompletedElements("Event_NothingToAnswer", "Event_Accepted")
        .hasNotActivatedElements("Task_SendContract", "Task_AwaitAnswer")
        .hasVariable("contractOutcome", "accepted");
  }

  @Test
  void answerToAnotherContractChangesNothing() {
    var contract = start(YACHT);
    assertThat(contract).isWaitingForMessage(CONTRACT_ACCEPTED, "service-agreement");

    answer(CONTRACT_ACCEPTED, "another-contract");
    answer(CONTRACT_DECLINED, "service-agreement");

    assertThat(contract).isCompleted().hasVariable("contractOutcome", "declined");
  }

  @Test
  void withoutANameInTimeThereIsNoContract() {
    context.mockJobWorker(GATHER_FACTS).thenComplete(YACHT);
    context.mockJobWorker(REQUIRE_PARTY).thenComplete(Map.of("partyKnown", false));
    context.mockJobWorker(ASK_LEGAL_NAME).thenComplete();
    context
        .mockJobWorker(PREPARE_LEGAL_NAME)
        .thenComplete(Map.of("party", Map.of("contactName", "Mimi")));
    context.mockJobWorker(NOTIFY_STAFF).thenComplete();
    var contract = create();
    assertThat(byProcessId("party")).hasActiveElements("Task_EnterLegalName");

    context.increaseTime(Duration.ofHours(72));

    assertThat(contract)
        .isCompleted()
        .hasCompletedElements("CallActivity_Party", "Event_NoParty")
        .hasNotActivatedElements("Task_GatherFacts", "Task_IssueContract")
        .hasVariable("contractOutcome", "expired");
  }

  @Test
  void aDocumentWithTheRightNameTakesThePlaceOfOneThatWaits() {
    var contract = start(YACHT);
    assertThat(contract).isWaitingForMessage(CONTRACT_ACCEPTED, "service-agreement");

    issuing =
        (jobs, job) ->
            jobs.newCompleteCommand(job)
                .variables(Map.of("contractId", "corrected", "alreadyAccepted", false))
                .send()
                .join();
    answer(LEGAL_NAME_CHANGED, BOOKING);
    assertThat(contract).isWaitingForMessage(CONTRACT_ACCEPTED, "corrected");
    answer(CONTRACT_ACCEPTED, "corrected");

    assertThat(contract)
        .isCompleted()
        .hasCompletedElement("Task_IssueContract", 2)
        .hasVariable("contractOutcome", "accepted");
    assertThat(sent()).containsExactly("service-agreement", "corrected");
  }

  @Test
  void answerThatIsFasterThanTheSendIsNotLost() {
    answer(CONTRACT_ACCEPTED, "service-agreement");

    assertThat(start(YACHT)).isCompleted().hasVariable("contractOutcome", "accepted");
  }

  @Test
  void contractThatCannotBeIssuedRaisesAnIncident() {
    issuing =
        (jobs, job) ->
            jobs.newFailCommand(job).retries(0).errorMessage("No template").send().join();

    assertThat(start(YACHT))
        .hasActiveIncidents()
        .hasActiveElements("Task_IssueContract")
        .hasNotActivatedElements("Task_SendContract");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "unknown",
      textBlock =
          """
          yacht,        6,       12000,   EUR,     service-agreement
          villa,        6,       12000,   EUR,     service-agreement
          villa,        6,       49999.99,GBP,     service-agreement
          villa,        6,       50000,   GBP,     service-agreement nda
          yacht,        6,       60000,   JPY,     service-agreement
          yacht,        60,      70000,   EUR,     service-agreement nda
          yacht,        50,      100,     EUR,     service-agreement nda
          model,        1,       100,     EUR,     service-agreement nda non-compete
          chauffeur,    2,       400,     EUR,     service-agreement non-compete
          private chef, 8,       900,     EUR,     service-agreement non-compete
          yacht,        unknown, unknown, unknown, service-agreement
          unknown,      unknown, unknown, unknown, service-agreement
          """)
  void theDecisionSaysWhichDocumentsABookingNeeds(
      @Nullable String service,
      @Nullable Integer guests,
      @Nullable Double amount,
      @Nullable String currency,
      String documents) {
    var contract = start(facts(service, guests, amount, currency));

    assertThat(contract)
        .hasCompletedElements("Task_DecideDocuments")
        .hasVariable("documents", Arrays.asList(documents.split(" (?!chef)")));
  }

  private void issue(JobClient jobs, ActivatedJob job) {
    issued(jobs, job, false);
  }

  /** The contract of a document is named after it. */
  private static void issued(JobClient jobs, ActivatedJob job, boolean alreadyAccepted) {
    jobs.newCompleteCommand(job)
        .variables(
            Map.of("contractId", job.getVariable("document"), "alreadyAccepted", alreadyAccepted))
        .send()
        .join();
  }

  private static Map<String, Object> facts(
      @Nullable String service,
      @Nullable Integer guests,
      @Nullable Number amount,
      @Nullable String currency) {
    var facts = new HashMap<String, Object>();
    facts.put("service", service);
    facts.put("guests", guests);
    facts.put("amount", amount);
    facts.put("currency", currency);
    return facts;
  }

  private ProcessInstanceEvent start(Map<String, Object> facts) {
    context.mockJobWorker(REQUIRE_PARTY).thenComplete(Map.of("partyKnown", true));
    context.mockJobWorker(GATHER_FACTS).thenComplete(facts);
    return create();
  }

  private ProcessInstanceEvent create() {
    return create(Map.of("bookingId", BOOKING));
  }

  private ProcessInstanceEvent create(Map<String, Object> variables) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId("contract")
        .latestVersion()
        .variables(variables)
        .send()
        .join();
  }

  private List<Object> sent() {
    return contracts(send);
  }

  private static List<Object> contracts(JobWorkerMock worker) {
    return worker.getActivatedJobs().stream().map(job -> job.getVariable("contractId")).toList();
  }

  private void answer(String message, String contract) {
    client
        .newPublishMessageCommand()
        .messageName(message)
        .correlationKey(contract)
        .timeToLive(Duration.ofHours(100))
        .send()
        .join();
  }
}
