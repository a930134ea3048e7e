package com.ailuxe.tasks;

import com.ailuxe.staff.StaffGroup;
import org.jspecify.annotations.Nullable;

/**
 * Which of the open tasks are looked at; all of it narrows them down.
 *
 * @param whose by who has them
 * @param group offered to this group; null for any
 * @param taskId of this kind; null for any
 */
public record TaskFilter(Whose whose, @Nullable StaffGroup group, @Nullable String taskId) {
  public static final TaskFilter ALL = new TaskFilter(Whose.ANYBODY, null, null);

  /** Who has a task. */
  public enum Whose {
    ANYBODY,
    MINE,
    NOBODY
  }
}
