package com.ailuxe.tasks;

import com.ailuxe.rendering.Markdown;
import com.ailuxe.tasks.FormPart.Kind;
import com.ailuxe.tasks.FormPart.Limits;
import com.ailuxe.tasks.FormPart.Option;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form with the values of a task and what a person typed. Which parts there are, and what is
 * required of them, follows from the values, as in Tasklist.
 */
final class FilledForm {
  /** Named beside a checkbox that was shown, as a browser sends nothing for an empty one. */
  static final String SHOWN = "_";

  private static final BigDecimal ONE = BigDecimal.ONE;

  private final FormSchema schema;
  private final Set<String> steering;
  private final Map<String, List<String>> typed;

  /** All values as expressions see them; what nobody has said is not there. */
  private final Map<String, Object> values;

  /** What was typed and is none of the values that its field takes. */
  private final Map<String, String> unreadable = new HashMap<>();

  /**
   * @param variables of the task
   * @param typed by the keys of the fields, as a browser sends a form
   */
  FilledForm(FormSchema schema, Map<String, ?> variables, Map<String, List<String>> typed) {
    this.schema = schema;
    this.steering = schema.steering();
    this.typed = typed;
    this.values = new HashMap<>();
    variables.forEach((name, value) -> put(name, value));
    schema.components().stream().filter(FormSchema::isField).forEach(this::take);
  }

  /** The form as it is shown; what is wrong with it is said when a person wanted to be done. */
  TaskForm form(boolean withProblems) {
    var rows = new ArrayList<List<FormPart>>();
    var last = "";
    for (var component : shown().toList()) {
      var row = component.row();
      if (row.isEmpty() || !row.equals(last)) {
        rows.add(new ArrayList<>());
      }
      rows.getLast().add(part(component, withProblems));
      last = row;
    }
    return new TaskForm(rows.stream().map(List::copyOf).toList());
  }

  /** What is given back: the values of the fields that a person may fill in. */
  Map<String, @Nullable Object> answers() {
    var answers = new LinkedHashMap<String, @Nullable Object>();
    fillable().forEach(field -> answers.put(field.key(), answer(field)));
    return answers;
  }

  boolean hasProblems() {
    return fillable().anyMatch(field -> problem(field) != null);
  }

  private Stream<FormComponent> shown() {
    return schema.components().stream().filter(component -> !component.isHidden(values));
  }

  private Stream<FormComponent> fillable() {
    return shown().filter(FormSchema::isField).filter(field -> !field.isReadonly(values));
  }

  private void take(FormComponent field) {
    var key = field.key();
    if (typed.containsKey(key) || typed.containsKey(SHOWN + key)) {
      values.remove(key);
      put(key, read(field, typed.getOrDefault(key, List.of())));
    } else if (!values.containsKey(key)) {
      put(key, field.value("defaultValue", values));
    }
  }

  private void put(String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  private @Nullable Object read(FormComponent field, List<String> given) {
    var text = given.isEmpty() ? "" : given.getFirst().replace("\0", "").replace("\r\n", "\n");
    return switch (field.kind()) {
      case CHECKBOX -> !given.isEmpty();
      case CHECKLIST -> given.stream().map(value -> chosen(field, value)).toList();
      case RADIO, SELECT -> text.isEmpty() ? null : chosen(field, text);
      case NUMBER ->
          read(field, text, number -> new BigDecimal(number.strip()), "This is no number");
      case DATE -> read(field, text, LocalDate::parse, "This is no day");
      case TIME -> read(field, text, LocalTime::parse, "This is no time");
      case DATE_TIME -> read(field, text, LocalDateTime::parse, "This is no day and time");
      case LINE, BOX -> text;
      case TEXT, SEPARATOR, ELSEWHERE -> null;
    };
  }

  private @Nullable Object read(
      FormComponent field, String text, Function<String, ?> reader, String problem) {
    if (text.isBlank()) {
      return null;
    }
    try {
      var read = reader.apply(text);
      return read instanceof BigDecimal ? read : text;
    } catch (NumberFormatException | DateTimeParseException e) {
      unreadable.put(field.key(), problem);
      return text;
    }
  }

  /** The choice that has this value, or the text where there is none such. */
  private Object chosen(FormComponent field, String text) {
    return field.choices(values).stream()
        .map(FormComponent.Choice::value)
        .filter(value -> FormComponent.shown(value).equals(text))
        .findFirst()
        .orElse(text);
  }

  private @Nullable Object answer(FormComponent field) {
    var value = values.get(field.key());
    return switch (field.kind()) {
      case CHECKBOX -> Boolean.TRUE.equals(value);
      case LINE, BOX -> FormComponent.shown(value);
      case NUMBER ->
          value != null && field.is("serializeToString", values)
              ? FormComponent.shown(value)
              : value;
      case CHECKLIST -> value == null ? List.of() : value;
      case RADIO, SELECT, DATE, TIME, DATE_TIME -> value;
      case TEXT, SEPARATOR, ELSEWHERE -> null;
    };
  }

  private FormPart part(FormComponent component, boolean withProblems) {
    var kind = component.kind();
    return new FormPart(
        kind,
        component.id(),
        component.key(),
        words(label(component)),
        words(description(component)),
        kind == Kind.TEXT ? Markdown.html(words(component.text("text"))) : "",
        texts(component),
        component.choices(values).stream()
            .map(choice -> new Option(choice.label(), FormComponent.shown(choice.value())))
            .toList(),
        component.part("validate").is("required", values),
        component.isReadonly(values),
        steering.contains(component.key()),
        limits(component),
        words(component.part("appearance").text("suffixAdorner")),
        component.columns(),
        withProblems && FormSchema.isField(component) && !component.isReadonly(values)
            ? problem(component)
            : null);
  }

  private static String label(FormComponent component) {
    return component.text("label") + component.text("dateLabel");
  }

  private static String description(FormComponent component) {
    return component.text("description") + component.text("timeLabel");
  }

  private String words(String text) {
    return FormTemplate.fill(text, values);
  }

  private List<String> texts(FormComponent component) {
    var value = component.key().isEmpty() ? null : values.get(component.key());
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> several) {
      return several.stream().map(FormComponent::shown).toList();
    }
    return List.of(FormComponent.shown(value));
  }

  private Limits limits(FormComponent component) {
    var validate = component.part("validate");
    var pattern = validate.text("pattern");
    var digits = component.count("decimalDigits", values);
    return new Limits(
        validate.count("minLength", values),
        validate.count("maxLength", values),
        pattern.isEmpty() ? null : pattern,
        validate.number("min", values),
        validate.number("max", values),
        digits == null ? null : ONE.movePointLeft(digits));
  }

  private @Nullable String problem(FormComponent field) {
    var known = unreadable.get(field.key());
    if (known != null) {
      return known;
    }
    var answer = answer(field);
    if (isMissing(answer)) {
      return field.part("validate").is("required", values) ? missing(field.kind()) : null;
    }
    var limits = limits(field);
    return switch (field.kind()) {
      case LINE, BOX -> inText(String.valueOf(answer), limits);
      case NUMBER -> inNumber(new BigDecimal(String.valueOf(answer)), limits);
      case RADIO, SELECT -> isOffered(field, answer) ? null : "Choose one of these";
      case CHECKLIST ->
          answer instanceof List<?> several
                  && several.stream().allMatch(value -> isOffered(field, value))
              ? null
              : "Choose among these";
      case CHECKBOX, DATE, TIME, DATE_TIME, TEXT, SEPARATOR, ELSEWHERE -> null;
    };
  }

  private static boolean isMissing(@Nullable Object answer) {
    return answer == null
        || answer.equals(false)
        || answer.equals(List.of())
        || answer instanceof String text && text.isBlank();
  }

  private static String missing(Kind kind) {
    return switch (kind) {
      case RADIO, SELECT, CHECKLIST -> "Choose one";
      case CHECKBOX -> "This has to be ticked";
      default -> "This is needed";
    };
  }

  private boolean isOffered(FormComponent field, @Nullable Object answer) {
    return field.choices(values).stream().anyMatch(choice -> choice.value().equals(answer));
  }

  private static @Nullable String inText(String text, Limits limits) {
    var least = limits.minLength();
    if (least != null && text.length() < least) {
      return "At least %d characters".formatted(least);
    }
    var most = limits.maxLength();
    if (most != null && text.length() > most) {
      return "At most %d characters; these are %d".formatted(most, text.length());
    }
    var pattern = limits.pattern();
    return pattern == null || Pattern.compile(pattern).matcher(text).find()
        ? null
        : "This is not in the form asked for";
  }

  private static @Nullable String inNumber(BigDecimal number, Limits limits) {
    var least = limits.min();
    if (least != null && number.compareTo(least) < 0) {
      return "At least " + least.toPlainString();
    }
    var most = limits.max();
    if (most != null && number.compareTo(most) > 0) {
      return "At most " + most.toPlainString();
    }
    var step = limits.step();
    return step == null || number.remainder(step).signum() == 0
        ? null
        : step.compareTo(ONE) == 0
            ? "A whole number"
            : "At most %d digits behind the point".formatted(step.scale());
  }
}
