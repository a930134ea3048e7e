package com.ailuxe.agency;

/** Who does something. */
public sealed interface Actor {
  /** The software, by its rules. */
  Actor SYSTEM = named("system");

  /** Somebody of the agency, where nothing says who. */
  Actor STAFF = named("staff");

  /**
   * @param name as colleagues know the person
   */
  static Actor named(String name) {
    return new Named(name);
  }

  /** One whose name is known. */
  record Named(String name) implements Actor {
    public Named {
      if (name.isBlank()) {
        throw new IllegalArgumentException("A name is not blank");
      }
    }
  }

  /**
   * Whoever completed a task of a process; who that was becomes known a moment later.
   *
   * @param processInstance of the task
   * @param taskId the task's id in its model
   * @param carriedOutIn the step that carries the task's answer out, and counts once
   */
  record TaskCompleter(long processInstance, String taskId, long carriedOutIn) implements Actor {}
}
