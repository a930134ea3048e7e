package com.ailuxe.journey;

import com.ailuxe.shared.PlainJson;
import io.camunda.zeebe.dmn.DecisionEngine;
import io.camunda.zeebe.dmn.DecisionEngineFactory;
import io.camunda.zeebe.dmn.ParsedDecisionRequirementsGraph;
import io.camunda.zeebe.dmn.impl.VariablesContext;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Asks the rules in {@code bpmn/*.dmn} as they are, without an engine around them. */
public final class ModelDecisions implements Decisions {
  private final DecisionEngine engine = DecisionEngineFactory.createDecisionEngine();
  private final List<ParsedDecisionRequirementsGraph> models = models();

  @Override
  @SuppressWarnings("unchecked")
  public Map<String, Object> ask(String decision, Map<String, Object> facts) {
    return PlainJson.read(answer(decision, facts), Map.class);
  }

  /**
   * Asks any decision, also one that has several answers.
   *
   * @param facts those that are not known are missing
   * @return its output as JSON
   */
  public String answer(String decision, Map<String, ?> facts) {
    var model =
        models.stream()
            .filter(one -> one.getDecisions().stream().anyMatch(it -> it.getId().equals(decision)))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No decision " + decision));
    var answer =
        engine.evaluateDecisionById(model, decision, new VariablesContext(Map.copyOf(facts)));
    if (answer.isFailure()) {
      throw new IllegalStateException(answer.getFailureMessage());
    }
    return MsgPackConverter.convertToJson(answer.getOutput());
  }

  private List<ParsedDecisionRequirementsGraph> models() {
    try {
      return Arrays.stream(
              new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/*.dmn"))
          .map(this::parsed)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ParsedDecisionRequirementsGraph parsed(Resource model) {
    try (var content = model.getInputStream()) {
      return engine.parse(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
