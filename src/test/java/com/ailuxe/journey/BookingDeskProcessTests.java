package com.ailuxe.journey;

import static com.ailuxe.journey.JobTypes.CARRY_OUT_FILED_REQUEST;
import static com.ailuxe.journey.JobTypes.CARRY_OUT_REQUEST;
import static com.ailuxe.journey.JobTypes.CREATE_BOOKING;
import static com.ailuxe.journey.JobTypes.CREATE_FILED_BOOKING;
import static com.ailuxe.journey.JobTypes.NOTIFY_STAFF;
import static com.ailuxe.journey.JobTypes.PREPARE_NEW_BOOKING;
import static com.ailuxe.journey.JobTypes.PREPARE_REQUEST;
import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobHandler;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.mock.JobWorkerMockBuilder.JobWorkerMock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class BookingDeskProcessTests {
  private static final Map<String, Object> ANSWER =
      Map.of("action", "cancel-agency", "note", "ill", "start", "2027-01-01T10:00");

  @Autowired CamundaClient client;
  @Autowired CamundaProcessTestContext context;
  private JobWorkerMock prepare;
  private JobWorkerMock carryOut;
  private JobWorkerMock prepareNew;
  private JobWorkerMock create;
  private JobWorkerMock staff;
  private int refusals;

  @BeforeEach
  void workersDoAsTheyAreTold() {
    refusals = 0;
    JobHandler laysOut =
        (jobs, job) ->
            jobs.newCompleteCommand(job)
                .variable(
                    "desk",
                    Map.of(
                        "round", job.getVariable("round"),
                        "found", true,
                        "bookingId", "b-1",
                        "reference", "BK-2026-0001",
                        "problem", Objects.requireNonNullElse(job.getVariable("problem"), ""),
                        "facts", "of Ada Lund",
                        "fee", "EUR 450.00",
                        "start", "2026-12-24T19:00"))
                .send()
                .join();
    prepare = context.mockJobWorker(PREPARE_REQUEST).withHandler(laysOut);
    prepareNew = context.mockJobWorker(PREPARE_NEW_BOOKING).withHandler(laysOut);
    carryOut = context.mockJobWorker(CARRY_OUT_REQUEST).withHandler(this::refusesOrDoes);
    create = context.mockJobWorker(CREATE_BOOKING).withHandler(this::refusesOrDoes);
    staff = context.mockJobWorker(NOTIFY_STAFF).thenComplete();
  }

  @Test
  void requestThatCanBeHadIsDone() {
    file();
    assertThat(byElementId("Task_FileRequest")).isCreated().hasCandidateGroup("concierge");
    assertThat(byProcessId("booking-desk"))
        .hasLocalVariables(
            "Task_FileRequest", Map.of("facts", "of Ada Lund", "start", "2026-12-24T19:00"));
    context.completeUserTask("Task_FileRequest", ANSWER);

    assertThat(byProcessId("booking-desk"))
        .isCompleted()
        .hasCompletedElementsInOrder(
            "Task_PrepareRequest", "Task_CarryOutRequest", "Event_RequestDone");
    assertThat(carryOut.getActivatedJobs().getFirst().getVariable("bookingId")).isEqualTo("b-1");
    assertThat(carryOut.getActivatedJobs().getFirst().getVariablesAsMap().get("request"))
        .asString()
        .contains("action=cancel-agency", "note=ill", "feeShown=EUR 450.00", "round=1");
    assertThat(atTheRoot("booking-desk")).containsExactly("reference");
  }

  @Test
  void requestThatCannotBeHadComesBackWithTheReasonAndWhatWasTyped() {
    refusals = 2;
    file();
    for (var round = 1; round <= 3; round++) {
      assertThat(byProcessId("booking-desk"))
          .hasCompletedElement("Task_PrepareRequest", round)
          .hasActiveElement("Task_FileRequest", 1);
      if (round == 2) {
        assertThat(shown("start")).containsOnly("2027-01-01T10:00");
        assertThat(shown("problem")).contains("not so");
      }
      context.completeUserTask("Task_FileRequest", ANSWER);
    }

    assertThat(byProcessId("booking-desk"))
        .isCompleted()
        .hasCompletedElement("Task_CarryOutRequest", 3);
    assertThat(prepare.getActivatedJobs().get(1).getVariable("problem")).isEqualTo("not so");
    assertThat(prepare.getActivatedJobs().get(1).getVariable("round")).isEqualTo(2);
    assertThat(atTheRoot("booking-desk")).containsExactly("reference");
  }

  @Test
  void newBookingIsFiledWithoutALeftover() {
    refusals = 1;
    start("new-booking", Map.of());
    for (var round = 1; round <= 2; round++) {
      assertThat(byProcessId("new-booking"))
          .hasCompletedElement("Task_PrepareNewBooking", round)
          .hasActiveElement("Task_FillInBooking", 1);
      context.completeUserTask(
          "Task_FillInBooking",
          Map.of("contact", "new", "name", "Ada Lund", "phone", "+33612345678"));
    }

    assertThat(byProcessId("new-booking"))
        .isCompleted()
        .hasCompletedElement("Task_CreateBooking", 2);
    assertThat(create.getActivatedJobs().getFirst().getVariablesAsMap().get("request"))
        .asString()
        .contains("contact=new", "name=Ada Lund", "round=1");
    assertThat(prepareNew.getActivatedJobs().getLast().getVariable("round")).isEqualTo(2);
    assertThat(atTheRoot("new-booking")).isEmpty();
  }

  @Test
  void whoIsLookedForIsLookedForByWords() {
    refusals = 1;
    start("new-booking", Map.of());
    assertThat(byElementId("Task_FillInBooking")).isCreated();
    context.completeUserTask("Task_FillInBooking", Map.of("contact", "search", "search", "Ada"));

    assertThat(byProcessId("new-booking"))
        .hasCompletedElement("Task_PrepareNewBooking", 2)
        .hasActiveElement("Task_FillInBooking", 1);
    assertThat(prepareNew.getActivatedJobs().getLast().getVariable("search")).isEqualTo("Ada");
  }

  @Test
  void formThatNobodyFinishesIsRemindedThenGoesToTheSupervisorsAndTheOwners() {
    file();
    assertThat(byElementId("Task_FileRequest")).isCreated();
    context.increaseTime(Duration.ofHours(1).plusMinutes(1));
    assertThat(byProcessId("booking-desk"))
        .hasCompletedElements("Task_RemindDesk", "Event_DeskReminded")
        .hasActiveElement("Task_FileRequest", 1);
    context.increaseTime(Duration.ofHours(3));
    assertThat(byProcessId("booking-desk"))
        .hasCompletedElement("Task_EscalateDesk", 1)
        .hasActiveElement("Task_FileRequest", 1);
    context.increaseTime(Duration.ofHours(9));

    assertThat(byProcessId("booking-desk"))
        .hasCompletedElement("Task_EscalateDesk", 2)
        .hasActiveElement("Task_FileRequest", 1);
    assertThat(
            staff.getActivatedJobs().stream()
                .filter(job -> "desk-escalated".equals(job.getCustomHeaders().get("template")))
                .map(job -> job.getVariable("staffGroup")))
        .containsExactly("supervisor", "owner");
  }

  @Test
  void whatIsFiledInTheConsoleIsCarriedOutOnceWithoutAForm() {
    var carryOutFiled = context.mockJobWorker(CARRY_OUT_FILED_REQUEST).thenComplete();
    filed("booking.request-filed");

    assertThat(byProcessId("booking-desk"))
        .isCompleted()
        .hasCompletedElementsInOrder(
            "Event_SignedRequestFiled", "Task_CarryOutFiledRequest", "Event_FiledRequestAnswered");
    assertThat(carryOutFiled.getActivatedJobs())
        .singleElement()
        .satisfies(
            job -> assertThat(job.getVariablesAsMap()).isEqualTo(Map.of("deskRequestId", "r-1")));
  }

  @Test
  void newBookingThatIsFiledInTheConsoleIsMadeOnceWithoutAForm() {
    var createFiled = context.mockJobWorker(CREATE_FILED_BOOKING).thenComplete();
    filed("booking.new-booking-filed");

    assertThat(byProcessId("new-booking"))
        .isCompleted()
        .hasCompletedElementsInOrder(
            "Event_SignedBookingFiled", "Task_CreateFiledBooking", "Event_FiledBookingAnswered");
    assertThat(createFiled.getActivatedJobs()).hasSize(1);
  }

  private void filed(String message) {
    client
        .newPublishMessageCommand()
        .messageName(message)
        .correlationKey("r-1")
        .messageId("filed/r-1")
        .variables(Map.of("deskRequestId", "r-1"))
        .send()
        .join();
  }

  private void refusesOrDoes(JobClient jobs, ActivatedJob job) {
    var request = (Map<?, ?>) job.getVariable("request");
    var done = refusals-- <= 0;
    jobs.newCompleteCommand(job)
        .variable(
            "outcome",
            Map.of("round", request.get("round"), "done", done, "problem", done ? "" : "not so"))
        .send()
        .join();
  }

  private void file() {
    start("booking-desk", Map.of("reference", "bk 2026 1"));
  }

  private void start(String process, Map<String, Object> variables) {
    client
        .newCreateInstanceCommand()
        .bpmnProcessId(process)
        .latestVersion()
        .variables(variables)
        .send()
        .join();
  }

  /** All that the tasks so far were given, without the quotes of JSON. */
  private List<String> shown(String variable) {
    return client
        .newVariableSearchRequest()
        .filter(filter -> filter.name(variable))
        .send()
        .join()
        .items()
        .stream()
        .map(found -> found.getValue().replace("\"", ""))
        .toList();
  }

  private List<String> atTheRoot(String process) {
    var instance =
        client
            .newProcessInstanceSearchRequest()
            .filter(filter -> filter.processDefinitionId(process))
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
        .map(found -> found.getName())
        .toList();
  }
}
