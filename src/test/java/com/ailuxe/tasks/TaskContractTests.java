package com.ailuxe.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What this module names of the models is there. */
class TaskContractTests {
  private static final Pattern USER_TASK =
      Pattern.compile(
          "<bpmn:userTask id=\"(?<id>\\w+)\".*?formId=\"(?<form>[\\w-]+)\"", Pattern.DOTALL);

  @Test
  void whyATaskWaitsIsSaidOfTasksThatThereAreWithVariablesOfTheirForms() throws IOException {
    var tasks = tasks();

    assertThat(tasks).hasSizeGreaterThan(9);
    assertThat(TaskReading.WHY)
        .allSatisfy(
            (id, words) ->
                assertThat(tasks)
                    .as("the task %s, whose form has what '%s' names", id, words)
                    .anySatisfy(
                        task -> {
                          assertThat(task.group("id")).isEqualTo(id);
                          assertThat(names(task.group("form")))
                              .containsAll(FormTemplate.names(words));
                        }));
  }

  @Test
  void everyOtherTaskHasAReasonOrIsAboutNobodyYet() throws IOException {
    assertThat(tasks())
        .filteredOn(task -> !TaskReading.WHY.containsKey(task.group("id")))
        .filteredOn(task -> !names(task.group("form")).contains("reason"))
        .extracting(task -> task.group("id"))
        .containsExactly("Task_FillInBooking");
  }

  private static List<String> names(String form) {
    return Stream.concat(
            FormSchema.parse(GivenTasks.schema(form)).names().stream(),
            Stream.of("true", "false", "null"))
        .toList();
  }

  private static List<MatchResult> tasks() throws IOException {
    try (var files = Files.list(Path.of("bpmn"))) {
      return files
          .filter(file -> file.toString().endsWith(".bpmn"))
          .sorted()
          .flatMap(file -> USER_TASK.matcher(read(file)).results())
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
