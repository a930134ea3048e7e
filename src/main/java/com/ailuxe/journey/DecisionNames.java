package com.ailuxe.journey;

import com.ailuxe.agency.Actor;
import com.ailuxe.agency.Actor.TaskCompleter;
import com.ailuxe.agency.DecisionLedger;
import com.ailuxe.agency.OpenDecision;
import com.ailuxe.journey.UserTasks.SeenTask;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks the engine who completed the tasks in which something was decided. The task meant is the
 * last one of its element before the step that carried its answer out: keys grow along the path of
 * an instance. While the engine's data do not show that one completed, it is asked again.
 */
@Component
public class DecisionNames {
  private static final Logger log = LoggerFactory.getLogger(DecisionNames.class);
  private static final int AT_ONCE = 20;
  private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(500);

  private final DecisionLedger decisions;
  private final UserTasks tasks;
  private final UserTaskProperties properties;
  private volatile boolean reachable = true;

  DecisionNames(DecisionLedger decisions, UserTasks tasks, UserTaskProperties properties) {
    this.decisions = decisions;
    this.tasks = tasks;
    this.properties = properties;
  }

  /** Asks at a fixed rate, as a call that hangs must not hold other work back. */
  @Scheduled(fixedRateString = "${ailuxe.journey.tasks.ask-every:PT1S}")
  void askForOpen() {
    decisions.claimOpen(AT_ONCE, properties.longestPause()).forEach(this::ask);
  }

  /**
   * The name by which the engine knows who decided, for a step that needs it. When that takes too
   * long the step goes on without, and the name becomes known later.
   *
   * @return empty as well where the engine has none, and where the model names no task
   */
  public Optional<String> await(Actor decider) {
    if (!(decider instanceof TaskCompleter completer)) {
      return Optional.empty();
    }
    var since = System.nanoTime();
    for (var open = decisions.open(completer); open.isPresent(); open = decisions.open(completer)) {
      ask(open.get());
      if (System.nanoTime() - since >= properties.patience().toNanos() || !pause()) {
        break;
      }
    }
    return decisions.userName(completer);
  }

  private void ask(OpenDecision decision) {
    try {
      lastBefore(decision)
          .filter(SeenTask::completed)
          .filter(task -> !decision.otherRounds().contains(task.key()))
          .ifPresentOrElse(task -> settle(decision, task), () -> wait(decision));
      reachable = true;
    } catch (RuntimeException e) {
      if (reachable) {
        log.warn("The engine cannot be asked who completed a task; this is tried again", e);
        reachable = false;
      }
      wait(decision);
    }
  }

  private Optional<SeenTask> lastBefore(OpenDecision decision) {
    var completer = decision.completer();
    return tasks.of(completer.processInstance(), completer.taskId()).stream()
        .filter(task -> task.key() < completer.carriedOutIn())
        .max(Comparator.comparingLong(SeenTask::key));
  }

  private void settle(OpenDecision decision, SeenTask task) {
    var assignee = task.assignee();
    if (assignee == null || assignee.isBlank()) {
      log.warn("Task {} was completed without an assignee: its decision has no name", task.key());
      decisions.unsigned(decision.id(), task.key());
    } else {
      decisions.signed(decision.id(), task.key(), assignee);
    }
  }

  private void wait(OpenDecision decision) {
    if (decision.openFor().compareTo(properties.giveUpAfter()) > 0) {
      log.warn("The engine does not tell who made {}: it has no name", decision);
      decisions.unsigned(decision.id(), null);
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(LOOK_AGAIN_AFTER);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
