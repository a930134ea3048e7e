package com.ailuxe.journey;

import com.ailuxe.tasks.TaskEngine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The engine's tasks of people, and who did them; its data are some seconds late. */
interface UserTasks extends TaskEngine {
  /**
   * The latest tasks of one element in a process instance, whatever became of them.
   *
   * @throws RuntimeException while the engine cannot be asked
   */
  List<SeenTask> of(long processInstance, String taskId);

  /**
   * @param key grows with each task of an instance, and with each step after it
   * @param assignee by which name the engine knows who had it; null for nobody
   */
  record SeenTask(long key, boolean completed, @Nullable String assignee) {}
}
