package com.ailuxe.tasks;

import com.ailuxe.shared.PlainJson;
import com.ailuxe.tasks.FormPart.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a form consists of.
 *
 * @param components those of groups in the place of their group
 */
record FormSchema(List<FormComponent> components) {
  private static final Set<Kind> WITHOUT_VALUE = Set.of(Kind.TEXT, Kind.SEPARATOR, Kind.ELSEWHERE);

  /**
   * @param json as the engine has it
   * @throws IllegalArgumentException when it is no JSON
   */
  static FormSchema parse(String json) {
    return new FormSchema(
        within(new FormComponent(PlainJson.read(json, Map.class)))
            .filter(component -> !component.text("type").equals("button"))
            .toList());
  }

  private static Stream<FormComponent> within(FormComponent form) {
    return form.parts("components").stream()
        .flatMap(
            component ->
                component.text("type").equals("group") ? within(component) : Stream.of(component));
  }

  static boolean isField(FormComponent component) {
    return !WITHOUT_VALUE.contains(component.kind()) && !component.key().isEmpty();
  }

  /** The names of all values that the form may show. */
  Set<String> names() {
    var names = new HashSet<>(steering());
    components.stream().map(FormComponent::key).filter(key -> !key.isEmpty()).forEach(names::add);
    return names;
  }

  /** The names of the values that decide what is shown beside their own field. */
  Set<String> steering() {
    return components.stream()
        .map(FormComponent::dependsOn)
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }

  /** The names of those values that nobody types: the task has to bring them. */
  Set<String> brought() {
    var typed =
        components.stream()
            .filter(FormSchema::isField)
            .filter(field -> !field.isReadonly(Map.of()))
            .map(FormComponent::key)
            .collect(Collectors.toSet());
    return components.stream()
        .flatMap(
            component ->
                component.kind() == Kind.TEXT
                    ? FormTemplate.names(component.text("text")).stream()
                    : component.isReadonly(Map.of()) ? Stream.of(component.key()) : Stream.of())
        .filter(name -> !typed.contains(name))
        .collect(Collectors.toSet());
  }
}
