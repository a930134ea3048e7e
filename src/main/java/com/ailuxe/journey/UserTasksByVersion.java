package com.ailuxe.journey;

import io.camunda.client.CamundaClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** User tasks by the API that the engine has, which it is asked about with the first question. */
@Component
class UserTasksByVersion implements UserTasks {
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\b.*");

  private final CamundaClient engine;
  private final UserTaskProperties properties;
  private volatile @Nullable UserTasks chosen;

  UserTasksByVersion(CamundaClient engine, UserTaskProperties properties) {
    this.engine = engine;
    this.properties = properties;
  }

  @Override
  public List<SeenTask> of(long processInstance, String taskId) {
    return tasks().of(processInstance, taskId);
  }

  @Override
  public List<OpenTask> open() {
    return tasks().open();
  }

  @Override
  public Optional<Fate> fate(long key) {
    return tasks().fate(key);
  }

  @Override
  public Map<String, String> variables(long key, Set<String> wanted) {
    return tasks().variables(key, wanted);
  }

  @Override
  public Optional<String> form(OpenTask task) {
    return tasks().form(task);
  }

  @Override
  public Answer assign(long key, String person) {
    return tasks().assign(key, person);
  }

  @Override
  public Answer unassign(long key) {
    return tasks().unassign(key);
  }

  @Override
  public Answer complete(long key, Map<String, ?> values) {
    return tasks().complete(key, values);
  }

  private UserTasks tasks() {
    var tasks = chosen;
    if (tasks == null) {
      tasks = choose();
      chosen = tasks;
    }
    return tasks;
  }

  private UserTasks choose() {
    var searches =
        switch (properties.api()) {
          case AUTO -> searchesTasks(engine.newTopologyRequest().send().join().getGatewayVersion());
          case V1 -> false;
          case V2 -> true;
        };
    if (searches) {
      return new EngineUserTasks(engine);
    }
    var client = engine.getConfiguration();
    var address = properties.tasklistUrl();
    return new TasklistUserTasks(
        engine,
        address == null ? client.getRestAddress() : address,
        properties.username(),
        properties.password(),
        client.getCredentialsProvider(),
        properties.timeout());
  }

  /**
   * Whether this version searches tasks, as from 8.8 on; what has no readable version is newer than
   * that.
   */
  static boolean searchesTasks(String version) {
    var parts = VERSION.matcher(version);
    if (!parts.matches()) {
      return true;
    }
    var major = Integer.parseInt(parts.group(1));
    return major > 8 || (major == 8 && Integer.parseInt(parts.group(2)) >= 8);
  }
}
