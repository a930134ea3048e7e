package com.ailuxe.journey;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What is done with a task, by the engine's REST API, which all versions have. */
abstract class UserTaskCommands implements UserTasks {
  private final CamundaClient engine;

  UserTaskCommands(CamundaClient engine) {
    this.engine = engine;
  }

  @Override
  public final Answer assign(long key, String person) {
    return answer(
        () ->
            engine
                .newAssignUserTaskCommand(key)
                .assignee(person)
                .allowOverride(false)
                .send()
                .join());
  }

  @Override
  public final Answer unassign(long key) {
    return answer(() -> engine.newUnassignUserTaskCommand(key).send().join());
  }

  @Override
  public final Answer complete(long key, Map<String, ?> values) {
    return answer(() -> engine.newCompleteUserTaskCommand(key).variables(values).send().join());
  }

  private static Answer answer(Runnable command) {
    try {
      command.run();
      return Answer.DONE;
    } catch (ProblemException e) {
      return switch (e.code()) {
        case HttpURLConnection.HTTP_NOT_FOUND -> Answer.GONE;
        case HttpURLConnection.HTTP_CONFLICT -> Answer.CONFLICT;
        default -> throw e;
      };
    }
  }

  /** Empty where there is no such thing. */
  static <T> Optional<T> ifKnown(Supplier<T> request) {
    try {
      return Optional.of(request.get());
    } catch (ProblemException e) {
      if (e.code() == HttpURLConnection.HTTP_NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
