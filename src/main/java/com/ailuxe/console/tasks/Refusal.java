package com.ailuxe.console.tasks;

import com.ailuxe.tasks.TaskRefused;
import org.jspecify.annotations.Nullable;

/** What happened to a task that was not done, and what to do. */
public record Refusal(String title, String detail) {
  static Refusal of(TaskRefused refused) {
    var by = refused.by();
    return switch (refused.reason()) {
      case DONE ->
          new Refusal(
              somebody(by) + " has done this task",
              "What they decided is carried out; nothing of yours was changed.");
      case TAKEN ->
          new Refusal(somebody(by) + " has this task", "Talk to them, or go on with another one.");
      case OUTDATED ->
          new Refusal(
              "This task is needed no more",
              "The case went on without it: the contact wrote again, somebody answered or did it in Tasklist, or its time was over.");
      case NOT_YOURS ->
          new Refusal("This task is for others", "It may have been handed on since it was opened.");
      case INVALID -> new Refusal("Something is missing", "Correct what is marked.");
      case ENGINE_AWAY ->
          new Refusal(
              "The engine did not answer",
              "It is not sure that this arrived. What you typed is still here; look at the list in a moment, and try again if the task is still in it.");
    };
  }

  private static String somebody(@Nullable String name) {
    return name == null ? "Somebody else" : name;
  }
}
