package com.ailuxe.tasks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** Expressions of forms. One that cannot be evaluated is null, as where forms are shown else. */
final class Feel {
  private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();
  private static final int MOST = 1_000;
  private static final Cache<String, Optional<ParsedExpression>> PARSED =
      Caffeine.newBuilder().maximumSize(MOST).build();
  private static final Pattern STRING = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

  private Feel() {}

  static @Nullable Object evaluate(String expression, Map<String, ?> values) {
    return Optional.ofNullable(PARSED.get(expression, Feel::parse))
        .flatMap(parsed -> parsed)
        .map(parsed -> ENGINE.evaluate(parsed, known(values)))
        .filter(result -> result.isSuccess())
        .map(result -> result.result())
        .orElse(null);
  }

  /** The names in an expression, of which some may be those of functions and the like. */
  static Set<String> names(String expression) {
    return NAME.matcher(STRING.matcher(expression).replaceAll("\"\""))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Optional<ParsedExpression> parse(String expression) {
    var parsed = ENGINE.parseExpression(expression);
    return parsed.isSuccess() ? Optional.of(parsed.parsedExpression()) : Optional.empty();
  }

  /** What is null is as good as not there. */
  private static Map<String, Object> known(Map<String, ?> values) {
    return values.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
