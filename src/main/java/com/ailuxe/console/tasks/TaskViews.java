package com.ailuxe.console.tasks;

import com.ailuxe.agency.Agencies;
import com.ailuxe.console.frame.Moments;
import com.ailuxe.console.tasks.TaskChoices.Choice;
import com.ailuxe.staff.StaffMember;
import com.ailuxe.tasks.StaffTask;
import com.ailuxe.tasks.StaffTasks;
import com.ailuxe.tasks.TaskFilter;
import com.ailuxe.tasks.TaskFilter.Whose;
import com.ailuxe.tasks.TaskKey;
import com.ailuxe.tasks.TaskPerson;
import com.ailuxe.tasks.TaskSheet;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what the page of tasks shows of what is known of them. */
@Component
class TaskViews {
  /** A task with less time left is pressing. */
  private static final Duration SOON = Duration.ofMinutes(15);

  private final StaffTasks tasks;
  private final Agencies agencies;
  private final Clock clock;

  TaskViews(StaffTasks tasks, Agencies agencies, Clock clock) {
    this.tasks = tasks;
    this.agencies = agencies;
    this.clock = clock;
  }

  /** The list and what may be chosen about it. */
  TaskList tasks(StaffMember staff, TaskChoices choices, @Nullable TaskKey chosen) {
    var person = TaskPerson.of(staff);
    var moments = moments(staff);
    var all = tasks.open(person, TaskFilter.ALL);
    var shown =
        choices.filter().equals(TaskFilter.ALL) ? all : tasks.open(person, choices.filter());
    return new TaskList(
        shown.stream().map(task -> row(task, person, moments, chosen)).toList(),
        List.of(
            choice("All", choices, Whose.ANYBODY, all.size()),
            choice("Mine", choices, Whose.MINE, count(all, task -> task.isOf(person))),
            choice("Nobody's", choices, Whose.NOBODY, count(all, task -> task.holder() == null))),
        kinds(choices, all),
        tasks.engineAwaySince().map(since -> moments.ago(since).text()).orElse(null));
  }

  private static int count(List<StaffTask> all, Predicate<StaffTask> which) {
    return Math.toIntExact(all.stream().filter(which).count());
  }

  private static Choice choice(String title, TaskChoices choices, Whose whose, int count) {
    return new Choice(title, choices.with(whose).query(), choices.holders() == whose, count);
  }

  private static List<Choice> kinds(TaskChoices choices, List<StaffTask> all) {
    var counts =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    StaffTask::taskId, LinkedHashMap::new, Collectors.counting()));
    var names = new LinkedHashMap<String, String>();
    all.forEach(task -> names.putIfAbsent(task.taskId(), task.name()));
    var kinds = new ArrayList<Choice>();
    names.forEach(
        (id, name) -> {
          var isChosen = id.equals(choices.kindId());
          kinds.add(
              new Choice(
                  name,
                  choices.withKind(isChosen ? null : id).query(),
                  isChosen,
                  Math.toIntExact(Objects.requireNonNull(counts.get(id)))));
        });
    return kinds;
  }

  /**
   * @param typed what a person has filled in so far
   */
  TaskPane pane(StaffMember staff, TaskKey key, Map<String, List<String>> typed) {
    var person = TaskPerson.of(staff);
    return pane(person, moments(staff), tasks.sheet(person, key, typed));
  }

  private static TaskPane pane(TaskPerson person, Moments moments, TaskSheet sheet) {
    var task = sheet.task();
    var isOfAnother = task.holder() != null && !task.isOf(person);
    var conversation = task.conversation();
    return new TaskPane(
        Integer.toHexString(Objects.hash(task, sheet.form())),
        row(task, person, moments, task.key()),
        conversation == null ? null : conversation.toString(),
        !isOfAnother && sheet.form().isComplete() && !sheet.form().rows().isEmpty(),
        isOfAnother && person.mayTakeFromOthers(),
        sheet.form(),
        sheet.inTasklist());
  }

  /** The oldest task that nobody else has, after one is done. */
  Optional<TaskRow> next(StaffMember staff) {
    var person = TaskPerson.of(staff);
    return tasks.open(person, TaskFilter.ALL).stream()
        .filter(task -> task.holder() == null || task.isOf(person))
        .findFirst()
        .map(task -> row(task, person, moments(staff), null));
  }

  private static TaskRow row(
      StaffTask task, TaskPerson person, Moments moments, @Nullable TaskKey chosen) {
    var due = task.dueAt();
    var left = due == null ? null : Duration.between(moments.now(), due);
    var urgency =
        left == null ? "" : left.isNegative() ? "bad" : left.compareTo(SOON) < 0 ? "wait" : "";
    var holder = task.holder();
    var who = Objects.requireNonNullElse(task.contact(), "");
    var isChosen = task.key().equals(chosen);
    return new TaskRow(
        task.key().toString(),
        Integer.toHexString(Objects.hash(task, isChosen)),
        task.name(),
        who,
        initials(who.isEmpty() ? task.name() : who),
        task.why(),
        moments.ago(task.since()),
        due == null ? null : moments.due(due),
        urgency,
        holder == null ? "" : holder.name(),
        task.isOf(person),
        isChosen);
  }

  private static String initials(String name) {
    var words = name.strip().split("\\s+");
    return words.length == 1 ? first(words[0]) : first(words[0]) + first(words[words.length - 1]);
  }

  private static String first(String word) {
    return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
  }

  private Moments moments(StaffMember staff) {
    return new Moments(clock.instant(), agencies.profile(staff.agency()).zone());
  }
}
