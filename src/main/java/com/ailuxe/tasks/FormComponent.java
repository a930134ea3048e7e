package com.ailuxe.tasks;

import com.ailuxe.tasks.FormPart.Kind;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A component of a form's schema, as Camunda's form editor writes it.
 *
 * @param json its properties
 */
record FormComponent(Map<?, ?> json) {
  private static final int WHOLE_ROW = 16;
  private static final String EXPRESSION = "=";

  /** One of the values that a field offers. */
  record Choice(String label, Object value) {}

  String id() {
    return text("id");
  }

  String key() {
    return text("key");
  }

  /** The property as a text; empty where it is not there. */
  String text(String property) {
    return json.get(property) instanceof String text ? text : "";
  }

  FormComponent part(String property) {
    return new FormComponent(json.get(property) instanceof Map<?, ?> part ? part : Map.of());
  }

  List<FormComponent> parts(String property) {
    return json.get(property) instanceof List<?> parts
        ? parts.stream()
            .filter(Map.class::isInstance)
            .map(part -> new FormComponent((Map<?, ?>) part))
            .toList()
        : List.of();
  }

  /** What it has, or what its expression gives. */
  @Nullable Object value(String property, Map<String, ?> values) {
    var value = json.get(property);
    return value instanceof String text && text.startsWith(EXPRESSION)
        ? Feel.evaluate(text.substring(1), values)
        : value;
  }

  boolean is(String property, Map<String, ?> values) {
    return Boolean.TRUE.equals(value(property, values));
  }

  @Nullable BigDecimal number(String property, Map<String, ?> values) {
    return decimal(value(property, values));
  }

  @Nullable Integer count(String property, Map<String, ?> values) {
    var number = number(property, values);
    return number == null ? null : number.intValue();
  }

  boolean isHidden(Map<String, ?> values) {
    return part("conditional").is("hide", values);
  }

  boolean isReadonly(Map<String, ?> values) {
    return is("readonly", values) || is("disabled", values);
  }

  int columns() {
    var columns = part("layout").number("columns", Map.of());
    return columns == null ? WHOLE_ROW : Math.clamp(columns.intValue(), 1, WHOLE_ROW);
  }

  String row() {
    return part("layout").text("row");
  }

  Kind kind() {
    return switch (text("type")) {
      case "text" -> Kind.TEXT;
      case "separator", "spacer" -> Kind.SEPARATOR;
      case "textfield" -> Kind.LINE;
      case "textarea" -> Kind.BOX;
      case "number" -> Kind.NUMBER;
      case "checkbox" -> Kind.CHECKBOX;
      case "radio" -> Kind.RADIO;
      case "select" -> Kind.SELECT;
      case "checklist", "taglist" -> Kind.CHECKLIST;
      case "datetime" ->
          switch (text("subtype")) {
            case "date" -> Kind.DATE;
            case "time" -> Kind.TIME;
            default -> Kind.DATE_TIME;
          };
      default -> Kind.ELSEWHERE;
    };
  }

  /** Its choices, in their order. */
  List<Choice> choices(Map<String, ?> values) {
    var from =
        text("valuesExpression").isEmpty()
            ? text("valuesKey").isEmpty() ? json.get("values") : values.get(text("valuesKey"))
            : value("valuesExpression", values);
    return from instanceof List<?> list
        ? list.stream().filter(Objects::nonNull).map(FormComponent::choice).toList()
        : List.of();
  }

  private static Choice choice(Object from) {
    if (from instanceof Map<?, ?> choice && choice.get("value") instanceof Object value) {
      return new Choice(choice.get("label") instanceof String label ? label : shown(value), value);
    }
    return new Choice(shown(from), from);
  }

  /** The names of values that what it shows depends on; its own key is none of them. */
  Set<String> dependsOn() {
    var names = new HashSet<String>();
    json.forEach(
        (property, value) -> {
          if (value instanceof String text) {
            names.addAll(FormTemplate.names(text));
          } else if (value instanceof Map<?, ?> part) {
            names.addAll(new FormComponent(part).dependsOn());
          }
        });
    names.addAll(text("valuesKey").isEmpty() ? Set.of() : Set.of(text("valuesKey")));
    return names;
  }

  static String shown(@Nullable Object value) {
    var number = value instanceof Number ? decimal(value) : null;
    return value == null ? "" : number == null ? value.toString() : number.toPlainString();
  }

  private static @Nullable BigDecimal decimal(@Nullable Object value) {
    try {
      return value == null ? null : new BigDecimal(value.toString().strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
