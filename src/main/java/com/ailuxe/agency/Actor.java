package com.ailuxe.agency;

import com.ailuxe.shared.Identifier;

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

  /**
   * A person who is signed in, and whose wish a process carries out.
   *
   * @param processInstance that carries it out
   * @param taskId the step's id in its model
   * @param carriedOutIn the step that carries it out, and counts once
   * @param staff the person, of the agency's staff
   */
  record SignedIn(long processInstance, String taskId, long carriedOutIn, Identifier staff)
      implements Actor {}
}
