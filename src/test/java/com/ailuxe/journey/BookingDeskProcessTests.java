package com.ailuxe.journey;

import static com.ailuxe.journey.JobTypes.CARRY_OUT_REQUEST;
import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class BookingDeskProcessTests {
  @Autowired CamundaClient client;
  @Autowired CamundaProcessTestContext context;

  @Test
  void requestThatCanBeHadIsDone() {
    context.mockJobWorker(CARRY_OUT_REQUEST).thenComplete(Map.of("problem", ""));
    file();

    assertThat(byProcessId("booking-desk"))
        .isCompleted()
        .hasCompletedElementsInOrder("Task_CarryOutRequest", "Event_RequestDone")
        .hasNotActivatedElements("Task_CorrectRequest");
  }

  @Test
  void requestThatCannotBeHadComesBackWithTheReason() {
    context
        .mockJobWorker(CARRY_OUT_REQUEST)
        .withHandler(
            (jobs, job) ->
                jobs.newCompleteCommand(job)
                    .variable(
                        "problem", job.getVariable("reference").equals("BK-1") ? "Unknown" : "")
                    .send()
                    .join());
    file();
    assertThat(byElementId("Task_CorrectRequest")).isCreated().hasCandidateGroup("concierge");
    assertThat(byProcessId("booking-desk")).hasVariable("problem", "Unknown");

    context.completeUserTask("Task_CorrectRequest", Map.of("reference", "BK-2"));

    assertThat(byProcessId("booking-desk"))
        .isCompleted()
        .hasCompletedElement("Task_CarryOutRequest", 2);
  }

  private void file() {
    client
        .newCreateInstanceCommand()
        .bpmnProcessId("booking-desk")
        .latestVersion()
        .variables(Map.of("agency", "luxe", "reference", "BK-1", "action", "cancel-agency"))
        .send()
        .join();
  }
}
