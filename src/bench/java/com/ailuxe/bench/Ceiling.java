package com.ailuxe.bench;

import com.ailuxe.local.LocalBroker;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The model of a turn under other names, with workers that do nothing: the engine's own speed. */
final class Ceiling implements TurnLoad.Subject, AutoCloseable {
  private static final String PREFIX = "bench.";
  private static final String LAST_JOB = PREFIX + "conversation.send-reply";
  private static final Pattern JOB_TYPE =
      Pattern.compile("(<zeebe:taskDefinition type=\")([^\"]+)(\")");

  /** What the app's workers answer for a question that needs no person. */
  private static final Map<String, Object> RESULTS =
      Map.of(
          "route",
          "draft",
          "turnId",
          UUID.randomUUID().toString(),
          "intent",
          "question",
          "confidence",
          0.95,
          "needsPerson",
          false,
          "reviewMode",
          "policy",
          "sent",
          true);

  private final CamundaClient engine;
  private final List<JobWorker> workers = new ArrayList<>();

  /**
   * @param answered gets the id of each turn that was answered
   */
  Ceiling(LocalBroker broker, Consumer<String> answered) throws IOException {
    engine =
        CamundaClient.newClientBuilder()
            .grpcAddress(broker.grpcAddress())
            .restAddress(broker.restAddress())
            .preferRestOverGrpc(false)
            .numJobWorkerExecutionThreads(8)
            .build();
    var model = Files.readString(Path.of("bpmn", "client-turn.bpmn"));
    var types = new TreeSet<String>();
    JOB_TYPE.matcher(model).results().map(type -> PREFIX + type.group(2)).forEach(types::add);
    engine
        .newDeployResourceCommand()
        .addResourceStringUtf8(renamed(model), "ceiling.bpmn")
        .send()
        .join();
    for (var type : types) {
      workers.add(
          engine
              .newWorker()
              .jobType(type)
              .handler(
                  (client, job) -> {
                    client.newCompleteCommand(job).variables(RESULTS).send().join();
                    if (type.equals(LAST_JOB)) {
                      answered.accept((String) job.getVariable("conversationId"));
                    }
                  })
              .timeout(Duration.ofMinutes(2))
              .streamEnabled(true)
              .open());
    }
  }

  private static String renamed(String model) {
    return JOB_TYPE
        .matcher(model)
        .replaceAll((MatchResult type) -> "$1" + PREFIX + "$2$3")
        .replace("\"client-turn\"", "\"client-turn-ceiling\"")
        .replace("name=\"conversation.message-received\"", "name=\"" + message() + "\"");
  }

  private static String message() {
    return PREFIX + "conversation.message-received";
  }

  @Override
  public void begin(String id) {
    engine
        .newPublishMessageCommand()
        .messageName(message())
        .correlationKey(id)
        .messageId(id)
        .timeToLive(Duration.ofMinutes(10))
        .variables(Map.of("conversationId", id, "quietTime", "PT0S", "settleCap", "PT15S"))
        .send()
        .join();
  }

  @Override
  public void close() {
    workers.forEach(JobWorker::close);
    engine.close();
  }
}
