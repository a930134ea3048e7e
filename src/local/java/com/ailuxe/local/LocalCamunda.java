package com.ailuxe.local;

import com.ailuxe.local.ChildProcess.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;

/**
 * A real Camunda in processes of its own, started beside the app. Whoever needs the engine waits
 * for the engine only: Operate and Tasklist take longer.
 */
final class LocalCamunda implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

  private final LocalStackSettings settings;
  private final Progress progress;
  private final List<ChildProcess> children = new ArrayList<>();
  private final List<Supervisor> supervisors = new ArrayList<>();
  private final CompletableFuture<Void> engine = new CompletableFuture<>();
  private final CompletableFuture<Void> all = new CompletableFuture<>();
  private boolean closed;

  private LocalCamunda(LocalStackSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** Returns at once; without a Camunda to start, there is nothing to wait for either. */
  static LocalCamunda start(LocalStackSettings settings, Progress progress) {
    var camunda = new LocalCamunda(settings, progress);
    if (settings.camunda() == CamundaMode.NONE) {
      camunda.engine.complete(null);
      camunda.all.complete(null);
    } else {
      Thread.ofVirtual().name("local-camunda").start(camunda::startAndTell);
    }
    return camunda;
  }

  /** Blocks until processes can be started. */
  void awaitEngine() {
    engine.join();
  }

  /**
   * Blocks until the clock can be moved and a person can sign in to Operate and Tasklist, if they
   * were chosen.
   */
  void awaitAll() {
    all.join();
  }

  @Override
  public void close() {
    synchronized (supervisors) {
      closed = true;
      supervisors.reversed().forEach(Supervisor::close);
    }
  }

  private void startAndTell() {
    try (var probe = new CamundaProbe(settings.camundaPorts())) {
      startChildren();
      await(probe::engineIsReady);
      progress.say("Camunda: the engine is ready");
      engine.complete(null);
      if (settings.camunda() == CamundaMode.FULL) {
        await(probe::pagesAreReady);
        progress.say("Camunda: Operate and Tasklist are ready");
      }
      await(probe::clockIsReady);
      all.complete(null);
      if (settings.startsAgain()) {
        children.reversed().forEach(ChildProcess::dumpSharedClasses);
      }
    } catch (RuntimeException e) {
      progress.say("Camunda: does not start. %s", e.getMessage());
      engine.completeExceptionally(e);
      all.completeExceptionally(e);
    }
  }

  private void startChildren() {
    var programs =
        new CamundaPrograms(
            new CamundaDistribution(settings.programs(), progress),
            settings.camundaPorts(),
            settings.directory().resolve("camunda").resolve("data"));
    var wanted = new ArrayList<Program>();
    if (settings.camunda() == CamundaMode.FULL) {
      wanted.add(programs.search());
    }
    wanted.add(programs.engine(settings.camunda()));
    progress.say(
        "Camunda: starting the engine%s",
        settings.camunda() == CamundaMode.FULL ? ", Operate and Tasklist" : "");
    wanted.forEach(this::startChild);
  }

  private void startChild(Program program) {
    synchronized (supervisors) {
      if (!closed) {
        var child = new ChildProcess(program, settings.runs(), settings.logs());
        var supervisor = new Supervisor(child, progress);
        children.add(child);
        supervisors.add(supervisor);
        supervisor.start();
      }
    }
  }

  private boolean isHopeless() {
    synchronized (supervisors) {
      return supervisors.stream().anyMatch(Supervisor::hasGivenUp);
    }
  }

  private void await(Callable<Boolean> readiness) {
    Awaitility.await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(BETWEEN_LOOKS)
        .atMost(PATIENCE)
        .failFast("It died too often, see " + settings.logs(), this::isHopeless)
        .until(readiness);
  }
}
