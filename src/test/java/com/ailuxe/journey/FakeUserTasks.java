package com.ailuxe.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Fallback;

/**
 * An engine's user tasks as a test wants them. What it does with one holds at once; what it tells
 * of them may be {@linkplain #isLate late}.
 */
@Fallback
@EnableConfigurationProperties(UserTaskProperties.class)
public class FakeUserTasks implements UserTasks {
  private final Map<Long, Kept> tasks = new ConcurrentHashMap<>();
  private final Map<String, String> forms = new ConcurrentHashMap<>();
  private final AtomicInteger variablesRead = new AtomicInteger();
  private final AtomicInteger questions = new AtomicInteger();
  private volatile boolean away;
  private volatile @Nullable Map<Long, Kept> shown;

  private record Kept(
      OpenTask task, State state, Map<String, String> variables, @Nullable Map<String, ?> answers) {
    Kept with(@Nullable String assignee) {
      return new Kept(
          new OpenTask(
              task.key(),
              task.processInstance(),
              task.taskId(),
              task.name(),
              task.form(),
              task.groups(),
              assignee,
              task.createdAt(),
              task.dueAt()),
          state,
          variables,
          answers);
    }

    Kept in(State next) {
      return new Kept(task, next, variables, answers);
    }

    boolean isOpen() {
      return state == State.OPEN;
    }
  }

  /** A task that somebody works on. */
  public void open(long processInstance, String taskId, long key) {
    open(task(processInstance, taskId, key), Map.of());
  }

  /** A task that waits, with its variables as JSON. */
  public void open(OpenTask task, Map<String, String> variables) {
    tasks.put(task.key(), new Kept(task, State.OPEN, Map.copyOf(variables), null));
  }

  /** This task, or another one, is done. */
  public void completed(long processInstance, String taskId, long key, @Nullable String assignee) {
    var open =
        tasks.getOrDefault(
            key, new Kept(task(processInstance, taskId, key), State.OPEN, Map.of(), null));
    tasks.put(key, open.with(assignee).in(State.COMPLETED));
  }

  /** The case goes on without this task. */
  public void cancelled(long key) {
    tasks.computeIfPresent(key, (same, task) -> task.in(State.CANCELLED));
  }

  /** Tasklist gives a task to somebody, or to nobody. */
  public void assigned(long key, @Nullable String person) {
    tasks.computeIfPresent(key, (same, task) -> task.with(person));
  }

  /** The engine forgets what was. */
  public void forgets(long key) {
    tasks.remove(key);
  }

  /** The schema of a form. */
  public void has(String form, String schema) {
    forms.put(form, schema);
  }

  /** More variables of a task are there. */
  public void adds(long key, Map<String, String> variables) {
    tasks.computeIfPresent(
        key,
        (same, task) -> {
          var all = new HashMap<>(task.variables());
          all.putAll(variables);
          return new Kept(task.task(), task.state(), all, task.answers());
        });
  }

  /** Nobody can ask. */
  public void isAway(boolean now) {
    away = now;
  }

  /** What it tells stays as it is now, until it is late no more. */
  public void isLate(boolean now) {
    shown = now ? Map.copyOf(tasks) : null;
  }

  /** Forgets everything. */
  public void clear() {
    tasks.clear();
    forms.clear();
    variablesRead.set(0);
    questions.set(0);
    away = false;
    shown = null;
  }

  /** What a task was completed with here; null while it was not. */
  public @Nullable Map<String, ?> answers(long key) {
    var task = tasks.get(key);
    return task == null ? null : task.answers();
  }

  /** How often the variables of a task were asked for. */
  public int variablesRead() {
    return variablesRead.get();
  }

  /** How often it was asked anything. */
  public int questions() {
    return questions.get();
  }

  @Override
  public List<SeenTask> of(long processInstance, String taskId) {
    return shown().values().stream()
        .filter(kept -> kept.task().processInstance() == processInstance)
        .filter(kept -> kept.task().taskId().equals(taskId))
        .map(
            kept ->
                new SeenTask(
                    kept.task().key(), kept.state() == State.COMPLETED, kept.task().assignee()))
        .toList();
  }

  @Override
  public List<OpenTask> open() {
    return new ArrayList<>(shown().values().stream().filter(Kept::isOpen).map(Kept::task).toList());
  }

  @Override
  public Optional<Fate> fate(long key) {
    return Optional.ofNullable(shown().get(key))
        .map(kept -> new Fate(kept.state(), kept.task().assignee()));
  }

  @Override
  public Map<String, String> variables(long key, Set<String> wanted) {
    variablesRead.incrementAndGet();
    var kept = shown().get(key);
    return kept == null
        ? Map.of()
        : kept.variables().entrySet().stream()
            .filter(variable -> wanted.contains(variable.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public Optional<String> form(OpenTask task) {
    shown();
    var form = task.form();
    return form == null ? Optional.empty() : Optional.ofNullable(forms.get(form));
  }

  @Override
  public synchronized Answer assign(long key, String person) {
    return act(
        key,
        task -> {
          var assignee = task.task().assignee();
          return assignee == null || assignee.equals(person) ? task.with(person) : null;
        });
  }

  @Override
  public synchronized Answer unassign(long key) {
    return act(key, task -> task.with(null));
  }

  @Override
  public synchronized Answer complete(long key, Map<String, ?> values) {
    return act(key, task -> new Kept(task.task(), State.COMPLETED, task.variables(), values));
  }

  private Answer act(long key, Action action) {
    answer();
    var task = tasks.get(key);
    if (task == null || !task.isOpen()) {
      return Answer.GONE;
    }
    var after = action.on(task);
    if (after == null) {
      return Answer.CONFLICT;
    }
    tasks.put(key, after);
    return Answer.DONE;
  }

  /** Gives the task as it is afterwards, or null where that cannot be. */
  private interface Action {
    @Nullable Kept on(Kept task);
  }

  private Map<Long, Kept> shown() {
    answer();
    var late = shown;
    return late == null ? tasks : late;
  }

  private void answer() {
    questions.incrementAndGet();
    if (away) {
      throw new IllegalStateException("The engine of the test is away");
    }
  }

  private static OpenTask task(long processInstance, String taskId, long key) {
    return new OpenTask(
        key, processInstance, taskId, taskId, null, List.of(), null, Instant.EPOCH, null);
  }
}
