package com.ailuxe.journey;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import java.util.List;

/** User tasks by the search of the engine's REST API, from 8.8 on. */
final class EngineUserTasks implements UserTasks {
  private static final int PAGE = 100;

  private final CamundaClient engine;

  EngineUserTasks(CamundaClient engine) {
    this.engine = engine;
  }

  @Override
  public List<SeenTask> of(long processInstance, String taskId) {
    return engine
        .newUserTaskSearchRequest()
        .filter(task -> task.processInstanceKey(processInstance).elementId(taskId))
        .sort(order -> order.creationDate().desc())
        .page(page -> page.limit(PAGE))
        .send()
        .join()
        .items()
        .stream()
        .map(
            task ->
                new SeenTask(
                    task.getUserTaskKey(),
                    task.getState() == UserTaskState.COMPLETED,
                    task.getAssignee()))
        .toList();
  }
}
