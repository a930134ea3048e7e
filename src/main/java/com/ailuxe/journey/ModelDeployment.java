package com.ailuxe.journey;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Brings everything in {@code bpmn/} to the engine when the application starts, and keeps trying
 * while the engine is not there: messages are accepted meanwhile. A model that did not change keeps
 * its version.
 */
@Component
class ModelDeployment implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final List<String> MODELS =
      List.of("classpath*:bpmn/*.bpmn", "classpath*:bpmn/*.dmn", "classpath*:bpmn/*.form");

  private final CamundaClient engine;
  private volatile boolean deployed;
  private volatile boolean running;

  ModelDeployment(CamundaClient engine) {
    this.engine = engine;
  }

  /**
   * @throws IllegalStateException while the engine does not have the models
   */
  void requireDeployed() {
    if (!deployed) {
      throw new IllegalStateException(
          "The engine does not have the models yet; this is tried again by itself");
    }
  }

  boolean isDeployed() {
    return deployed;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("model-deployment").start(this::deployUntilDone);
  }

  private void deployUntilDone() {
    var models = models();
    var lastProblem = "";
    while (running && !deployed) {
      try {
        deploy(engine, models);
        deployed = true;
        log.info("The engine has the {} models of bpmn/", models.size());
      } catch (ClientException e) {
        var problem = String.valueOf(e.getMessage());
        if (!problem.equals(lastProblem)) {
          log.warn("The engine did not take the models, trying on: {}", problem);
          lastProblem = problem;
        }
        pause();
      }
    }
  }

  /** All or none, by one command. */
  static void deploy(CamundaClient engine, List<Resource> models) {
    var command = engine.newDeployResourceCommand();
    var first = models.getFirst();
    try {
      var step = command.addResourceStream(first.getInputStream(), name(first));
      for (var model : models.subList(1, models.size())) {
        step = step.addResourceStream(model.getInputStream(), name(model));
      }
      step.send().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Resource> models() {
    var resolver = new PathMatchingResourcePatternResolver();
    var models = new ArrayList<Resource>();
    for (var pattern : MODELS) {
      try {
        models.addAll(List.of(resolver.getResources(pattern)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return models;
  }

  private static String name(Resource model) {
    return "bpmn/" + model.getFilename();
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
