package com.ailuxe.journey;

import static com.ailuxe.journey.ErrorCodes.PRICE_REFUSED;
import static com.ailuxe.journey.ErrorCodes.SLOT_TAKEN;
import static com.ailuxe.journey.JobTypes.CLOSE_CASE;
import static com.ailuxe.journey.JobTypes.CLOSE_REQUEST;
import static com.ailuxe.journey.JobTypes.COMPLETE_BOOKING;
import static com.ailuxe.journey.JobTypes.CONFIRM_DEPOSIT;
import static com.ailuxe.journey.JobTypes.DECIDE_BOOKING;
import static com.ailuxe.journey.JobTypes.DECIDE_CHANGE;
import static com.ailuxe.journey.JobTypes.EXPIRE_CONTRACT;
import static com.ailuxe.journey.JobTypes.EXPIRE_HOLD;
import static com.ailuxe.journey.JobTypes.GATHER_FACTS;
import static com.ailuxe.journey.JobTypes.GATHER_PRICE_FACTS;
import static com.ailuxe.journey.JobTypes.HOLD_SLOT;
import static com.ailuxe.journey.JobTypes.ISSUE_CONTRACT;
import static com.ailuxe.journey.JobTypes.NOTIFY_CONTACT;
import static com.ailuxe.journey.JobTypes.NOTIFY_STAFF;
import static com.ailuxe.journey.JobTypes.NUDGE_CONTACT;
import static com.ailuxe.journey.JobTypes.PLAN_REMINDERS;
import static com.ailuxe.journey.JobTypes.PREPARE_APPROVAL;
import static com.ailuxe.journey.JobTypes.PREPARE_CHANGE;
import static com.ailuxe.journey.JobTypes.PREPARE_DEPOSIT;
import static com.ailuxe.journey.JobTypes.PROPOSE_PRICE;
import static com.ailuxe.journey.JobTypes.RELEASE_SLOT;
import static com.ailuxe.journey.JobTypes.REQUIRE_PARTY;
import static com.ailuxe.journey.JobTypes.SEND_CONTRACT;
import static com.ailuxe.journey.MessageNames.BOOKING_CANCELLED;
import static com.ailuxe.journey.MessageNames.BOOKING_CHANGE_OUTDATED;
import static com.ailuxe.journey.MessageNames.BOOKING_CHANGE_PROPOSED;
import static com.ailuxe.journey.MessageNames.BOOKING_DETAILS_CHANGED;
import static com.ailuxe.journey.MessageNames.BOOKING_MOVED;
import static com.ailuxe.journey.MessageNames.BOOKING_REQUESTED;
import static com.ailuxe.journey.MessageNames.CONTRACT_ACCEPTED;
import static com.ailuxe.journey.MessageNames.CONTRACT_DECLINED;
import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobHandler;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.assertions.ProcessInstanceSelector;
import io.camunda.process.test.api.mock.JobWorkerMockBuilder.JobWorkerMock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class BookingProcessTests {
  private static final String BOOKING = "8a1f7d0c-3a0e-4d0b-9b6e-1f2d3c4b5a11";
  private static final String CONVERSATION = "5b0c9c36-6d0a-4f5e-9a53-0d5f6f0f3a11";
  private static final String CONTRACT = "c1a4de64-5a5b-4a5c-8c39-6a0f5b8f7d33";
  private static final Duration UNTIL_THE_END = Duration.ofDays(5);
  private static final Duration HOLD = Duration.ofHours(24);
  private static final Map<String, Object> FACTS =
      Map.ofEntries(
          Map.entry("contactName", "Ada"),
          Map.entry("talentName", "Villa Aurora"),
          Map.entry("service", "Dinner for twelve"),
          Map.entry("when", "Saturday 12 December 2026, 19:00 – 23:00 (Rome time)"),
          Map.entry("place", "Lake Como"),
          Map.entry("guests", "12"),
          Map.entry("budget", "EUR 9,000.00"),
          Map.entry("proposedPrice", "EUR 9,500.00"),
          Map.entry("breakdown", "For the event: EUR 9,500.00"),
          Map.entry("overBudget", "EUR 500.00 over the budget of EUR 9,000.00."),
          Map.entry("conflicts", "Held for another booking until 22:00"),
          Map.entry("alternatives", "Sun 13 Dec 2026, 19:00"),
          Map.entry("history", "Two bookings, both done"));
  private static final String CHANGE = "d2b4de64-5a5b-4a5c-8c39-6a0f5b8f7d44";
  private static final Map<String, Object> CHANGE_FACTS =
      Map.ofEntries(
          Map.entry("contactName", "Ada"),
          Map.entry("reference", "BK-2026-0001"),
          Map.entry("requestedBy", "Ada"),
          Map.entry("current", "Villa Aurora, Saturday 12 December 2026, 19:00"),
          Map.entry("wanted", "Villa Aurora, Sunday 13 December 2026, 19:00"),
          Map.entry("currentPrice", "EUR 9,500.00"),
          Map.entry("proposedPrice", "EUR 9,900.00"),
          Map.entry("breakdown", "For the event: EUR 9,900.00"),
          Map.entry("overBudget", ""),
          Map.entry("conflicts", ""),
          Map.entry("alternatives", ""));
  private static final Map<String, Object> PRICE_FACTS =
      Map.of(
          "service", "yacht",
          "rateKind", "hour",
          "hours", 6,
          "weekday", "saturday",
          "nightHours", 0,
          "leadHours", 400,
          "guests", 12);
  private static final Map<String, Object> DEPOSIT =
      Map.of(
          "contactName", "Ada",
          "reference", "BK-2026-0001",
          "amount", "EUR 4,750.00",
          "price", "EUR 9,500.00");
  private static final String PROBLEM = "A price in EUR has no more than 2 decimals.";
  private static final ProcessInstanceSelector PROCESS = byProcessId("booking");

  @Autowired CamundaClient client;
  @Autowired CamundaProcessTestContext context;

  private JobWorkerMock hold;
  private JobWorkerMock decide;
  private JobWorkerMock release;
  private JobWorkerMock complete;
  private JobWorkerMock tell;
  private JobWorkerMock expire;
  private JobWorkerMock decideChange;
  private JobWorkerMock close;
  private JobWorkerMock staff;
  private JobWorkerMock propose;
  private JobWorkerMock confirmDeposit;
  private JobWorkerMock closeRequest;
  private boolean approvalNeeded = true;
  private Map<String, Object> deposit = Map.of("depositDue", false);
  private String calledOff = "contact";
  private boolean stillUndecided = true;

  /** What the two workers do that can find the slot taken: a test may put another in place. */
  private JobHandler holding = this::hold;

  private JobHandler deciding = this::decide;

  private JobHandler decidingTheChange = this::decideChange;

  @BeforeEach
  void workersDoAsTheyAreTold() {
    hold = context.mockJobWorker(HOLD_SLOT).withHandler((jobs, job) -> holding.handle(jobs, job));
    context.mockJobWorker(GATHER_PRICE_FACTS).thenComplete(PRICE_FACTS);
    propose =
        context
            .mockJobWorker(PROPOSE_PRICE)
            .withHandler(
                (jobs, job) ->
                    jobs.newCompleteCommand(job)
                        .variable("approvalNeeded", approvalNeeded)
                        .send()
                        .join());
    context
        .mockJobWorker(PREPARE_DEPOSIT)
        .withHandler((jobs, job) -> jobs.newCompleteCommand(job).variables(deposit).send().join());
    confirmDeposit =
        context
            .mockJobWorker(CONFIRM_DEPOSIT)
            .withHandler(
                (jobs, job) ->
                    jobs.newCompleteCommand(job)
                        .variable(
                            "depositOutcome",
                            job.getVariable("depositReceived").equals("yes")
                                ? "received"
                                : "missing")
                        .send()
                        .join());
    closeRequest = context.mockJobWorker(CLOSE_REQUEST).thenComplete();
    context.mockJobWorker(PREPARE_APPROVAL).thenComplete(Map.of("approval", FACTS));
    decide =
        context
            .mockJobWorker(DECIDE_BOOKING)
            .withHandler((jobs, job) -> deciding.handle(jobs, job));
    context.mockJobWorker(REQUIRE_PARTY).thenComplete(Map.of("partyKnown", true));
    context.mockJobWorker(GATHER_FACTS).thenComplete(Map.of("service", "yacht"));
    context
        .mockJobWorker(ISSUE_CONTRACT)
        .thenComplete(Map.of("contractId", CONTRACT, "alreadyAccepted", false));
    context.mockJobWorker(SEND_CONTRACT).thenComplete();
    context.mockJobWorker(PLAN_REMINDERS).thenComplete(Map.of("reminders", List.of()));
    expire =
        context
            .mockJobWorker(EXPIRE_HOLD)
            .withHandler(
                (jobs, job) ->
                    jobs.newCompleteCommand(job)
                        .variable("holdExpired", stillUndecided)
                        .send()
                        .join());
    context.mockJobWorker(PREPARE_CHANGE).thenComplete(Map.of("change", CHANGE_FACTS));
    decideChange =
        context
            .mockJobWorker(DECIDE_CHANGE)
            .withHandler((jobs, job) -> decidingTheChange.handle(jobs, job));
    close =
        context
            .mockJobWorker(CLOSE_CASE)
            .withHandler(
                (jobs, job) ->
                    jobs.newCompleteCommand(job).variable("cancelNotice", calledOff).send().join());
    staff = context.mockJobWorker(NOTIFY_STAFF).thenComplete();
    context.mockJobWorker(NUDGE_CONTACT).thenComplete();
    context.mockJobWorker(EXPIRE_CONTRACT).thenComplete(Map.of("contractOutcome", "expired"));
    release = context.mockJobWorker(RELEASE_SLOT).thenComplete();
    complete = context.mockJobWorker(COMPLETE_BOOKING).thenComplete();
    tell = context.mockJobWorker(NOTIFY_CONTACT).thenComplete();
  }

  @Test
  void acceptedBookingEndsWithThanksAfterTheEvent() {
    request(true);
    approve(true);
    publish(CONTRACT_ACCEPTED, CONTRACT, Map.of());

    assertThat(PROCESS)
        .hasActiveElementsExactly("SubProcess_Engagement", "Event_EventOver")
        .hasNotActivatedElements("Task_CompleteBooking", "Task_SayThanks");
    context.increaseTime(UNTIL_THE_END);

    assertThat(PROCESS)
        .isCompleted()
        .hasCompletedElementsInOrder(
            "Event_BookingRequested",
            "Task_HoldSlot",
            "Task_TellHeld",
            "SubProcess_Approval",
            "CallActivity_Price",
            "Task_PrepareApproval",
            "Task_TellConfirmed",
            "CallActivity_Contract",
            "Task_TellAccepted",
            "CallActivity_Reminders",
            "Event_EventOver",
            "Task_CompleteBooking",
            "Task_SayThanks",
            "Event_BookingDone")
        .hasNotActivatedElements(
            "Event_DetailsChanged",
            "Event_SlotTaken",
            "Event_SlotLost",
            "Event_PriceRefused",
            "Task_ReleaseSlot",
            "Task_ConfirmDeposit");
    assertThat(messages())
        .containsExactly("booking-held", "booking-approved", "contract-accepted", "booking-thanks");
    assertThat(List.of(hold, decide, complete, tell))
        .allSatisfy(
            worker ->
                assertThat(worker.getActivatedJobs())
                    .allSatisfy(
                        job ->
                            assertThat(job.getVariablesAsMap())
                                .containsEntry("bookingId", BOOKING)));
    assertThat(release.getInvocations()).isZero();
  }

  @Test
  void incompleteBookingWaitsForItsDetails() {
    request(false);
    assertThat(PROCESS).isWaitingForMessage(BOOKING_DETAILS_CHANGED, BOOKING);
    publish(BOOKING_DETAILS_CHANGED, BOOKING, Map.of("detailsComplete", false));
    assertThat(PROCESS)
        .hasCompletedElement("Event_DetailsChanged", 1)
        .isWaitingForMessage(BOOKING_DETAILS_CHANGED, BOOKING)
        .hasNotActivatedElements("Task_HoldSlot");

    publish(BOOKING_DETAILS_CHANGED, BOOKING, Map.of("detailsComplete", true));

    assertThat(byElementId("Task_ApproveBooking")).isCreated();
    assertThat(PROCESS).hasCompletedElements("Task_HoldSlot", "Task_TellHeld");
  }

  @Test
  void requestWhoseDetailsNeverComeIsClosedLongAfterTheLastOne() {
    publish(
        BOOKING_REQUESTED,
        BOOKING,
        Map.of(
            "bookingId",
            BOOKING,
            "conversationId",
            CONVERSATION,
            "detailsComplete",
            false,
            "detailsWithin",
            "P3D"));
    assertThat(PROCESS).isWaitingForMessage(BOOKING_DETAILS_CHANGED, BOOKING);
    context.increaseTime(Duration.ofDays(2));
    publish(BOOKING_DETAILS_CHANGED, BOOKING, Map.of("detailsComplete", false));
    assertThat(PROCESS)
        .hasCompletedElement("Event_DetailsChanged", 1)
        .isWaitingForMessage(BOOKING_DETAILS_CHANGED, BOOKING);
    context.increaseTime(Duration.ofDays(2));
    assertThat(PROCESS)
        .hasActiveElementsExactly("Gateway_DetailsAwaited")
        .hasNotActivatedElements("Task_CloseRequest");
    context.increaseTime(Duration.ofDays(1).plusMinutes(1));

    assertThat(PROCESS)
        .isCompleted()
        .hasCompletedElementsInOrder("Task_CloseRequest", "Event_RequestLapsed");
    assertThat(closeRequest.getActivatedJobs().getFirst().getVariablesAsMap())
        .containsEntry("bookingId", BOOKING);
  }

  @Test
  void takenSlotAsksForAnotherTime() {
    holding = slotTakenThen(this::hold);
    request(true);

    assertThat(PROCESS)
        .hasCompletedElementsInOrder("Event_SlotTaken", "Task_TellSlotTaken")
        .hasActiveElementsExactly("Gateway_DetailsAwaited")
        .hasNotActivatedElements("Task_TellHeld", "SubProcess_Approval");
    publish(BOOKING_DETAILS_CHANGED, BOOKING, Map.of("detailsComplete", true));

    assertThat(byElementId("Task_ApproveBooking")).isCreated();
    assertThat(PROCESS).hasTerminatedElement("Task_HoldSlot", 1);
    assertThat(messages()).containsExactly("slot-taken", "booking-held");
  }

  @Test
  void approverIsShownAllFacts() {
    request(true);

    assertThat(byElementId("Task_ApproveBooking"))
        .isCreated()
        .hasName("Approve booking")
        .hasCandidateGroup("approver");
    assertThat(PROCESS).hasLocalVariables("Task_ApproveBooking", FACTS);
    var task = client.newUserTaskSearchRequest().send().join().singleItem();
    assertThat(OffsetDateTime.parse(task.getDueDate().toString()).toInstant())
        .isCloseTo(
            context.getCurrentTime().plus(4, ChronoUnit.HOURS), within(1, ChronoUnit.MINUTES));
    assertThat(client.newUserTaskGetFormRequest(task.getUserTaskKey()).send().join().getFormId())
        .isEqualTo("approve-booking");
  }

  @Test
  void whatTheApproverSawStaysInTheApproval() {
    request(true);
    approve(true);

    assertThat(PROCESS)
        .hasCompletedElements("SubProcess_Approval")
        .hasVariable("bookingOutcome", "confirmed");
    assertThat(variables("booking"))
        .contains("bookingId", "endsAt")
        .doesNotContainAnyElementsOf(List.of("approval", "approved", "note", "when", "history"))
        .doesNotContain("contactName", "budget", "conflicts", "price", "priceReason", "problem")
        .doesNotContain("surcharges", "depositPercent", "approvalNeeded", "changeId");
    assertThat(decide.getActivatedJobs().getFirst().getVariablesAsMap())
        .containsEntry("approved", true)
        .containsEntry("note", "See you there");
  }

  @Test
  void declinedBookingGetsNoContract() {
    request(true);
    approve(false);

    assertThat(PROCESS)
        .isCompleted()
        .hasCompletedElements("Task_TellDeclined", "Event_BookingDeclined")
        .hasNotActivatedElements("Task_TellConfirmed", "CallActivity_Contract", "Event_EventOver");
    assertThat(messages()).containsExactly("booking-held", "booking-declined");
  }

  @Test
  void slotLostAtTheDecisionComesBackToTheApprover() {
    deciding = slotTakenThen(this::decide);
    request(true);
    approve(true);

    assertThat(PROCESS)
        .hasTerminatedElement("Task_DecideBooking", 1)
        .hasCompletedElements("Event_SlotLost")
        .hasCompletedElement("Task_PrepareApproval", 2)
        .hasActiveElement("Task_ApproveBooking", 1)
        .hasNotActivatedElements("Task_TellConfirmed", "Task_TellDeclined");
    approve(false);

    assertThat(PROCESS).isCompleted().hasCompletedElements("Event_BookingDeclined");
  }

  @Test
  void whatTheApproverSawStaysInTheApprovalThoughTheSlotWasLostOnce() {
    deciding = slotTakenThen(this::decide);
    request(true);
    context.completeUserTask("Task_ApproveBooking", Map.of("approved", true));
    assertThat(PROCESS).hasCompletedElement("Task_PrepareApproval", 2);
    approve(true);

    assertThat(PROCESS).hasCompletedElements("Task_TellConfirmed");
    onlyTheOutcomeOfTheApprovalIsLeft();
  }

  @Test
  void priceIsMadeByTheDecisionsBeforeThePersonIsAsked() {
    request(true);
    assertThat(byElementId("Task_ApproveBooking")).isCreated();

    assertThat(byProcessId("pricing"))
        .isCompleted()
        .hasCompletedElementsInOrder(
            "Task_GatherPriceFacts",
            "Task_DecideSurcharges",
            "Task_DecideDeposit",
            "Task_ProposePrice");
    assertThat(propose.getActivatedJobs().getFirst().getVariablesAsMap())
        .containsEntry("bookingId", BOOKING)
        .containsEntry("changeId", null)
        .containsEntry("depositPercent", 50)
        .containsEntry(
            "surcharges", List.of(Map.of("line", "More than ten guests", "percent", 10)));
  }

  @Test
  void refusedPriceComesBackToTheApproverWithTheReason() {
    deciding = priceRefusedThen(this::decide);
    request(true);
    context.completeUserTask(
        "Task_ApproveBooking",
        Map.of("approved", true, "price", "12.345", "priceReason", "a regular"));

    assertThat(PROCESS)
        .hasCompletedElements("Event_PriceRefused")
        .hasCompletedElement("Task_PrepareApproval", 2)
        .hasActiveElement("Task_ApproveBooking", 1)
        .hasNotActivatedElements("Event_SlotLost", "Task_TellConfirmed");
    assertThat(shownInTheOpenTask("problem")).isEqualTo("\"" + PROBLEM + "\"");
    assertThat(decide.getActivatedJobs().getFirst().getVariablesAsMap())
        .containsEntry("price", "12.345")
        .containsEntry("priceReason", "a regular");
    approve(true);

    assertThat(PROCESS).hasCompletedElements("Task_TellConfirmed");
    assertThat(decide.getActivatedJobs().getLast().getVariablesAsMap()).containsEntry("price", "");
    onlyTheOutcomeOfTheApprovalIsLeft();
  }

  @Test
  void depositIsConfirmedByAPersonBeforeTheReminders() {
    deposit = Map.of("depositDue", true, "deposit", DEPOSIT);
    request(true);
    approve(true);
    publish(CONTRACT_ACCEPTED, CONTRACT, Map.of());

    assertThat(byElementId("Task_ConfirmDeposit")).isCreated().hasCandidateGroup("approver");
    assertThat(PROCESS)
        .hasLocalVariables("Task_ConfirmDeposit", DEPOSIT)
        .hasNotActivatedElements("CallActivity_Reminders");
    context.completeUserTask(
        "Task_ConfirmDeposit", Map.of("depositReceived", "yes", "depositNote", "bank 4711"));

    assertThat(PROCESS)
        .hasCompletedElements("Task_RecordDeposit", "SubProcess_Deposit")
        .hasActiveElements("Event_EventOver");
    assertThat(confirmDeposit.getActivatedJobs().getFirst().getVariablesAsMap())
        .containsEntry("bookingId", BOOKING)
        .containsEntry("depositNote", "bank 4711");
    assertThat(variables("booking"))
        .contains("depositOutcome")
        .doesNotContain(
            "deposit", "depositDue", "depositNote", "depositReceived", "amount", "price");
  }

  @Test
  void depositThatDidNotComeGivesTheTimeBackAndTheContactIsTold() {
    deposit = Map.of("depositDue", true, "deposit", DEPOSIT);
    request(true);
    approve(true);
    publish(CONTRACT_ACCEPTED, CONTRACT, Map.of());
    context.completeUserTask("Task_ConfirmDeposit", Map.of("depositReceived", "no"));

    assertThat(PROCESS)
        .isCompleted()
        .hasCompletedElementsInOrder(
            "Task_ReleaseUnpaid", "Task_TellDepositMissing", "Event_BookingUnpaid")
        .hasNotActivatedElements("CallActivity_Reminders", "Event_EventOver");
    assertThat(release.getActivatedJobs().getFirst().getCustomHeaders())
        .containsEntry("reason", "deposit-not-received");
    assertThat(messages()).last().isEqualTo("deposit-missing");
  }

  @Test
  void depositThatNobodyLooksForIsRemindedThenGoesToTheSupervisorsAndTheOwners() {
    deposit = Map.of("depositDue", true, "deposit", DEPOSIT);
    request(true);
    approve(true);
    publish(CONTRACT_ACCEPTED, CONTRACT, Map.of());
    assertThat(byElementId("Task_ConfirmDeposit")).isCreated();
    context.increaseTime(Duration.ofHours(24).plusMinutes(1));
    assertThat(PROCESS)
        .hasCompletedElements("Task_RemindDeposit", "Event_DepositReminded")
        .hasActiveElement("Task_ConfirmDeposit", 1);
    context.increaseTime(Duration.ofHours(24));
    assertThat(PROCESS)
        .hasCompletedElement("Task_EscalateDeposit", 1)
        .hasActiveElement("Task_ConfirmDeposit", 1);
    assertThat(candidates()).containsExactly("supervisor");
    context.increaseTime(Duration.ofHours(49));

    assertThat(PROCESS)
        .hasCompletedElement("Task_EscalateDeposit", 2)
        .hasActiveElement("Task_ConfirmDeposit", 1);
    assertThat(candidates()).containsExactlyInAnyOrder("owner", "supervisor");
    assertThat(escalatedTo("deposit-escalated")).containsExactly("supervisor", "owner");
    context.completeUserTask("Task_ConfirmDeposit", Map.of("depositReceived", "yes"));
    assertThat(PROCESS).hasActiveElements("Event_EventOver");
  }

  @Test
  void depositOfWhichNobodySaidAnythingUntilTheEventIsOverIsForTheSupervisorsAndTheBookingIsDone() {
    deposit = Map.of("depositDue", true, "deposit", DEPOSIT);
    request(true);
    approve(true);
    publish(CONTRACT_ACCEPTED, CONTRACT, Map.of());
    assertThat(byElementId("Task_ConfirmDeposit")).isCreated();

    context.increaseTime(UNTIL_THE_END);

    assertThat(PROCESS)
        .isCompleted()
        .hasCompletedElementsInOrder(
            "Event_DepositNeverSaid",
            "Task_TellDepositOpen",
            "Task_CompleteBooking",
            "Event_BookingDone")
        .hasTerminatedElements("Task_ConfirmDeposit")
        .hasNotActivatedElements("Task_RecordDeposit", "Task_ReleaseUnpaid");
    assertThat(messages()).last().isEqualTo("booking-thanks");
    assertThat(messages()).doesNotContain("deposit-missing");
    assertThat(staff.getActivatedJobs())
        .filteredOn(job -> "deposit-open".equals(job.getCustomHeaders().get("template")))
        .singleElement()
        .satisfies(job -> assertThat(job.getCustomHeaders()).containsEntry("group", "supervisor"));
  }

  @Test
  void whatNobodyDecidedUntilTheEventIsOverIsDeclinedAndTheContactIsTold() {
    request(true);
    assertThat(byElementId("Task_ApproveBooking")).isCreated();

    context.increaseTime(UNTIL_THE_END);

    assertThat(PROCESS)
        .isCompleted()
        .hasCompletedElements(
            "Event_NeverDecided", "Task_DeclineUndecided", "Event_BookingDeclined")
        .hasTerminatedElements("Task_ApproveBooking")
        .hasNotActivatedElements("Task_TellConfirmed");
    assertThat(messages()).containsOnlyOnce("booking-declined");
    var declined = decide.getActivatedJobs().getLast();
    assertThat(declined.getVariablesAsMap()).containsEntry("approved", false);
    assertThat(declined.getCustomHeaders()).isEmpty();
  }

  @Test
  void declinedContractReleasesTheSlot() {
    request(true);
    approve(true);
    publish(CONTRACT_DECLINED, CONTRACT, Map.of());

    assertThat(PROCESS)
        .isCompleted()
        .hasCompletedElementsInOrder(
            "Task_ReleaseSlot", "Task_TellReleased", "Event_BookingReleased")
        .hasNotActivatedElements("Task_TellAccepted", "CallActivity_Reminders", "Event_EventOver");
    assertThat(release.getActivatedJobs().getFirst().getCustomHeaders())
        .containsEntry("reason", "contract-declined");
    assertThat(messages()).containsExactly("booking-held", "booking-approved", "contract-declined");
  }

  @Test
  void contractLearnsTheBookingAndItsEndOnlyAndTellsItsOutcomeOnly() {
    request(true);
    approve(true);
    publish(CONTRACT_DECLINED, CONTRACT, Map.of());

    assertThat(PROCESS).isCompleted();
    assertThat(variables("contract"))
        .contains("bookingId", "endsAt", "contractOutcome")
        .doesNotContain("conversationId", "holdExpiresAt");
    assertThat(variables("booking")).contains("contractOutcome").doesNotContain("contractId");
  }

  @Test
  void slotThatCannotBeHeldRaisesAnIncident() {
    holding =
        (jobs, job) ->
            jobs.newFailCommand(job).retries(0).errorMessage("No database").send().join();
    request(true);

    assertThat(PROCESS)
        .hasActiveIncidents()
        .hasActiveElements("Task_HoldSlot")
        .hasNotActivatedElements("Event_SlotTaken", "Task_TellHeld");
  }

  @Test
  void holdThatRunsOutIsAnnouncedAndALateApprovalIsStillTaken() {
    request(true);
    assertThat(byElementId("Task_ApproveBooking")).isCreated();
    context.increaseTime(HOLD.plusMinutes(1));

    assertThat(PROCESS)
        .hasCompletedElements(
            "Task_ExpireHold", "Task_TellHoldExpired", "Event_HoldExpiryAnnounced")
        .hasActiveElements("SubProcess_Approval");
    assertThat(expire.getActivatedJobs().getFirst().getVariablesAsMap())
        .containsKeys("bookingId", "holdExpiresAt");
    approve(true);

    assertThat(PROCESS).hasCompletedElements("Task_DecideBooking", "Task_TellConfirmed");
    assertThat(messages()).contains("hold-expired");
  }

  @Test
  void holdThatWasDecidedMeanwhileIsNotSaidToHaveRunOut() {
    stillUndecided = false;
    request(true);
    assertThat(byElementId("Task_ApproveBooking")).isCreated();
    context.increaseTime(HOLD.plusMinutes(1));

    assertThat(PROCESS)
        .hasCompletedElements("Event_HoldDecided")
        .hasNotActivatedElements("Task_TellHoldExpired");
  }

  @Test
  void approvalThatWaitsIsRemindedThenGoesToTheSupervisorsAndTheContactIsTold() {
    request(true);
    assertThat(byElementId("Task_ApproveBooking")).isCreated();
    context.increaseTime(Duration.ofHours(4).plusMinutes(1));
    assertThat(PROCESS)
        .hasCompletedElements("Task_RemindApprovers", "Event_ApproversReminded")
        .hasActiveElement("Task_ApproveBooking", 1);
    context.increaseTime(Duration.ofHours(4));

    assertThat(PROCESS)
        .hasCompletedElementsInOrder("Task_EscalateApproval", "Task_TellWaits")
        .hasActiveElement("Task_ApproveBooking", 1);
    assertThat(staff.getActivatedJobs())
        .extracting(job -> job.getCustomHeaders().get("template"))
        .containsExactly("approval-waits", "approval-escalated");
    assertThat(messages()).containsExactly("booking-held", "booking-waits");
    assertThat(candidates()).containsExactly("supervisor");
  }

  @Test
  void whatTheSupervisorsLeaveGoesToTheOwnersWhoAreToldOnceADay() {
    request(true);
    assertThat(byElementId("Task_ApproveBooking")).isCreated();
    context.increaseTime(Duration.ofHours(8).plusMinutes(1));
    assertThat(PROCESS)
        .hasCompletedElement("Task_TellWaits", 1)
        .hasActiveElement("Task_ApproveBooking", 1);
    context.increaseTime(Duration.ofHours(8).plusMinutes(1));
    assertThat(PROCESS)
        .hasCompletedElement("Task_TellWaits", 2)
        .hasActiveElement("Task_ApproveBooking", 1);
    assertThat(candidates()).containsExactlyInAnyOrder("owner", "supervisor");
    context.increaseTime(Duration.ofHours(24).plusMinutes(1));
    assertThat(PROCESS)
        .hasCompletedElement("Task_TellWaits", 3)
        .hasActiveElement("Task_ApproveBooking", 1);

    assertThat(escalatedTo("approval-escalated")).containsExactly("supervisor", "owner", "owner");
    assertThat(
            tell.getActivatedJobs().stream()
                .filter(job -> job.getElementId().equals("Task_TellWaits"))
                .map(job -> job.getVariable("sayOnce"))
                .distinct())
        .hasSize(1);
  }

  @Test
  void bookingThatChangesWhileItWaitsIsDecidedAnew() {
    request(true);
    assertThat(byElementId("Task_ApproveBooking")).isCreated();
    var holdExpiresAt = context.getCurrentTime().plus(HOLD.multipliedBy(2)).toString();
    publish(
        BOOKING_MOVED,
        BOOKING,
        Map.of(
            "endsAt",
            context.getCurrentTime().plus(UNTIL_THE_END.plusDays(1)).toString(),
            "holdExpiresAt",
            holdExpiresAt));

    assertThat(PROCESS)
        .hasCompletedElements("Event_HoldMoved")
        .hasTerminatedElement("Task_ApproveBooking", 1)
        .hasActiveElement("Task_ApproveBooking", 1)
        .hasVariable("holdExpiresAt", holdExpiresAt);
    assertThat(messages()).containsExactly("booking-held", "booking-held");
  }

  @Test
  void agreedChangeBeginsTheEngagementAnewWithAnotherContract() {
    inTheEngagement();
    publish(BOOKING_CHANGE_PROPOSED, BOOKING, Map.of("changeId", CHANGE));
    assertThat(PROCESS)
        .hasActiveElements("SubProcess_Engagement", "Task_ApproveChange")
        .hasLocalVariables("Task_ApproveChange", CHANGE_FACTS);
    approveChange(true);
    assertThat(PROCESS)
        .hasCompletedElements("SubProcess_ChangeApproval", "Event_ChangeSettled")
        .hasNotActivatedElements("Task_TellChangeDeclined");
    var endsAt = context.getCurrentTime().plus(UNTIL_THE_END.plusDays(2)).toString();
    publish(BOOKING_MOVED, BOOKING, Map.of("endsAt", endsAt));

    assertThat(PROCESS)
        .hasTerminatedElement("CallActivity_Reminders", 0)
        .hasTerminatedElement("Event_EventOver", 1)
        .hasCompletedElements("Event_BookingMoved", "Task_TellMoved")
        .hasActiveElements("CallActivity_Contract")
        .hasVariable("endsAt", endsAt);
    publish(CONTRACT_ACCEPTED, CONTRACT, Map.of());
    assertThat(PROCESS).hasActiveElements("Event_EventOver");
    context.increaseTime(UNTIL_THE_END.plusDays(2));

    assertThat(PROCESS).isCompleted().hasCompletedElement("Task_SayThanks", 1);
    assertThat(messages()).contains("booking-moved").doesNotContain("change-declined");
    assertThat(decideChange.getActivatedJobs().getFirst().getVariablesAsMap())
        .containsEntry("changeId", CHANGE)
        .containsEntry("approved", true);
  }

  @Test
  void declinedChangeLeavesTheEngagementAsItIs() {
    inTheEngagement();
    publish(BOOKING_CHANGE_PROPOSED, BOOKING, Map.of("changeId", CHANGE));
    approveChange(false);

    assertThat(PROCESS)
        .hasCompletedElements("Task_TellChangeDeclined", "Event_ChangeDeclined")
        .hasActiveElements("Event_EventOver")
        .hasNotActivatedElements("Event_BookingMoved", "Task_TellMoved");
  }

  @Test
  void changeThatWasAgreedToTooLateIsNotCarriedOutAndBothSidesAreTold() {
    decidingTheChange =
        (jobs, job) ->
            jobs.newCompleteCommand(job).variable("changeOutcome", "too-late").send().join();
    inTheEngagement();
    publish(BOOKING_CHANGE_PROPOSED, BOOKING, Map.of("changeId", CHANGE));
    approveChange(true);

    assertThat(PROCESS)
        .hasCompletedElementsInOrder(
            "Task_TellTooLate", "Task_TellChangeDeclined", "Event_ChangeDeclined")
        .hasActiveElements("Event_EventOver")
        .hasNotActivatedElements("Event_ChangeSettled", "Task_TellMoved");
    assertThat(messages()).last().isEqualTo("change-declined");
    assertThat(staff.getActivatedJobs().getLast().getCustomHeaders())
        .containsEntry("template", "change-too-late")
        .containsEntry("group", "approver");
  }

  @Test
  void changeThatWaitsIsRemindedThenGoesToTheSupervisorsAndTheContactIsTold() {
    inTheEngagement();
    publish(BOOKING_CHANGE_PROPOSED, BOOKING, Map.of("changeId", CHANGE));
    assertThat(PROCESS).hasActiveElement("Task_ApproveChange", 1);
    context.increaseTime(Duration.ofHours(4).plusMinutes(1));
    assertThat(PROCESS)
        .hasCompletedElements("Task_RemindChangeApprovers", "Event_ChangeApproversReminded")
        .hasActiveElement("Task_ApproveChange", 1)
        .hasNotActivatedElements("Task_EscalateChange");
    context.increaseTime(Duration.ofHours(4));

    assertThat(PROCESS)
        .hasCompletedElementsInOrder("Task_EscalateChange", "Task_TellChangeWaits")
        .hasActiveElement("Task_ApproveChange", 1);
    assertThat(staff.getActivatedJobs())
        .extracting(job -> job.getCustomHeaders().get("template"))
        .containsExactly("approval-waits", "approval-escalated");
    assertThat(messages()).endsWith("booking-waits");
    assertThat(candidates()).containsExactly("supervisor");
    approveChange(true);
    assertThat(PROCESS).hasCompletedElements("Event_ChangeSettled");
  }

  @Test
  void taskOfAChangeThatWasOvertakenIsWithdrawn() {
    inTheEngagement();
    publish(BOOKING_CHANGE_PROPOSED, BOOKING, Map.of("changeId", CHANGE));
    assertThat(PROCESS).hasActiveElement("Task_ApproveChange", 1);
    publish(BOOKING_CHANGE_PROPOSED, BOOKING, Map.of("changeId", "newer"));
    assertThat(PROCESS).hasActiveElement("Task_ApproveChange", 2);
    publish(BOOKING_CHANGE_OUTDATED, CHANGE, Map.of());

    assertThat(PROCESS)
        .hasCompletedElements("Event_ChangeOutdated", "Event_ChangeWithdrawn")
        .hasTerminatedElement("Task_ApproveChange", 1)
        .hasActiveElement("Task_ApproveChange", 1);
    approveChange(false);
    assertThat(PROCESS).hasCompletedElements("Task_TellChangeDeclined");
    assertThat(decideChange.getActivatedJobs().getFirst().getVariablesAsMap())
        .containsEntry("changeId", "newer");
  }

  @Test
  void newSlotThatIsTakenComesBackToTheApprover() {
    decidingTheChange = slotTakenThen(this::decideChange);
    inTheEngagement();
    publish(BOOKING_CHANGE_PROPOSED, BOOKING, Map.of("changeId", CHANGE));
    approveChange(true);

    assertThat(PROCESS)
        .hasCompletedElements("Event_NewSlotTaken")
        .hasCompletedElement("Task_PrepareChange", 2)
        .hasActiveElement("Task_ApproveChange", 1);
    approveChange(false);
    assertThat(PROCESS).hasCompletedElements("Task_TellChangeDeclined");
  }

  @Test
  void refusedPriceOfAChangeComesBackToTheApprover() {
    decidingTheChange = priceRefusedThen(this::decideChange);
    inTheEngagement();
    publish(BOOKING_CHANGE_PROPOSED, BOOKING, Map.of("changeId", CHANGE));
    approveChange(true);

    assertThat(PROCESS)
        .hasCompletedElements("Event_NewPriceRefused")
        .hasCompletedElement("Task_PrepareChange", 2)
        .hasActiveElement("Task_ApproveChange", 1);
    assertThat(shownInTheOpenTask("problem")).isEqualTo("\"" + PROBLEM + "\"");
    approveChange(true);

    assertThat(PROCESS).hasCompletedElements("Event_ChangeSettled");
    assertThat(variables("booking"))
        .doesNotContain("change", "approved", "price", "priceReason", "problem", "approvalNeeded");
  }

  @Test
  void changeThatNobodyHasToAgreeToIsCarriedOutAtOnce() {
    inTheEngagement();
    approvalNeeded = false;
    publish(BOOKING_CHANGE_PROPOSED, BOOKING, Map.of("changeId", CHANGE));

    assertThat(PROCESS)
        .hasCompletedElementsInOrder(
            "CallActivity_PriceChange", "Task_CarryOutChange", "Event_ChangeSettled")
        .hasNotActivatedElements("Task_ApproveChange");
    assertThat(propose.getActivatedJobs().getLast().getVariablesAsMap())
        .containsEntry("changeId", CHANGE);
    assertThat(decideChange.getActivatedJobs().getFirst().getVariablesAsMap())
        .containsEntry("changeId", CHANGE)
        .containsEntry("approved", true);
  }

  @Test
  void cancelledWhileItWaitsForApproval() {
    request(true);
    assertThat(byElementId("Task_ApproveBooking")).isCreated();
    cancel();

    assertThat(PROCESS)
        .isCompleted()
        .hasTerminatedElement("SubProcess_Approval", 1)
        .hasCompletedElementsInOrder("Task_CloseCase", "Task_TellCancelled", "Task_TellStaff")
        .hasNotActivatedElements("Task_TellCalledOff", "Task_TellDeclined");
    assertThat(messages()).containsExactly("booking-held", "booking-cancelled");
  }

  @Test
  void calledOffByTheAgencyInTheMiddleOfTheEngagement() {
    calledOff = "agency";
    inTheEngagement();
    cancel();

    assertThat(PROCESS)
        .isCompleted()
        .hasTerminatedElement("Event_EventOver", 1)
        .hasCompletedElementsInOrder("Task_CloseCase", "Task_TellCalledOff", "Task_TellStaff")
        .hasNotActivatedElements("Task_TellCancelled", "Task_CompleteBooking", "Task_SayThanks");
    assertThat(close.getActivatedJobs().getFirst().getVariablesAsMap())
        .containsEntry("bookingId", BOOKING);
  }

  @Test
  void requestThatIsNotYetABookingIsClosed() {
    calledOff = "none";
    request(false);
    assertThat(PROCESS).isWaitingForMessage(BOOKING_DETAILS_CHANGED, BOOKING);
    cancel();

    assertThat(PROCESS)
        .isCompleted()
        .hasCompletedElements("Task_TellStaff", "Event_CaseClosed")
        .hasNotActivatedElements("Task_TellCancelled", "Task_TellCalledOff");
    assertThat(messages()).isEmpty();
  }

  @Test
  void contractThatNobodyAnsweredReleasesTheSlot() {
    request(true);
    approve(true);
    assertThat(byProcessId("contract")).hasActiveElements("Task_AwaitAnswer");
    context.increaseTime(Duration.ofHours(72).plusMinutes(1));

    assertThat(PROCESS)
        .isCompleted()
        .hasCompletedElementsInOrder(
            "Task_ReleaseExpired", "Task_TellContractExpired", "Event_ContractExpired");
    assertThat(release.getActivatedJobs().getFirst().getCustomHeaders())
        .containsEntry("reason", "contract-expired");
    assertThat(messages()).last().isEqualTo("contract-expired");
  }

  private void inTheEngagement() {
    request(true);
    approve(true);
    publish(CONTRACT_ACCEPTED, CONTRACT, Map.of());
    assertThat(PROCESS).hasActiveElements("Event_EventOver");
  }

  private void approveChange(boolean approved) {
    context.completeUserTask("Task_ApproveChange", Map.of("approved", approved, "note", ""));
  }

  private void cancel() {
    publish(BOOKING_CANCELLED, BOOKING, Map.of());
  }

  private void hold(JobClient jobs, ActivatedJob job) {
    var endsAt = context.getCurrentTime().plus(UNTIL_THE_END).toString();
    var holdExpiresAt = context.getCurrentTime().plus(HOLD).toString();
    jobs.newCompleteCommand(job)
        .variables(Map.of("endsAt", endsAt, "holdExpiresAt", holdExpiresAt))
        .send()
        .join();
  }

  private void decide(JobClient jobs, ActivatedJob job) {
    var approved = (Boolean) job.getVariable("approved");
    jobs.newCompleteCommand(job)
        .variable("bookingOutcome", approved ? "confirmed" : "declined")
        .send()
        .join();
  }

  private void decideChange(JobClient jobs, ActivatedJob job) {
    var approved = (Boolean) job.getVariable("approved");
    jobs.newCompleteCommand(job)
        .variable("changeOutcome", approved ? "applied" : "declined")
        .send()
        .join();
  }

  private static JobHandler slotTakenThen(JobHandler next) {
    var taken = new AtomicBoolean(true);
    return (jobs, job) -> {
      if (taken.getAndSet(false)) {
        jobs.newThrowErrorCommand(job).errorCode(SLOT_TAKEN).send().join();
      } else {
        next.handle(jobs, job);
      }
    };
  }

  private static JobHandler priceRefusedThen(JobHandler next) {
    var refused = new AtomicBoolean(true);
    return (jobs, job) -> {
      if (refused.getAndSet(false)) {
        jobs.newThrowErrorCommand(job)
            .errorCode(PRICE_REFUSED)
            .variables(Map.of("problem", PROBLEM))
            .send()
            .join();
      } else {
        next.handle(jobs, job);
      }
    };
  }

  private void request(boolean detailsComplete) {
    publish(
        BOOKING_REQUESTED,
        BOOKING,
        Map.of(
            "bookingId", BOOKING,
            "conversationId", CONVERSATION,
            "detailsComplete", detailsComplete));
  }

  private void approve(boolean approved) {
    context.completeUserTask(
        "Task_ApproveBooking", Map.of("approved", approved, "note", "See you there"));
  }

  private void publish(String message, String key, Map<String, Object> variables) {
    client
        .newPublishMessageCommand()
        .messageName(message)
        .correlationKey(key)
        .timeToLive(Duration.ofHours(1))
        .variables(variables)
        .send()
        .join();
  }

  /** The group that the newest task is offered to. */
  private List<String> candidates() {
    return client.newUserTaskSearchRequest().send().join().items().getLast().getCandidateGroups();
  }

  private List<Object> escalatedTo(String template) {
    return staff.getActivatedJobs().stream()
        .filter(job -> template.equals(job.getCustomHeaders().get("template")))
        .map(job -> job.getVariable("staffGroup"))
        .toList();
  }

  private List<String> messages() {
    return tell.getActivatedJobs().stream()
        .map(job -> job.getCustomHeaders().get("template"))
        .toList();
  }

  private void onlyTheOutcomeOfTheApprovalIsLeft() {
    assertThat(variables("booking"))
        .containsExactlyInAnyOrder(
            "bookingId",
            "conversationId",
            "detailsComplete",
            "endsAt",
            "holdExpiresAt",
            "bookingOutcome");
  }

  /** What the form that waits now is given, as JSON. */
  private String shownInTheOpenTask(String variable) {
    var task = client.newUserTaskSearchRequest().send().join().items().getLast();
    return client
        .newVariableSearchRequest()
        .filter(filter -> filter.scopeKey(task.getElementInstanceKey()).name(variable))
        .send()
        .join()
        .singleItem()
        .getValue();
  }

  private List<String> variables(String processId) {
    var instance =
        client
            .newProcessInstanceSearchRequest()
            .filter(filter -> filter.processDefinitionId(processId))
            .send()
            .join()
            .singleItem()
            .getProcessInstanceKey();
    return client
        .newVariableSearchRequest()
        .filter(filter -> filter.scopeKey(instance))
        .send()
        .join()
        .items()
        .stream()
        .map(variable -> variable.getName())
        .toList();
  }
}
