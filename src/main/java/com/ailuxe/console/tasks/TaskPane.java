package com.ailuxe.console.tasks;

import com.ailuxe.tasks.TaskForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that is open on the page.
 *
 * @param version differs when there is something else to see than before
 * @param task as in the list
 * @param conversation where it was said; null where it is about none
 * @param usable whether this person may fill it in now
 * @param mayTake whether this person may take it from whoever has it
 * @param inTasklist the address of the same task there; null where nobody said where that is
 */
public record TaskPane(
    String version,
    TaskRow task,
    @Nullable String conversation,
    boolean usable,
    boolean mayTake,
    TaskForm form,
    @Nullable String inTasklist) {

  TaskPane with(TaskForm other) {
    return new TaskPane(version, task, conversation, usable, mayTake, other, inTasklist);
  }

  /** A read text as what people said, line by line, where it is that. */
  public List<Said> said(String text) {
    return Said.of(text);
  }
}
