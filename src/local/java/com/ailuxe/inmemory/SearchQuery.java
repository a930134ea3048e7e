package com.ailuxe.inmemory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The filter, sort and page of a REST v2 search request, evaluated over documents. */
record SearchQuery(JsonNode request) {
  private static final int DEFAULT_LIMIT = 100;
  private static final Map<String, String> FIELDS =
      Map.of("candidateGroup", "candidateGroups", "candidateUser", "candidateUsers");

  /** Thrown rather than returning a wrong answer. */
  static final class UnsupportedQuery extends RuntimeException {
    UnsupportedQuery(String message) {
      super(message);
    }
  }

  ObjectNode run(Collection<ObjectNode> documents) {
    var page = request.path("page");
    if (page.hasNonNull("after") || page.hasNonNull("before")) {
      throw new UnsupportedQuery("Cursor pagination is not supported");
    }
    List<ObjectNode> matching =
        documents.stream().filter(d -> matches(d, request.path("filter"))).sorted(order()).toList();
    var result = JsonNodeFactory.instance.objectNode();
    var items = result.putArray("items");
    matching.stream()
        .skip(page.path("from").asInt(0))
        .limit(page.path("limit").asInt(DEFAULT_LIMIT))
        .forEach(items::add);
    result.putObject("page").put("totalItems", matching.size()).put("hasMoreTotalItems", false);
    return result;
  }

  private static boolean matches(ObjectNode document, JsonNode filter) {
    return filter.properties().stream()
        .filter(f -> !isUnset(f.getValue()))
        .allMatch(f -> matches(document, f.getKey(), f.getValue()));
  }

  private static boolean matches(ObjectNode document, String name, JsonNode condition) {
    if (name.equals("$or")) {
      return condition.isEmpty()
          || stream(condition).anyMatch(alternative -> matches(document, alternative));
    }
    var field = FIELDS.getOrDefault(name, name);
    if (!document.has(field)) {
      throw new UnsupportedQuery("The filter '" + name + "' is not supported");
    }
    var actual = document.get(field);
    if (condition.isArray()) {
      return stream(condition).allMatch(element -> is(actual, element));
    }
    if (!condition.isObject()) {
      return is(actual, condition);
    }
    return condition.properties().stream()
        .filter(o -> !isUnset(o.getValue()))
        .allMatch(o -> satisfies(actual, o.getKey(), o.getValue()));
  }

  /** Camunda's client sends what its user did not set as null or, for lists, as []. */
  private static boolean isUnset(JsonNode condition) {
    return condition.isNull() || (condition.isArray() && condition.isEmpty());
  }

  private static boolean satisfies(JsonNode actual, String operator, JsonNode expected) {
    return switch (operator) {
      case "$eq" -> is(actual, expected);
      case "$neq" -> !is(actual, expected);
      case "$exists" -> expected.asBoolean() != actual.isNull();
      case "$in" -> stream(expected).anyMatch(e -> is(actual, e));
      case "$notIn" -> stream(expected).noneMatch(e -> is(actual, e));
      case "$like" -> actual.asText().matches(regex(expected.asText()));
      case "$gt" -> !actual.isNull() && compare(actual, expected) > 0;
      case "$gte" -> !actual.isNull() && compare(actual, expected) >= 0;
      case "$lt" -> !actual.isNull() && compare(actual, expected) < 0;
      case "$lte" -> !actual.isNull() && compare(actual, expected) <= 0;
      default -> throw new UnsupportedQuery("The operator '" + operator + "' is not supported");
    };
  }

  private static boolean is(JsonNode actual, JsonNode expected) {
    return actual.isArray()
        ? stream(actual).anyMatch(element -> is(element, expected))
        : !actual.isNull() && compare(actual, expected) == 0;
  }

  private Comparator<ObjectNode> order() {
    Comparator<ObjectNode> order = (a, b) -> 0; // The stream's sort is stable: log order.
    for (var sort : request.path("sort")) {
      var field = sort.path("field").asText();
      Comparator<ObjectNode> next = (a, b) -> compare(a.path(field), b.path(field));
      order =
          order.thenComparing(
              "DESC".equalsIgnoreCase(sort.path("order").asText()) ? next.reversed() : next);
    }
    return order;
  }

  private static int compare(JsonNode a, JsonNode b) {
    if (a.isNumber() && b.isNumber()) {
      return Double.compare(a.asDouble(), b.asDouble());
    }
    try {
      return OffsetDateTime.parse(a.asText()).compareTo(OffsetDateTime.parse(b.asText()));
    } catch (DateTimeParseException e) {
      return a.asText().compareTo(b.asText());
    }
  }

  private static String regex(String like) {
    return "\\Q" + like.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E";
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
