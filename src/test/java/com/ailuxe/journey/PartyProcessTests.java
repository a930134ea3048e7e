package com.ailuxe.journey;

import static com.ailuxe.journey.JobTypes.ASK_LEGAL_NAME;
import static com.ailuxe.journey.JobTypes.NOTIFY_STAFF;
import static com.ailuxe.journey.JobTypes.PREPARE_LEGAL_NAME;
import static com.ailuxe.journey.JobTypes.RECORD_LEGAL_NAME;
import static com.ailuxe.journey.JobTypes.REQUIRE_PARTY;
import static com.ailuxe.journey.MessageNames.LEGAL_NAME_GIVEN;
import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.mock.JobWorkerMockBuilder.JobWorkerMock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class PartyProcessTests {
  private static final String BOOKING = "8a1f7d0c-3a0e-4d0b-9b6e-1f2d3c4b5a11";
  private static final Map<String, Object> PARTY =
      Map.of(
          "contactName", "Mimi",
          "channel", "WhatsApp",
          "reference", "BK-2026-0001",
          "transcript", "← Mimi: yes please");

  @Autowired CamundaClient client;
  @Autowired CamundaProcessTestContext context;

  private final AtomicReference<Boolean> known = new AtomicReference<>(false);
  private final AtomicReference<String> problem = new AtomicReference<>("");
  private JobWorkerMock ask;
  private JobWorkerMock record;
  private JobWorkerMock staff;

  @BeforeEach
  void workersDoAsTheyAreTold() {
    context
        .mockJobWorker(REQUIRE_PARTY)
        .withHandler(
            (jobs, job) ->
                jobs.newCompleteCommand(job).variable("partyKnown", known.get()).send().join());
    ask = context.mockJobWorker(ASK_LEGAL_NAME).thenComplete();
    context.mockJobWorker(PREPARE_LEGAL_NAME).thenComplete(Map.of("party", PARTY));
    record =
        context
            .mockJobWorker(RECORD_LEGAL_NAME)
            .withHandler(
                (jobs, job) -> {
                  known.set("".equals(problem.get()));
                  jobs.newCompleteCommand(job).variable("problem", problem.get()).send().join();
                });
    staff = context.mockJobWorker(NOTIFY_STAFF).thenComplete();
  }

  @Test
  void whoeverHasANameIsNotAsked() {
    known.set(true);

    assertThat(start())
        .isCompleted()
        .hasCompletedElements("Event_PartyKnown")
        .hasNotActivatedElements("SubProcess_LegalName")
        .hasVariable("partyKnown", true);
  }

  @Test
  void thePersonWhoEntersTheNameEndsTheWait() {
    var party = start();
    assertThat(byElementId("Task_EnterLegalName"))
        .isCreated()
        .hasCandidateGroups(List.of("concierge"));
    assertThat(ask.getActivatedJobs()).hasSize(1);

    enter("Amélie Laurent");

    assertThat(party)
        .isCompleted()
        .hasCompletedElements("Event_LegalNameEntered", "Event_PartyKnown")
        .hasVariable("partyKnown", true)
        .hasVariableNames("partyKnown");
    assertThat(record.getActivatedJobs().getFirst().getVariable("legalName"))
        .isEqualTo("Amélie Laurent");
  }

  @Test
  void whatIsNoNameComesBackWithTheReason() {
    problem.set("An agreement needs a name in letters.");
    var party = start();
    enter("🌸🌸");
    assertThat(party)
        .hasCompletedElements("Gateway_NameUsable")
        .hasActiveElements("Task_EnterLegalName")
        .hasCompletedElement("Task_PrepareLegalName", 2);
    assertThat(shownInTheOpenTask("problem"))
        .isEqualTo("\"An agreement needs a name in letters.\"");

    problem.set("");
    enter("Amélie Laurent");

    assertThat(party).isCompleted().hasVariable("partyKnown", true);
    assertThat(ask.getActivatedJobs()).hasSize(1);
  }

  @Test
  void theAnswerInTheChatEndsTheWait() {
    var party = start();
    assertThat(party)
        .hasActiveElements("Task_EnterLegalName")
        .isWaitingForMessage(LEGAL_NAME_GIVEN, BOOKING);

    known.set(true);
    tell(BOOKING);

    assertThat(party)
        .isCompleted()
        .hasCompletedElements("Event_LegalNameGiven", "Event_PartyKnown")
        .hasTerminatedElements("Task_EnterLegalName")
        .hasVariableNames("partyKnown");
  }

  @Test
  void theNameOfAnotherBookingEndsNothing() {
    var party = start();
    assertThat(party).isWaitingForMessage(LEGAL_NAME_GIVEN, BOOKING);

    tell("another-booking");
    context.increaseTime(Duration.ofHours(4));

    assertThat(party)
        .hasCompletedElements("Task_RemindNameKeepers")
        .hasActiveElements("Task_EnterLegalName");
  }

  @Test
  void theTaskIsRemindedOfAndThenGoesToTheSupervisorsAndToTheOwners() {
    var party = start();
    assertThat(party).hasActiveElements("Task_EnterLegalName");

    context.increaseTime(Duration.ofHours(4));
    assertThat(party).hasCompletedElements("Event_NameKeepersReminded");
    context.increaseTime(Duration.ofHours(4));
    assertThat(party).hasCompletedElement("Task_EscalateLegalName", 1);
    assertThat(party).hasActiveElement("Task_EnterLegalName", 1);
    var tasks = client.newUserTaskSearchRequest().send().join().items();
    assertThat(tasks.getLast().getCandidateGroups()).containsExactly("supervisor");
    context.increaseTime(Duration.ofHours(8));
    assertThat(party)
        .hasCompletedElement("Task_EscalateLegalName", 2)
        .hasActiveElement("Task_EnterLegalName", 1);
    context.increaseTime(Duration.ofHours(24));
    assertThat(party).hasCompletedElement("Task_EscalateLegalName", 3);

    assertThat(
            staff.getActivatedJobs().stream()
                .filter(
                    job -> "legal-name-escalated".equals(job.getCustomHeaders().get("template")))
                .map(job -> job.getVariable("staffGroup")))
        .containsExactly("supervisor", "owner", "owner");
    assertThat(staff.getActivatedJobs().getFirst().getCustomHeaders())
        .containsEntry("template", "legal-name-waits");
  }

  @Test
  void withoutANameThereIsNoPartyAfterThreeDays() {
    var party = start();
    assertThat(party).hasActiveElements("Task_EnterLegalName");

    context.increaseTime(Duration.ofHours(72));

    assertThat(party)
        .isCompleted()
        .hasCompletedElements("Event_LegalNameTimeOver", "Event_PartyUnknown")
        .hasVariable("partyKnown", false)
        .hasVariableNames("partyKnown");
  }

  private ProcessInstanceEvent start() {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId("party")
        .latestVersion()
        .variables(Map.of("bookingId", BOOKING))
        .send()
        .join();
  }

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

  private void enter(String name) {
    context.completeUserTask(byElementId("Task_EnterLegalName"), Map.of("legalName", name));
  }

  private void tell(String booking) {
    client
        .newPublishMessageCommand()
        .messageName(LEGAL_NAME_GIVEN)
        .correlationKey(booking)
        .timeToLive(Duration.ofMinutes(1))
        .send()
        .join();
  }
}
