package com.ailuxe.tasks;

import com.ailuxe.replicas.Replica;
import com.ailuxe.shared.PlainJson;
import com.ailuxe.tasks.TaskEngine.Fate;
import com.ailuxe.tasks.TaskEngine.OpenTask;
import com.ailuxe.tasks.TaskEngine.State;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Keeps the tasks of people as the engine has them: asks which are open, reads the new ones, and
 * asks of those that are open no more what became of them. One replica does it; while the engine
 * does not answer, with growing pauses.
 */
@Component
class TaskPoll {
  private static final Logger log = LoggerFactory.getLogger(TaskPoll.class);
  private static final String DUTY = "user-tasks";
  private static final int MOST_DOUBLED = 10;

  /** About a minute: an engine that starts needs as long. */
  private static final int WORTH_A_WORD = 8;

  /** What stands for a form that the engine does not have any more. */
  private static final String NO_SCHEMA = "{}";

  /** A task may be listed before all of its variables are. */
  private static final Duration COMPLETE_AFTER = Duration.ofSeconds(20);

  private static final Duration READ_AGAIN = Duration.ofSeconds(1);
  private static final Duration READ_ONCE_MORE = Duration.ofSeconds(10);

  private final TaskEngine tasks;
  private final UserTaskRows rows;
  private final TaskReading reading;
  private final Replica replica;
  private final StaffTaskProperties properties;
  private final Clock clock;

  /** The tasks of which it was said already that they cannot be read. */
  private final Set<Long> unreadable = ConcurrentHashMap.newKeySet();

  private final ReentrantLock polling = new ReentrantLock();

  /** How often the engine has not answered in a row. */
  private volatile int failures;

  private volatile boolean saidThatItAnswers;
  private volatile long notBefore = System.nanoTime();

  TaskPoll(
      TaskEngine tasks,
      UserTaskRows rows,
      TaskReading reading,
      Replica replica,
      StaffTaskProperties properties,
      Clock clock) {
    this.tasks = tasks;
    this.rows = rows;
    this.reading = reading;
    this.replica = replica;
    this.properties = properties;
    this.clock = clock;
  }

  /** Asks at a fixed rate, as a call that hangs must not hold other work back. */
  @Scheduled(fixedRateString = "${ailuxe.tasks.poll-every:PT1S}")
  void poll() {
    if (System.nanoTime() - notBefore < 0 || !polling.tryLock()) {
      return;
    }
    try {
      if (replica.holds(DUTY)) {
        var open = tasks.open();
        answered();
        compare(open);
      }
    } catch (RuntimeException e) {
      failed(e);
    } finally {
      polling.unlock();
    }
  }

  private void compare(List<OpenTask> listed) {
    var open =
        listed.stream()
            .collect(Collectors.toMap(OpenTask::key, task -> task, (one, again) -> again));
    var known = rows.known(open.keySet());
    unreadable.retainAll(open.keySet());
    for (var task : open.values()) {
      var row = known.get(task.key());
      if (row == null || (row.isOpen() && row.readAgain())) {
        readIfPossible(task);
      } else if (row.isOpen() && !row.isAsIn(task)) {
        rows.changed(task);
      }
    }
    known.forEach(
        (key, row) -> {
          if (row.isOpen() && !open.containsKey(key)) {
            settle(key);
          }
        });
  }

  /** What is wrong with one task holds no other one back. */
  private void readIfPossible(OpenTask task) {
    try {
      read(task);
      unreadable.remove(task.key());
    } catch (RuntimeException e) {
      if (unreadable.add(task.key())) {
        log.warn("Task {} cannot be read; this is tried again and again", task.key(), e);
      }
    }
  }

  private void settle(long key) {
    var fate = tasks.fate(key).orElse(new Fate(State.CANCELLED, null));
    if (fate.state() != State.OPEN) {
      rows.closed(new TaskKey(key), fate);
    }
  }

  private void read(OpenTask task) {
    var form = task.form() == null ? null : schema(task, task.form());
    var wanted = new HashSet<>(TaskReading.VARIABLES);
    wanted.addAll(form == null ? Set.of() : form.names());
    var variables = new HashMap<String, Object>();
    tasks
        .variables(task.key(), wanted)
        .forEach((name, json) -> variables.put(name, PlainJson.read(json, Object.class)));
    rows.read(task, reading.of(task, variables), variables, readAgain(task, form, variables));
  }

  private FormSchema schema(OpenTask task, String form) {
    return FormSchema.parse(
        rows.schema(form)
            .orElseGet(
                () -> {
                  var schema = tasks.form(task).orElse(NO_SCHEMA);
                  rows.keep(form, schema);
                  return schema;
                }));
  }

  private @Nullable Duration readAgain(
      OpenTask task, @Nullable FormSchema form, Map<String, Object> variables) {
    var isYoung = task.createdAt().plus(COMPLETE_AFTER).isAfter(clock.instant());
    if (!isYoung) {
      return null;
    }
    var isComplete = form == null || variables.keySet().containsAll(form.brought());
    return isComplete ? READ_ONCE_MORE : READ_AGAIN;
  }

  private void answered() {
    if (failures >= WORTH_A_WORD) {
      log.info("It is known again which tasks are open");
    }
    failures = 0;
    if (!saidThatItAnswers) {
      rows.engineAnswered();
      saidThatItAnswers = true;
    }
  }

  private void failed(RuntimeException e) {
    var pause = properties.pollEvery().multipliedBy(1L << Math.min(failures, MOST_DOUBLED));
    var longest = properties.longestPause();
    failures++;
    if (failures == WORTH_A_WORD) {
      log.warn("It is not known which tasks are open; the engine is asked again and again", e);
    }
    notBefore = System.nanoTime() + (pause.compareTo(longest) < 0 ? pause : longest).toNanos();
    if (!(e instanceof DataAccessException || e instanceof TransactionException)) {
      saidThatItAnswers = false;
      rows.engineIsAway();
    }
  }
}
