package com.ailuxe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Checks after each test of the path that what forms show and take, and what is laid out for them,
 * is in no process instance itself, only in the sub-process around the form, which vanishes with
 * it.
 */
final class NoLeftovers implements AfterTestExecutionCallback {
  private static final Path MODELS = Path.of("bpmn");
  private static final int MOST = 1000;

  /** Ids and facts that say which way a case goes, though forms show some of them. */
  private static final Set<String> ROUTING =
      Set.of(
          "alreadyAccepted",
          "amount",
          "approvalNeeded",
          "changeId",
          "contractId",
          "currency",
          "decision",
          "dueAt",
          "endsAt",
          "guests",
          "reference",
          "service",
          "staffGroup",
          "waitingSince");

  private final Set<String> ofForms = ofForms();

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      return;
    }
    var client = SpringExtension.getApplicationContext(context).getBean(CamundaClient.class);
    var variables =
        client.newVariableSearchRequest().page(page -> page.limit(MOST)).send().join().items();
    assertThat(variables)
        .filteredOn(variable -> variable.getScopeKey().equals(variable.getProcessInstanceKey()))
        .extracting(variable -> variable.getName())
        .as("left in the process itself")
        .doesNotContainAnyElementsOf(ofForms);
  }

  private static Set<String> ofForms() {
    var names = new TreeSet<String>();
    try (var files = Files.list(MODELS)) {
      for (var file : files.toList()) {
        if (file.toString().endsWith(".form")) {
          keys(new ObjectMapper().readTree(file.toFile()), names);
        } else if (file.toString().endsWith(".bpmn")) {
          var model = Bpmn.readModelFromFile(file.toFile());
          model.getModelElementsByType(UserTask.class).stream()
              .map(task -> task.getSingleExtensionElement(ZeebeIoMapping.class))
              .flatMap(mapping -> mapping.getInputs().stream())
              .map(ZeebeInput::getTarget)
              .forEach(names::add);
          model.getModelElementsByType(SubProcess.class).stream()
              .map(scope -> scope.getSingleExtensionElement(ZeebeIoMapping.class))
              .filter(mapping -> mapping != null)
              .flatMap(mapping -> mapping.getInputs().stream())
              .filter(input -> input.getSource().equals("=null"))
              .map(ZeebeInput::getTarget)
              .forEach(names::add);
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    names.removeAll(ROUTING);
    assertThat(names).contains("contactName", "desk", "note", "transcript");
    return names;
  }

  private static void keys(JsonNode component, Set<String> names) {
    if (component.hasNonNull("key")) {
      names.add(component.get("key").asText());
    }
    component.path("components").forEach(child -> keys(child, names));
  }
}
