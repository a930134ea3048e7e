package com.ailuxe.tasks;

import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.staff.StaffGroup;
import com.ailuxe.tasks.StaffTaskQueries.Row;
import com.ailuxe.tasks.TaskEngine.Answer;
import com.ailuxe.tasks.TaskEngine.Fate;
import com.ailuxe.tasks.TaskEngine.State;
import com.ailuxe.tasks.TaskRefused.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The tasks of people, as the staff of an agency see and do them outside Tasklist. It is the same
 * task there and here: the engine decides who has it and completes it, so that whoever is faster
 * wins and stands under what was decided; the other is refused by a {@link TaskRefused}. A task of
 * another agency is none: {@link NoSuchElementException}.
 */
@Service
public class StaffTasks {
  /** What became of a task that the engine does not know any more. */
  private static final Fate WITHOUT_TRACE = new Fate(State.CANCELLED, null);

  private static final int LOOKS = 10;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final StaffTaskQueries queries;
  private final UserTaskRows rows;
  private final TaskEngine engine;
  private final StaffTaskProperties properties;

  StaffTasks(
      StaffTaskQueries queries,
      UserTaskRows rows,
      TaskEngine engine,
      StaffTaskProperties properties) {
    this.queries = queries;
    this.rows = rows;
    this.engine = engine;
    this.properties = properties;
  }

  /** The open tasks that a person may do, the oldest first. */
  public List<StaffTask> open(TaskPerson person, TaskFilter filter) {
    return queries.open(person, filter);
  }

  /** The open tasks about a conversation that a person may do, the oldest first. */
  public List<StaffTask> ofConversation(TaskPerson person, ConversationId conversation) {
    return queries.ofConversation(person, conversation);
  }

  /** The open tasks about a booking that a person may do, the oldest first. */
  public List<StaffTask> ofBooking(TaskPerson person, BookingId booking) {
    return queries.ofBooking(person, booking);
  }

  /** How many open tasks a person may do. */
  public int count(TaskPerson person) {
    return queries.count(person);
  }

  /** Since when it is not known what the engine has; empty while it is. */
  public Optional<Instant> engineAwaySince() {
    return queries.engineAwaySince();
  }

  /**
   * A task with its facts and its form.
   *
   * @throws TaskRefused when it waits no more, or is offered to others
   */
  public TaskSheet sheet(TaskPerson person, TaskKey key) {
    return sheet(person, key, Map.of());
  }

  /**
   * A task with its facts and its form, as far as a person has filled it in.
   *
   * @param typed by the keys of the fields, as a browser sends a form
   * @throws TaskRefused when it waits no more, or is offered to others
   */
  public TaskSheet sheet(TaskPerson person, TaskKey key, Map<String, List<String>> typed) {
    var row = open(person, key);
    return new TaskSheet(
        row.task(),
        new FilledForm(row.form(), row.variables(), typed).form(false),
        inTasklist(key));
  }

  /**
   * Makes a task the person's own.
   *
   * @throws TaskRefused when it is somebody else's, or waits no more
   */
  public void claim(TaskPerson person, TaskKey key) {
    assign(person, open(person, key));
  }

  /**
   * Gives a task back to all to whom it is offered.
   *
   * @throws TaskRefused when somebody else has it, unless the person is a supervisor or an owner,
   *     or when it waits no more
   */
  public void release(TaskPerson person, TaskKey key) {
    var row = open(person, key);
    var holder = row.task().holder();
    if (holder == null) {
      return;
    }
    if (!row.task().isOf(person) && !person.mayTakeFromOthers()) {
      throw new TaskRefused(Reason.TAKEN, holder.name());
    }
    var answer = asking(() -> engine.unassign(key.value()));
    if (answer != Answer.DONE) {
      throw settled(person, key, answer);
    }
    rows.assigned(key, null);
  }

  /**
   * Does a task: it becomes the person's own and is completed with what the form says.
   *
   * @param typed by the keys of the fields, as a browser sends a form
   * @throws TaskRefused when the form does not take that, somebody else has the task or was faster,
   *     or the engine does not answer
   */
  public void complete(TaskPerson person, TaskKey key, Map<String, List<String>> typed) {
    var row = open(person, key);
    var form = new FilledForm(row.form(), row.variables(), typed);
    if (form.hasProblems()) {
      throw TaskRefused.invalid(form.form(true));
    }
    assign(person, row);
    var answer = asking(() -> engine.complete(key.value(), form.answers()));
    if (answer != Answer.DONE) {
      throw settled(person, key, answer);
    }
    rows.closed(key, new Fate(State.COMPLETED, person.username()));
  }

  /** Whoever completes it stands under it, so it is asked for also where it is theirs already. */
  private void assign(TaskPerson person, Row row) {
    var key = row.task().key();
    var wasTheirs = row.task().isOf(person);
    if (!rows.claim(key, person.username())) {
      open(person, key);
      throw taken(person, key);
    }
    Answer answer;
    try {
      answer = asking(() -> engine.assign(key.value(), person.username()));
    } catch (TaskRefused away) {
      if (!wasTheirs) {
        rows.assigned(key, null);
      }
      throw away;
    }
    if (answer != Answer.DONE) {
      throw settled(person, key, answer);
    }
  }

  private Row open(TaskPerson person, TaskKey key) {
    var row =
        queries
            .find(person.agency(), key)
            .orElseThrow(() -> new NoSuchElementException("No task " + key));
    if (row.state() != State.OPEN) {
      throw refused(row);
    }
    var groups = row.task().groups();
    var isOffered =
        groups.isEmpty()
            || person.groups().stream().map(StaffGroup::code).anyMatch(groups::contains);
    if (!isOffered && !row.task().isOf(person)) {
      throw new TaskRefused(Reason.NOT_YOURS, null);
    }
    return row;
  }

  /**
   * Why the engine did not do it, once what it says of the task is known: whoever was faster here
   * keeps that a moment after the engine did it, and the engine shows it some moments later.
   */
  private TaskRefused settled(TaskPerson person, TaskKey key, Answer answer) {
    for (var look = 0; look < LOOKS; look++) {
      var row = queries.find(person.agency(), key);
      if (row.isPresent() && row.get().state() != State.OPEN) {
        return refused(row.get());
      }
      var fate = asking(() -> engine.fate(key.value())).orElse(WITHOUT_TRACE);
      if (fate.state() != State.OPEN) {
        rows.closed(key, fate);
      } else if (answer == Answer.CONFLICT && isOfAnother(fate, person)) {
        rows.assigned(key, fate.assignee());
        return taken(person, key);
      }
      if (!pause()) {
        break;
      }
    }
    rows.assigned(key, null);
    return new TaskRefused(answer == Answer.CONFLICT ? Reason.TAKEN : Reason.OUTDATED, null);
  }

  private static boolean isOfAnother(Fate fate, TaskPerson person) {
    return fate.assignee() != null && !fate.assignee().equals(person.username());
  }

  private TaskRefused taken(TaskPerson person, TaskKey key) {
    return new TaskRefused(
        Reason.TAKEN,
        queries
            .find(person.agency(), key)
            .map(row -> row.task().holder())
            .map(StaffTask.Holder::name)
            .orElse(null));
  }

  private static TaskRefused refused(Row row) {
    return row.state() == State.COMPLETED
        ? new TaskRefused(Reason.DONE, row.completedBy())
        : new TaskRefused(Reason.OUTDATED, null);
  }

  private static <T> T asking(Supplier<T> request) {
    try {
      return request.get();
    } catch (RuntimeException e) {
      throw TaskRefused.engineAway(e);
    }
  }

  private @Nullable String inTasklist(TaskKey key) {
    var tasklist = properties.tasklist();
    return tasklist == null ? null : tasklist + "/" + key;
  }

  private static boolean pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
