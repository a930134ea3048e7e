package com.ailuxe.journey;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Fallback;

/** An engine's user tasks as a test wants them. */
@Fallback
@EnableConfigurationProperties(UserTaskProperties.class)
public class FakeUserTasks implements UserTasks {
  private final List<Kept> tasks = new CopyOnWriteArrayList<>();
  private volatile boolean away;

  private record Kept(long processInstance, String taskId, SeenTask task) {}

  /** A task that somebody works on. */
  public void open(long processInstance, String taskId, long key) {
    tasks.add(new Kept(processInstance, taskId, new SeenTask(key, false, null)));
  }

  /** This task, or another one, is done. */
  public void completed(long processInstance, String taskId, long key, @Nullable String assignee) {
    tasks.removeIf(kept -> kept.task().key() == key);
    tasks.add(new Kept(processInstance, taskId, new SeenTask(key, true, assignee)));
  }

  /** Nobody can ask. */
  public void isAway(boolean now) {
    away = now;
  }

  @Override
  public List<SeenTask> of(long processInstance, String taskId) {
    if (away) {
      throw new IllegalStateException("The engine of the test is away");
    }
    return tasks.stream()
        .filter(kept -> kept.processInstance() == processInstance && kept.taskId().equals(taskId))
        .map(Kept::task)
        .toList();
  }
}
