package com.ailuxe.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that people do, as the engine has them. What it tells of them is some seconds late;
 * what it is asked to do with one holds at once. Every method throws a {@link RuntimeException}
 * while the engine cannot be asked.
 */
public interface TaskEngine {
  /** All tasks that wait for somebody, the oldest first. */
  List<OpenTask> open();

  /** What became of a task; empty where the engine knows none with this key any more. */
  Optional<Fate> fate(long key);

  /** Those of the wanted variables that a task sees, each as JSON. */
  Map<String, String> variables(long key, Set<String> wanted);

  /**
   * The schema of a task's form, as JSON; empty where the engine does not have it any more.
   *
   * @param task one that has a form
   */
  Optional<String> form(OpenTask task);

  /** Gives a task to a person, unless it is somebody else's. */
  Answer assign(long key, String person);

  /** Takes a task from whoever has it. */
  Answer unassign(long key);

  /**
   * @param values what the form gives back
   */
  Answer complete(long key, Map<String, ?> values);

  /**
   * A task that waits for somebody.
   *
   * @param taskId the task's id in its model
   * @param name as the model calls it
   * @param form the same for the same schema; null where it has no form that the engine keeps
   * @param groups to whom it is offered
   * @param assignee by which name the engine knows whose it is; null for nobody's
   * @param dueAt null where the model sets no time
   */
  record OpenTask(
      long key,
      long processInstance,
      String taskId,
      String name,
      @Nullable String form,
      List<String> groups,
      @Nullable String assignee,
      Instant createdAt,
      @Nullable Instant dueAt) {}

  /** How far a task got. */
  enum State {
    OPEN,
    COMPLETED,
    /** The case went on without it. */
    CANCELLED
  }

  /**
   * What became of a task.
   *
   * @param assignee by which name the engine knows whose it is or was; null for nobody's
   */
  record Fate(State state, @Nullable String assignee) {}

  /** What the engine says when it is asked to do something with a task. */
  enum Answer {
    DONE,
    /** It is not in a state for that, for example somebody else's. */
    CONFLICT,
    /** It waits for nobody any more. */
    GONE
  }
}
