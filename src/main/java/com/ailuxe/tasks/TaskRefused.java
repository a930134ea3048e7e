package com.ailuxe.tasks;

import org.jspecify.annotations.Nullable;

/** A task was not done as somebody wanted it; nothing was changed. */
public class TaskRefused extends RuntimeException {
  /** Why not. */
  public enum Reason {
    /** Somebody has done it. */
    DONE,
    /** Somebody else has it. */
    TAKEN,
    /** The case went on without it. */
    OUTDATED,
    /** It is offered to others. */
    NOT_YOURS,
    /** What was filled in is not what the form takes. */
    INVALID,
    /** The engine did not answer: what was asked of it may have arrived all the same. */
    ENGINE_AWAY
  }

  private final Reason reason;
  private final @Nullable String by;
  private final TaskForm form;

  TaskRefused(Reason reason, @Nullable String by) {
    this(reason, by, TaskForm.NONE, null);
  }

  private TaskRefused(
      Reason reason, @Nullable String by, TaskForm form, @Nullable Throwable cause) {
    super(by == null ? "Refused: " + reason : "Refused: %s by %s".formatted(reason, by), cause);
    this.reason = reason;
    this.by = by;
    this.form = form;
  }

  static TaskRefused invalid(TaskForm form) {
    return new TaskRefused(Reason.INVALID, null, form, null);
  }

  static TaskRefused engineAway(RuntimeException cause) {
    return new TaskRefused(Reason.ENGINE_AWAY, null, TaskForm.NONE, cause);
  }

  public Reason reason() {
    return reason;
  }

  /** Who was faster, as colleagues know the person; null where nobody was or nothing says who. */
  public @Nullable String by() {
    return by;
  }

  /** What was filled in, with what is wrong with it; without a part unless it is that. */
  public TaskForm form() {
    return form;
  }
}
