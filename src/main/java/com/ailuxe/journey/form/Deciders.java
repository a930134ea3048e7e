package com.ailuxe.journey.form;

import com.ailuxe.agency.Actor;
import com.ailuxe.agency.Actor.TaskCompleter;
import io.camunda.client.api.response.ActivatedJob;

/**
 * Who decided what a job carries out. A task in {@code bpmn/} says by its header in which user task
 * that was; whoever completed it decided.
 */
public final class Deciders {
  public static final String HEADER = "decidedIn";

  /**
   * @param otherwise where the model names no user task
   */
  public static Actor of(ActivatedJob job, Actor otherwise) {
    var task = job.getCustomHeaders().get(HEADER);
    return task == null
        ? otherwise
        : new TaskCompleter(job.getProcessInstanceKey(), task, job.getElementInstanceKey());
  }

  private Deciders() {}
}
