package com.ailuxe.journey;

import com.ailuxe.shared.PlainJson;
import io.camunda.zeebe.dmn.DecisionEngine;
import io.camunda.zeebe.dmn.DecisionEngineFactory;
import io.camunda.zeebe.dmn.impl.VariablesContext;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Asks the rules in {@code bpmn/cancellation.dmn} as they are, without an engine around them. */
public final class ModelDecisions implements Decisions {
  private final DecisionEngine engine = DecisionEngineFactory.createDecisionEngine();

  @Override
  @SuppressWarnings("unchecked")
  public Map<String, Object> ask(String decision, Map<String, Object> facts) {
    try (var model = Files.newInputStream(Path.of("bpmn/cancellation.dmn"))) {
      var answer =
          engine.evaluateDecisionById(
              engine.parse(model), decision, new VariablesContext(Map.copyOf(facts)));
      if (answer.isFailure()) {
        throw new IllegalStateException(answer.getFailureMessage());
      }
      return PlainJson.read(MsgPackConverter.convertToJson(answer.getOutput()), Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
