package com.ailuxe.journey;

import static com.ailuxe.journey.JobTypes.GATHER_FACTS;
import static com.ailuxe.journey.JobTypes.HOLD_SLOT;
import static com.ailuxe.journey.JobTypes.ISSUE_CONTRACT;
import static com.ailuxe.journey.JobTypes.REQUIRE_PARTY;
import static io.camunda.client.api.search.enums.IncidentErrorType.CALLED_DECISION_ERROR;
import static io.camunda.client.api.search.enums.IncidentErrorType.CALLED_ELEMENT_ERROR;
import static io.camunda.client.api.search.enums.IncidentErrorType.CONDITION_ERROR;
import static io.camunda.client.api.search.enums.IncidentErrorType.DECISION_EVALUATION_ERROR;
import static io.camunda.client.api.search.enums.IncidentErrorType.EXTRACT_VALUE_ERROR;
import static io.camunda.client.api.search.enums.IncidentErrorType.FORM_NOT_FOUND;
import static io.camunda.client.api.search.enums.IncidentErrorType.IO_MAPPING_ERROR;
import static io.camunda.client.api.search.enums.IncidentErrorType.UNHANDLED_ERROR_EVENT;
import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.response.Incident;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Incidents of the engine's own types: what {@code src/docs/runbook.md} says to do about each does
 * help, and Retry goes on with the case.
 */
@ProcessTest
class EngineIncidentsProcessTests {
  private static final String CASE = "engine-incident";
  private static final String BOOKING = "8a1f7d0c-3a0e-4d0b-9b6e-1f2d3c4b5a11";
  private static final String DOCUMENTS = "\"requiredDocuments\"";
  private static final String TWICE = "\"twice\"";

  @Autowired CamundaClient client;
  @Autowired CamundaProcessTestContext context;

  @Test
  void aGatewayWithoutAWayThatFits() {
    deploy(
        start ->
            start
                .exclusiveGateway("Gateway_Guests")
                .sequenceFlowId("Flow_Some")
                .conditionExpression("guests > 0"));
    var instance = start(CASE, Map.of("guests", 0));
    var incident = incident(instance, CONDITION_ERROR);

    correct(instance, Map.of("guests", 6));
    retry(incident);

    assertThat(byKey(instance)).isCompleted().hasNoActiveIncidents();
  }

  @Test
  void aConditionThatIsNeitherTrueNorFalse() {
    context.mockJobWorker(REQUIRE_PARTY).thenComplete(Map.of("partyKnown", true));
    context
        .mockJobWorker(GATHER_FACTS)
        .thenComplete(Map.of("service", "yacht", "guests", 6, "amount", 12_000, "currency", "EUR"));
    context
        .mockJobWorker(ISSUE_CONTRACT)
        .thenComplete(Map.of("contractId", "c-1", "alreadyAccepted", "perhaps"));
    var instance = start("contract", Map.of("bookingId", BOOKING));
    var incident = incident(instance, EXTRACT_VALUE_ERROR);

    correct(incident.getElementInstanceKey(), Map.of("alreadyAccepted", true));
    retry(incident);

    assertThat(byKey(instance))
        .isCompleted()
        .hasNoActiveIncidents()
        .hasVariable("contractOutcome", "accepted");
  }

  @Test
  void aTimerWithoutItsDate() {
    var instance =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId("booking")
            .latestVersion()
            .variables(Map.of("bookingId", BOOKING))
            .startBeforeElement("Event_EventOver")
            .send()
            .join()
            .getProcessInstanceKey();
    var incident = incident(instance, EXTRACT_VALUE_ERROR);

    correct(instance, Map.of("endsAt", Instant.now().plus(Duration.ofDays(1)).toString()));
    retry(incident);

    assertThat(byKey(instance)).hasActiveElements("Event_EventOver").hasNoActiveIncidents();
    context.increaseTime(Duration.ofDays(2));
    assertThat(byKey(instance)).hasActiveElements("Task_CompleteBooking");
  }

  @Test
  void aDecisionWithTwoRowsThatFit() throws IOException {
    var rows = "hitPolicy=\"RULE ORDER\"";
    deploy("required-documents.dmn", Map.of(DOCUMENTS, TWICE, rows, "hitPolicy=\"UNIQUE\""));
    deploy(
        start ->
            start.businessRuleTask(
                "Task_Decide",
                task -> task.zeebeCalledDecisionId("twice").zeebeResultVariable("documents")));
    var instance =
        start(CASE, Map.of("service", "model", "guests", 2, "amount", 4_000, "currency", "EUR"));
    var incident = incident(instance, DECISION_EVALUATION_ERROR);

    deploy("required-documents.dmn", Map.of(DOCUMENTS, TWICE));
    retry(incident);

    assertThat(byKey(instance)).isCompleted().hasNoActiveIncidents();
  }

  @Test
  void aMappingWhoseVariableIsWrong() {
    deploy(
        start ->
            start.userTask(
                "Task_Map",
                task ->
                    task.zeebeUserTask()
                        .zeebeInputExpression("assert(guests, guests > 0)", "guests")));
    var instance = start(CASE, Map.of("guests", -1));
    var incident = incident(instance, IO_MAPPING_ERROR);

    correct(instance, Map.of("guests", 6));
    retry(incident);

    assertThat(byKey(instance)).hasActiveElements("Task_Map").hasNoActiveIncidents();
  }

  @Test
  void aProcessThatIsNotDeployedYet() {
    deploy(start -> start.callActivity("CallActivity_Late", call -> call.zeebeProcessId("late")));
    var instance = start(CASE, Map.of());
    var incident = incident(instance, CALLED_ELEMENT_ERROR);

    client
        .newDeployResourceCommand()
        .addProcessModel(
            Bpmn.createExecutableProcess("late").startEvent().endEvent().done(), "late.bpmn")
        .send()
        .join();
    retry(incident);

    assertThat(byKey(instance)).isCompleted().hasNoActiveIncidents();
  }

  @Test
  void aDecisionThatIsNotDeployedYet() throws IOException {
    deploy(
        start ->
            start.businessRuleTask(
                "Task_Late",
                task ->
                    task.zeebeCalledDecisionId("lateDecision").zeebeResultVariable("quietHours")));
    var instance = start(CASE, Map.of());
    var incident = incident(instance, CALLED_DECISION_ERROR);

    deploy("quiet-hours.dmn", Map.of("\"quietHours\"", "\"lateDecision\""));
    retry(incident);

    assertThat(byKey(instance)).isCompleted().hasNoActiveIncidents();
  }

  @Test
  void aFormThatIsNotDeployedYet() throws IOException {
    deploy(start -> start.userTask("Task_Late", task -> task.zeebeUserTask().zeebeFormId("late")));
    var instance = start(CASE, Map.of());
    var incident = incident(instance, FORM_NOT_FOUND);

    deploy("confirm-deposit.form", Map.of("\"confirm-deposit\"", "\"late\""));
    retry(incident);

    assertThat(byElementId("Task_Late")).isCreated();
    context.completeUserTask("Task_Late");
    assertThat(byKey(instance)).isCompleted().hasNoActiveIncidents();
  }

  @Test
  void anErrorThatHasNoWayInTheModel() {
    context.mockJobWorker(HOLD_SLOT).thenThrowBpmnError(ErrorCodes.SLOT_TAKEN);
    deploy(start -> start.serviceTask("Task_Hold", task -> task.zeebeJobType(HOLD_SLOT)));
    var instance = start(CASE, Map.of());
    var incident = incident(instance, UNHANDLED_ERROR_EVENT);

    var fixed =
        deploy(
            start ->
                start
                    .serviceTask("Task_Hold", task -> task.zeebeJobType(HOLD_SLOT))
                    .boundaryEvent("Event_SlotTaken", event -> event.error(ErrorCodes.SLOT_TAKEN))
                    .endEvent("Event_NotHeld")
                    .moveToNode("Task_Hold"));
    client
        .newMigrateProcessInstanceCommand(instance)
        .migrationPlan(fixed)
        .addMappingInstruction("Task_Hold", "Task_Hold")
        .send()
        .join();
    retry(incident);

    assertThat(byKey(instance))
        .isCompleted()
        .hasCompletedElements("Event_NotHeld")
        .hasNoActiveIncidents();
  }

  /**
   * @return the key of the process
   */
  private long deploy(Function<StartEventBuilder, AbstractFlowNodeBuilder<?, ?>> steps) {
    var model = steps.apply(Bpmn.createExecutableProcess(CASE).startEvent()).endEvent().done();
    return client
        .newDeployResourceCommand()
        .addProcessModel(model, CASE + ".bpmn")
        .send()
        .join()
        .getProcesses()
        .getFirst()
        .getProcessDefinitionKey();
  }

  /** A file of the path with another id, so that it stands beside the path's own. */
  private void deploy(String file, Map<String, String> replaced) throws IOException {
    var resource = Files.readString(Path.of("bpmn", file));
    for (var replacement : replaced.entrySet()) {
      assertThat(resource).contains(replacement.getKey());
      resource = resource.replace(replacement.getKey(), replacement.getValue());
    }
    client
        .newDeployResourceCommand()
        .addResourceStringUtf8(resource, "other-" + file)
        .send()
        .join();
  }

  private long start(String process, Map<String, Object> variables) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(process)
        .latestVersion()
        .variables(variables)
        .send()
        .join()
        .getProcessInstanceKey();
  }

  private Incident incident(long instance, IncidentErrorType type) {
    assertThat(byKey(instance)).hasActiveIncidents();
    var incidents =
        client
            .newIncidentSearchRequest()
            .filter(filter -> filter.processInstanceKey(instance).state(IncidentState.ACTIVE))
            .send()
            .join()
            .items();
    assertThat(incidents).extracting(Incident::getErrorType).containsExactly(type);
    return incidents.getFirst();
  }

  private void correct(long scope, Map<String, Object> variables) {
    client.newSetVariablesCommand(scope).variables(variables).send().join();
  }

  /** Retries as Operate does. */
  private void retry(Incident incident) {
    client.newResolveIncidentCommand(incident.getIncidentKey()).send().join();
  }
}
