package com.ailuxe.journey;

import com.ailuxe.shared.PlainJson;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.Form;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.search.response.Variable;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** User tasks by the search of the engine's REST API, from 8.8 on. */
final class EngineUserTasks extends UserTaskCommands {
  private static final int PAGE = 100;
  private static final int OPEN_PAGE = 500;

  /** A search store gives no more of one search. */
  private static final int MOST = 10_000;

  private static final int VARIABLES = 1_000;

  /** A scope begins after the one around it, and has a greater key. */
  private static final Comparator<Variable> NEAREST = Comparator.comparing(Variable::getScopeKey);

  private final CamundaClient engine;

  EngineUserTasks(CamundaClient engine) {
    super(engine);
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

  @Override
  public List<OpenTask> open() {
    var all = new ArrayList<OpenTask>();
    for (var from = 0; from < MOST; from += OPEN_PAGE) {
      var page = open(from);
      page.stream().map(EngineUserTasks::open).forEach(all::add);
      if (page.size() < OPEN_PAGE) {
        break;
      }
    }
    return all;
  }

  private List<UserTask> open(int from) {
    return engine
        .newUserTaskSearchRequest()
        .filter(
            task ->
                task.state(
                    state ->
                        state.in(
                            UserTaskState.CREATED,
                            UserTaskState.ASSIGNING,
                            UserTaskState.UPDATING)))
        .sort(order -> order.creationDate().asc())
        .page(page -> page.from(from).limit(OPEN_PAGE))
        .send()
        .join()
        .items();
  }

  private static OpenTask open(UserTask task) {
    var form = task.getFormKey();
    return new OpenTask(
        task.getUserTaskKey(),
        task.getProcessInstanceKey(),
        task.getElementId(),
        Objects.requireNonNullElse(task.getName(), task.getElementId()),
        form == null ? null : form.toString(),
        Objects.requireNonNullElse(task.getCandidateGroups(), List.of()),
        someone(task.getAssignee()),
        task.getCreationDate().toInstant(),
        Optional.ofNullable(task.getDueDate()).map(OffsetDateTime::toInstant).orElse(null));
  }

  @Override
  public Optional<Fate> fate(long key) {
    return ifKnown(() -> engine.newUserTaskGetRequest(key).send().join())
        .map(task -> new Fate(state(task.getState()), someone(task.getAssignee())));
  }

  private static State state(UserTaskState state) {
    return switch (state) {
      case COMPLETED -> State.COMPLETED;
      case CANCELED, CANCELING, FAILED -> State.CANCELLED;
      case CREATING, CREATED, ASSIGNING, UPDATING, COMPLETING, UNKNOWN_ENUM_VALUE -> State.OPEN;
    };
  }

  @Override
  public Map<String, String> variables(long key, Set<String> wanted) {
    return engine
        .newUserTaskVariableSearchRequest(key)
        .withFullValues()
        .page(page -> page.limit(VARIABLES))
        .send()
        .join()
        .items()
        .stream()
        .filter(variable -> wanted.contains(variable.getName()))
        .collect(
            Collectors.groupingBy(
                Variable::getName,
                Collectors.collectingAndThen(
                    Collectors.maxBy(NEAREST), found -> found.orElseThrow().getValue())));
  }

  @Override
  public Optional<String> form(OpenTask task) {
    return ifKnown(() -> engine.newUserTaskGetFormRequest(task.key()).send().join())
        .map(Form::getSchema)
        .map(schema -> schema instanceof String text ? text : PlainJson.write(schema));
  }

  private static @Nullable String someone(@Nullable String assignee) {
    return assignee == null || assignee.isBlank() ? null : assignee;
  }
}
