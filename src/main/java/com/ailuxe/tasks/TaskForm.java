package com.ailuxe.tasks;

import com.ailuxe.tasks.FormPart.Kind;
import java.util.List;

/**
 * A form, filled in with what a task knows and with what a person has typed so far.
 *
 * @param rows parts that stand beside each other, in the order of the form
 */
public record TaskForm(List<List<FormPart>> rows) {
  static final TaskForm NONE = new TaskForm(List.of());

  public TaskForm {
    rows = List.copyOf(rows);
  }

  /** Whether all of it can be filled in here; the rest is for Tasklist. */
  public boolean isComplete() {
    return rows.stream().flatMap(List::stream).noneMatch(part -> part.kind() == Kind.ELSEWHERE);
  }

  public boolean hasProblems() {
    return rows.stream().flatMap(List::stream).anyMatch(part -> part.problem() != null);
  }
}
