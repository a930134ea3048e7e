package com.ailuxe.inmemory;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.CamundaProcessTestRuntimeMode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A Camunda 8.8 "remote runtime" for Camunda Process Test, in this JVM and without Docker: the
 * in-memory engine behind its gRPC gateway, and the REST and actuator endpoints CPT calls.
 *
 * <p>With {@code -Dcamunda.process-test.runtime-mode=managed} the same tests run against the real
 * Camunda, in CPT's own Testcontainers mode.
 */
public final class InMemoryCamunda {
  private static final int PURGES_OF_ONE_ENGINE = 30;
  private static final String RUNTIME_MODE = "camunda.process-test.runtime-mode";

  private final int grpcPort = freePort();
  private final RestApi restApi;
  private EmbeddedEngine engine;
  private ReadModel readModel;
  private long purges;
  private volatile boolean keepsModels;

  private InMemoryCamunda() {
    start();
    restApi = new RestApi(this);
  }

  public static boolean isEnabled() {
    return !"managed".equalsIgnoreCase(System.getProperty(RUNTIME_MODE));
  }

  /**
   * One runtime per JVM: the engine's response writer has static state, and CPT purges between
   * tests.
   */
  public static InMemoryCamunda shared() {
    return Holder.INSTANCE;
  }

  /**
   * The extension of plain JUnit tests; Spring tests need only {@code @CamundaSpringProcessTest}.
   */
  public static CamundaProcessTestExtension processTestExtension() {
    var extension = new CamundaProcessTestExtension();
    if (!isEnabled()) {
      return extension;
    }
    var runtime = shared();
    return extension
        .withRuntimeMode(CamundaProcessTestRuntimeMode.REMOTE)
        .withRemoteCamundaMonitoringApiAddress(runtime.restAddress())
        .withRemoteCamundaClientBuilderFactory(
            () ->
                CamundaClient.newClientBuilder()
                    .grpcAddress(runtime.grpcAddress())
                    .restAddress(runtime.restAddress()));
  }

  /**
   * Runs the deployment unless the engine still has its models from the test before: to read them
   * takes longer than most tests. It deploys by one command, before anything else is deployed.
   */
  public static void deployOnce(Runnable deployment) {
    if (!isEnabled()) {
      deployment.run();
    } else if (!shared().keepsModels) {
      deployment.run();
      shared().keepsModels = true;
    }
  }

  public URI grpcAddress() {
    return URI.create("http://localhost:" + grpcPort);
  }

  public URI restAddress() {
    return URI.create("http://localhost:" + restApi.port());
  }

  EmbeddedEngine engine() {
    return engine;
  }

  /** The read model, up to date with everything the engine has logged. */
  ReadModel readModel() {
    readModel.catchUp();
    return readModel;
  }

  long purges() {
    return purges;
  }

  /**
   * No instance, no message, no clock offset. Models stay if {@link #deployOnce} brought them and
   * nothing else was deployed since; but nothing stays once the clock was moved, as an engine's
   * timers do not follow it back, and from time to time, as it keeps in memory all that it ever
   * did.
   */
  void purge() {
    keepsModels &=
        readModel().deployments() == 1
            && !engine.wasMovedInTime()
            && purges % PURGES_OF_ONE_ENGINE != 0;
    if (keepsModels) {
      clear();
    } else {
      replaceEngine();
    }
    purges++;
  }

  /**
   * Leaves what is deployed and nothing else. Messages go first: the end of an instance lets the
   * next message of its correlation key start another one.
   */
  private void clear() {
    readModel.messages().forEach(engine::expire);
    do {
      readModel.running().forEach(engine::cancel);
      engine.awaitIdle();
    } while (!readModel().running().isEmpty());
    readModel.clear();
  }

  /**
   * A fresh engine on the same port. A closed engine may hold it until the selector of its event
   * loop turns once more.
   */
  private void replaceEngine() {
    engine.close();
    await("port of the closed engine")
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> isFree(grpcPort));
    start();
  }

  private void start() {
    engine = new EmbeddedEngine(grpcPort);
    readModel = new ReadModel(engine);
  }

  /**
   * A port below the ephemeral range, from which {@link com.ailuxe.local.FreePorts} takes its own:
   * no outgoing connection takes it while a purge rebinds it.
   */
  private static int freePort() {
    return ThreadLocalRandom.current()
        .ints(20_000, 32_000)
        .limit(100)
        .filter(InMemoryCamunda::isFree)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No free port"));
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static final class Holder {
    static final InMemoryCamunda INSTANCE = new InMemoryCamunda();
  }
}
