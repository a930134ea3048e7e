package com.ailuxe.journey;

import static com.ailuxe.journey.JobTypes.ISSUE_CONTRACT;
import static com.ailuxe.journey.JobTypes.SEND_CONTRACT;
import static com.ailuxe.journey.MessageNames.CONTRACT_ACCEPTED;
import static com.ailuxe.journey.MessageNames.CONTRACT_DECLINED;
import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.mock.JobWorkerMockBuilder.JobWorkerMock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class ContractProcessTests {
  private static final String BOOKING = "8a1f7d0c-3a0e-4d0b-9b6e-1f2d3c4b5a11";
  private static final String CONTRACT = "c1a4de64-5a5b-4a5c-8c39-6a0f5b8f7d33";

  @Autowired CamundaClient client;
  @Autowired CamundaProcessTestContext context;

  @Test
  void acceptedContractIsAccepted() {
    var issue = issues();
    var send = sends();
    var contract = start();

    answer(CONTRACT_ACCEPTED, CONTRACT);

    assertThat(contract)
        .isCompleted()
        .hasCompletedElementsInOrder(
            "Task_IssueContract", "Task_SendContract", "Event_ContractAccepted", "Event_Accepted")
        .hasNotActivatedElements("Event_ContractDeclined", "Event_Declined")
        .hasVariable("contractOutcome", "accepted");
    assertThat(issue.getActivatedJobs().getFirst().getVariablesAsMap())
        .containsEntry("bookingId", BOOKING);
    assertThat(send.getActivatedJobs().getFirst().getVariablesAsMap())
        .containsEntry("contractId", CONTRACT);
  }

  @Test
  void declinedContractIsDeclined() {
    issues();
    sends();
    var contract = start();

    answer(CONTRACT_DECLINED, CONTRACT);

    assertThat(contract)
        .isCompleted()
        .hasCompletedElements("Event_ContractDeclined", "Event_Declined")
        .hasNotActivatedElements("Event_ContractAccepted", "Event_Accepted")
        .hasVariable("contractOutcome", "declined");
  }

  @Test
  void answerToAnotherContractChangesNothing() {
    issues();
    sends();
    var contract = start();
    assertThat(contract).isWaitingForMessage(CONTRACT_ACCEPTED, CONTRACT);

    answer(CONTRACT_ACCEPTED, "another-contract");
    answer(CONTRACT_DECLINED, CONTRACT);

    assertThat(contract).isCompleted().hasVariable("contractOutcome", "declined");
  }

  @Test
  void answerThatIsFasterThanTheSendIsNotLost() {
    issues();
    sends();
    answer(CONTRACT_ACCEPTED, CONTRACT);

    assertThat(start()).isCompleted().hasVariable("contractOutcome", "accepted");
  }

  @Test
  void contractThatCannotBeIssuedRaisesAnIncident() {
    context
        .mockJobWorker(ISSUE_CONTRACT)
        .withHandler(
            (jobs, job) ->
                jobs.newFailCommand(job).retries(0).errorMessage("No template").send().join());

    assertThat(start())
        .hasActiveIncidents()
        .hasActiveElements("Task_IssueContract")
        .hasNotActivatedElements("Task_SendContract");
  }

  private JobWorkerMock issues() {
    return context.mockJobWorker(ISSUE_CONTRACT).thenComplete(Map.of("contractId", CONTRACT));
  }

  private JobWorkerMock sends() {
    return context.mockJobWorker(SEND_CONTRACT).thenComplete();
  }

  private ProcessInstanceEvent start() {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId("contract")
        .latestVersion()
        .variables(Map.of("bookingId", BOOKING))
        .send()
        .join();
  }

  private void answer(String message, String contract) {
    client
        .newPublishMessageCommand()
        .messageName(message)
        .correlationKey(contract)
        .timeToLive(Duration.ofHours(1))
        .send()
        .join();
  }
}
