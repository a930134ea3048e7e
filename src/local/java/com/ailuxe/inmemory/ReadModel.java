package com.ailuxe.inmemory;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageRecord;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.DecisionEvaluationRecordValue;
import io.camunda.zeebe.protocol.record.value.DeploymentRecordValue;
import io.camunda.zeebe.protocol.record.value.EvaluatedDecisionValue;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.MessageStartEventSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessMessageSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import io.camunda.zeebe.protocol.record.value.deployment.Form;
import io.camunda.zeebe.protocol.record.value.deployment.Process;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Projects the engine's records into the documents of the Orchestration Cluster REST API, one
 * collection per path segment ("process-instances", ...). What Camunda's exporter does, in memory.
 */
final class ReadModel {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> COLLECTIONS =
      List.of(
          "process-definitions",
          "forms",
          "process-instances",
          "element-instances",
          "sequence-flows",
          "variables",
          "user-tasks",
          "incidents",
          "message-subscriptions",
          "correlated-message-subscriptions",
          "decision-instances");
  private static final Set<String> DEPLOYED = Set.of("process-definitions", "forms");

  /** The models of all engines, by their XML: to read one takes longer than many a test. */
  private static final Map<String, BpmnModelInstance> MODELS = new ConcurrentHashMap<>();

  private final EmbeddedEngine engine;
  private final Map<String, Map<String, ObjectNode>> collections =
      COLLECTIONS.stream().collect(toMap(name -> name, name -> new LinkedHashMap<>()));
  private final Map<Long, String> resources = new HashMap<>();
  private final Map<Long, MessageRecord> messages = new HashMap<>();
  private int deployments;
  private int applied;

  ReadModel(EmbeddedEngine engine) {
    this.engine = engine;
  }

  /** How many commands have deployed something, new or not. */
  int deployments() {
    return deployments;
  }

  /** The keys of the instances that run and that no other instance has called. */
  List<Long> running() {
    return of("process-instances").values().stream()
        .filter(instance -> instance.path("state").asText().equals("ACTIVE"))
        .filter(instance -> instance.path("parentProcessInstanceKey").isNull())
        .map(instance -> instance.path("processInstanceKey").asLong())
        .toList();
  }

  /** The messages that wait to be correlated, by their keys. */
  Map<Long, MessageRecord> messages() {
    return Map.copyOf(messages);
  }

  /** Forgets all but what is deployed. */
  void clear() {
    collections.forEach(
        (name, documents) -> {
          if (!DEPLOYED.contains(name)) {
            documents.clear();
          }
        });
  }

  void catchUp() {
    for (var record : engine.recordsFrom(applied)) {
      if (record.getRecordType() == RecordType.EVENT) {
        apply(record);
      }
      applied++;
    }
  }

  static boolean serves(String collection) {
    return COLLECTIONS.contains(collection);
  }

  Collection<ObjectNode> all(String collection) {
    return List.copyOf(of(collection).values());
  }

  Optional<ObjectNode> find(String collection, @Nullable String key) {
    return key == null ? Optional.empty() : Optional.ofNullable(of(collection).get(key));
  }

  Optional<String> resource(String key) {
    return Optional.ofNullable(resources.get(Long.parseLong(key)));
  }

  private void apply(Record<?> record) {
    switch (record.getValue()) {
      case DeploymentRecordValue deployment ->
          deployments += intent(record).equals("CREATED") ? 1 : 0;
      case MessageRecord message -> message(record, message);
      case Process process -> process(record, process);
      case Form form -> form(record, form);
      case ProcessInstanceRecordValue element -> element(record, element);
      case VariableRecordValue variable -> variable(record, variable);
      case UserTaskRecordValue task -> userTask(record, task);
      case IncidentRecordValue incident -> incident(record, incident);
      case ProcessMessageSubscriptionRecordValue subscription -> subscription(record, subscription);
      case MessageStartEventSubscriptionRecordValue start -> messageStart(record, start);
      case DecisionEvaluationRecordValue evaluation -> decisions(record, evaluation);
      default -> {}
    }
  }

  private void message(Record<?> record, MessageRecord value) {
    switch (intent(record)) {
      case "PUBLISHED" -> messages.put(record.getKey(), value);
      case "EXPIRED" -> messages.remove(record.getKey());
      default -> {}
    }
  }

  private void process(Record<?> record, Process value) {
    if (!intent(record).equals("CREATED")) {
      return;
    }
    var key = value.getProcessDefinitionKey();
    resources.put(key, new String(value.getResource(), StandardCharsets.UTF_8));
    document("process-definitions", key)
        .put("processDefinitionKey", text(key))
        .put("processDefinitionId", value.getBpmnProcessId())
        .put("name", name(key, value.getBpmnProcessId()))
        .put("version", value.getVersion())
        .put("versionTag", text(value.getVersionTag()))
        .put("resourceName", value.getResourceName())
        .put("hasStartForm", false)
        .put("tenantId", value.getTenantId());
  }

  private void form(Record<?> record, Form value) {
    if (!intent(record).equals("CREATED")) {
      return;
    }
    document("forms", value.getFormKey())
        .put("formKey", text(value.getFormKey()))
        .put("formId", value.getFormId())
        .put("version", value.getVersion())
        .put("schema", new String(value.getResource(), StandardCharsets.UTF_8))
        .put("tenantId", value.getTenantId());
  }

  private void element(Record<?> record, ProcessInstanceRecordValue value) {
    var isProcess = value.getBpmnElementType() == BpmnElementType.PROCESS;
    var collection = isProcess ? "process-instances" : "element-instances";
    switch (intent(record)) {
      case "SEQUENCE_FLOW_TAKEN" -> sequenceFlow(value);
      case "ELEMENT_ACTIVATING" -> {
        var document =
            document(collection, record.getKey())
                .put("processDefinitionKey", text(value.getProcessDefinitionKey()))
                .put("processDefinitionId", value.getBpmnProcessId())
                .put("processInstanceKey", text(value.getProcessInstanceKey()))
                .put("state", "ACTIVE")
                .put("startDate", date(record))
                .putNull("endDate")
                .put("hasIncident", false)
                .put("tenantId", value.getTenantId());
        if (isProcess) {
          processInstance(document, value);
        } else {
          elementInstance(document, record.getKey(), value);
        }
      }
      case "ELEMENT_COMPLETED" -> ended(collection, record, "COMPLETED");
      case "ELEMENT_TERMINATED" -> ended(collection, record, "TERMINATED");
      default -> {}
    }
  }

  private void processInstance(ObjectNode document, ProcessInstanceRecordValue value) {
    document
        .put(
            "processDefinitionName",
            name(value.getProcessDefinitionKey(), value.getBpmnProcessId()))
        .put("processDefinitionVersion", value.getVersion())
        .putNull("processDefinitionVersionTag")
        .put("parentProcessInstanceKey", text(value.getParentProcessInstanceKey()))
        .put("parentElementInstanceKey", text(value.getParentElementInstanceKey()))
        .set("tags", JSON.valueToTree(value.getTags()));
  }

  private void elementInstance(ObjectNode document, long key, ProcessInstanceRecordValue value) {
    document
        .put("elementInstanceKey", text(key))
        .put("elementId", value.getElementId())
        .put("elementName", name(value.getProcessDefinitionKey(), value.getElementId()))
        .put("elementInstanceScopeKey", text(value.getFlowScopeKey()))
        .put("type", value.getBpmnElementType().name())
        .putNull("incidentKey");
  }

  private void ended(String collection, Record<?> record, String state) {
    document(collection, record.getKey()).put("state", state).put("endDate", date(record));
  }

  private void sequenceFlow(ProcessInstanceRecordValue value) {
    var id = value.getProcessInstanceKey() + "_" + value.getElementId();
    document("sequence-flows", id)
        .put("sequenceFlowId", id)
        .put("processInstanceKey", text(value.getProcessInstanceKey()))
        .put("processDefinitionKey", text(value.getProcessDefinitionKey()))
        .put("processDefinitionId", value.getBpmnProcessId())
        .put("elementId", value.getElementId())
        .put("tenantId", value.getTenantId());
  }

  private void variable(Record<?> record, VariableRecordValue value) {
    document("variables", record.getKey())
        .put("variableKey", text(record.getKey()))
        .put("name", value.getName())
        .put("value", value.getValue())
        .put("isTruncated", false)
        .put("scopeKey", text(value.getScopeKey()))
        .put("processInstanceKey", text(value.getProcessInstanceKey()))
        .put("tenantId", value.getTenantId());
  }

  private void userTask(Record<?> record, UserTaskRecordValue value) {
    var state =
        switch (intent(record)) {
          case "ASSIGNED", "UPDATED", "MIGRATED", "CORRECTED" -> "CREATED";
          case "COMPLETION_DENIED", "ASSIGNMENT_DENIED", "UPDATE_DENIED" -> "CREATED";
          case "CLAIMING" -> "ASSIGNING";
          default -> intent(record);
        };
    var document =
        document("user-tasks", value.getUserTaskKey())
            .put("userTaskKey", text(value.getUserTaskKey()))
            .put("name", name(value.getProcessDefinitionKey(), value.getElementId()))
            .put("state", state)
            .put("assignee", text(value.getAssignee()))
            .put("elementId", value.getElementId())
            .put("elementInstanceKey", text(value.getElementInstanceKey()))
            .put("processDefinitionId", value.getBpmnProcessId())
            .put("processName", name(value.getProcessDefinitionKey(), value.getBpmnProcessId()))
            .put("processDefinitionKey", text(value.getProcessDefinitionKey()))
            .put("processDefinitionVersion", value.getProcessDefinitionVersion())
            .put("processInstanceKey", text(value.getProcessInstanceKey()))
            .put("formKey", text(value.getFormKey()))
            .put("externalFormReference", text(value.getExternalFormReference()))
            .put("dueDate", text(value.getDueDate()))
            .put("followUpDate", text(value.getFollowUpDate()))
            .put("priority", value.getPriority())
            .put("tenantId", value.getTenantId());
    document.set("candidateGroups", JSON.valueToTree(value.getCandidateGroupsList()));
    document.set("candidateUsers", JSON.valueToTree(value.getCandidateUsersList()));
    document.set("customHeaders", JSON.valueToTree(value.getCustomHeaders()));
    switch (intent(record)) {
      case "CREATING" -> document.put("creationDate", date(record)).putNull("completionDate");
      case "COMPLETED", "CANCELED" -> document.put("completionDate", date(record));
      default -> {}
    }
  }

  private void incident(Record<?> record, IncidentRecordValue value) {
    var active = intent(record).equals("CREATED");
    document("incidents", record.getKey())
        .put("incidentKey", text(record.getKey()))
        .put("processDefinitionKey", text(value.getProcessDefinitionKey()))
        .put("processDefinitionId", value.getBpmnProcessId())
        .put("processInstanceKey", text(value.getProcessInstanceKey()))
        .put("elementId", value.getElementId())
        .put("elementInstanceKey", text(value.getElementInstanceKey()))
        .put("errorType", value.getErrorType().name())
        .put("errorMessage", value.getErrorMessage())
        .put("state", active ? "ACTIVE" : "RESOLVED")
        .put("jobKey", text(value.getJobKey()))
        .put("tenantId", value.getTenantId());
    if (active) {
      document("incidents", record.getKey()).put("creationTime", date(record));
    }
    find("element-instances", text(value.getElementInstanceKey()))
        .ifPresent(
            e ->
                e.put("hasIncident", active)
                    .put("incidentKey", active ? text(record.getKey()) : null));
    find("process-instances", text(value.getProcessInstanceKey()))
        .ifPresent(
            p -> p.put("hasIncident", hasActiveIncident(text(value.getProcessInstanceKey()))));
  }

  private boolean hasActiveIncident(@Nullable String processInstanceKey) {
    return of("incidents").values().stream()
        .filter(i -> i.path("state").asText().equals("ACTIVE"))
        .anyMatch(i -> i.path("processInstanceKey").asText().equals(processInstanceKey));
  }

  private void subscription(Record<?> record, ProcessMessageSubscriptionRecordValue value) {
    if (!List.of("CREATED", "CORRELATED", "DELETED", "MIGRATED").contains(intent(record))) {
      return;
    }
    var element = find("element-instances", text(value.getElementInstanceKey()));
    var definitionKey = element.map(e -> e.path("processDefinitionKey").asText()).orElse(null);
    document("message-subscriptions", record.getKey())
        .put("messageSubscriptionKey", text(record.getKey()))
        .put("processDefinitionId", value.getBpmnProcessId())
        .put("processDefinitionKey", definitionKey)
        .put("processInstanceKey", text(value.getProcessInstanceKey()))
        .put("elementId", value.getElementId())
        .put("elementInstanceKey", text(value.getElementInstanceKey()))
        .put("messageSubscriptionState", intent(record))
        .put("lastUpdatedDate", date(record))
        .put("messageName", value.getMessageName())
        .put("correlationKey", value.getCorrelationKey())
        .put("tenantId", value.getTenantId());
    if (intent(record).equals("CORRELATED")) {
      correlated(record, value.getMessageKey(), value.getMessageName(), value.getCorrelationKey())
          .put("processInstanceKey", text(value.getProcessInstanceKey()))
          .put("processDefinitionId", value.getBpmnProcessId())
          .put("processDefinitionKey", definitionKey)
          .put("elementId", value.getElementId())
          .put("elementInstanceKey", text(value.getElementInstanceKey()))
          .put("tenantId", value.getTenantId());
    }
  }

  private void messageStart(Record<?> record, MessageStartEventSubscriptionRecordValue value) {
    if (intent(record).equals("CORRELATED")) {
      correlated(record, value.getMessageKey(), value.getMessageName(), value.getCorrelationKey())
          .put("processInstanceKey", text(value.getProcessInstanceKey()))
          .put("processDefinitionId", value.getBpmnProcessId())
          .put("processDefinitionKey", text(value.getProcessDefinitionKey()))
          .put("elementId", value.getStartEventId())
          .putNull("elementInstanceKey")
          .put("tenantId", value.getTenantId());
    }
  }

  private ObjectNode correlated(
      Record<?> record, long messageKey, String name, String correlationKey) {
    return document("correlated-message-subscriptions", messageKey + "_" + record.getKey())
        .put("messageKey", text(messageKey))
        .put("messageName", name)
        .put("correlationKey", correlationKey)
        .put("correlationTime", date(record))
        .put("subscriptionKey", text(record.getKey()))
        .put("partitionId", record.getPartitionId());
  }

  private void decisions(Record<?> record, DecisionEvaluationRecordValue value) {
    for (var i = 0; i < value.getEvaluatedDecisions().size(); i++) {
      var decision = value.getEvaluatedDecisions().get(i);
      var failed = decision.getDecisionId().equals(value.getFailedDecisionId());
      var id = record.getKey() + "-" + (i + 1);
      var document =
          document("decision-instances", id)
              .put("decisionEvaluationInstanceKey", id)
              .put("decisionEvaluationKey", text(record.getKey()))
              .put("state", failed ? "FAILED" : "EVALUATED")
              .put("evaluationDate", date(record))
              .put("evaluationFailure", failed ? value.getEvaluationFailureMessage() : null)
              .put("decisionDefinitionId", decision.getDecisionId())
              .put("decisionDefinitionKey", text(decision.getDecisionKey()))
              .put("decisionDefinitionName", decision.getDecisionName())
              .put("decisionDefinitionVersion", decision.getDecisionVersion())
              .put("decisionDefinitionType", decision.getDecisionType())
              .put("result", decision.getDecisionOutput())
              .put("tenantId", decision.getTenantId())
              // Camunda's client parses these as numbers even for a decision evaluated outside a
              // process.
              .put("processDefinitionKey", String.valueOf(value.getProcessDefinitionKey()))
              .put("processInstanceKey", String.valueOf(value.getProcessInstanceKey()))
              .put("elementInstanceKey", String.valueOf(value.getElementInstanceKey()));
      evaluation(document, decision);
    }
  }

  private static void evaluation(ObjectNode document, EvaluatedDecisionValue decision) {
    var inputs = document.putArray("evaluatedInputs");
    for (var input : decision.getEvaluatedInputs()) {
      inputs
          .addObject()
          .put("inputId", input.getInputId())
          .put("inputName", input.getInputName())
          .put("inputValue", input.getInputValue());
    }
    var rules = document.putArray("matchedRules");
    for (var rule : decision.getMatchedRules()) {
      var outputs =
          rules
              .addObject()
              .put("ruleId", rule.getRuleId())
              .put("ruleIndex", rule.getRuleIndex())
              .putArray("evaluatedOutputs");
      for (var output : rule.getEvaluatedOutputs()) {
        outputs
            .addObject()
            .put("outputId", output.getOutputId())
            .put("outputName", output.getOutputName())
            .put("outputValue", output.getOutputValue());
      }
    }
  }

  private Map<String, ObjectNode> of(String collection) {
    return Objects.requireNonNull(collections.get(collection), collection);
  }

  private ObjectNode document(String collection, Object key) {
    return of(collection).computeIfAbsent(String.valueOf(key), k -> JSON.createObjectNode());
  }

  /**
   * The BPMN name of a process or element, or its id where it has none, as Camunda's read API does.
   */
  private String name(long processDefinitionKey, String id) {
    return Optional.ofNullable(resources.get(processDefinitionKey))
        .map(xml -> MODELS.computeIfAbsent(xml, ReadModel::model))
        .map(model -> model.<BaseElement>getModelElementById(id))
        .map(element -> element.getAttributeValue("name"))
        .orElse(id);
  }

  private static BpmnModelInstance model(String xml) {
    return Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static String intent(Record<?> record) {
    return record.getIntent().name();
  }

  private static String date(Record<?> record) {
    return Instant.ofEpochMilli(record.getTimestamp()).atOffset(ZoneOffset.UTC).toString();
  }

  /** Keys travel as strings; the engine's "none" (-1) is null. */
  private static @Nullable String text(long key) {
    return key < 0 ? null : String.valueOf(key);
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }
}
