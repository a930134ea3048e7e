package com.ailuxe.journey;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.JsonMapper;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the engine, which has the newest version of each rule. */
@Component
class EngineDecisions implements Decisions {
  private final CamundaClient engine;
  private final JsonMapper json;

  EngineDecisions(CamundaClient engine, JsonMapper json) {
    this.engine = engine;
    this.json = json;
  }

  @Override
  public Map<String, Object> ask(String decision, Map<String, Object> facts) {
    var answer =
        engine.newEvaluateDecisionCommand().decisionId(decision).variables(facts).send().join();
    if (answer.getFailureMessage() != null && !answer.getFailureMessage().isEmpty()) {
      throw new JobFailed(
          IncidentType.MODEL_MISMATCH, "%s: %s".formatted(decision, answer.getFailureMessage()));
    }
    var outputs = json.fromJsonAsMap(answer.getDecisionOutput());
    if (outputs == null) {
      throw new JobFailed(
          IncidentType.MODEL_MISMATCH, "decision %s has no row that fits".formatted(decision));
    }
    return outputs;
  }
}
