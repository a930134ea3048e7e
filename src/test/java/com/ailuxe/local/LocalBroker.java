package com.ailuxe.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/**
 * A real Camunda engine for tests, in a process that can be killed: without Operate and Tasklist,
 * on free ports, with data that outlive the process but not this object.
 */
public final class LocalBroker implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final CamundaPorts ports = CamundaPorts.free();
  private final Path home;
  private final ChildProcess process;

  private LocalBroker() {
    try {
      home = Files.createTempDirectory("local-broker");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var settings = LocalStackSettings.read();
    var distribution = new CamundaDistribution(settings.programs(), new Progress());
    process =
        new ChildProcess(
            new CamundaPrograms(distribution, ports, home).engine(CamundaMode.BROKER),
            home.resolve("run"),
            home.resolve("logs"));
  }

  /** Returns when processes can be started. */
  public static LocalBroker forTests() {
    var broker = new LocalBroker();
    broker.restart();
    return broker;
  }

  public URI grpcAddress() {
    return ports.grpcAddress();
  }

  public URI restAddress() {
    return ports.restAddress();
  }

  /** Where {@code /actuator/clock} moves the engine's clock. */
  public URI managementAddress() {
    return ports.managementAddress();
  }

  /** Ends the engine as {@code kill -9} does. */
  public void kill() {
    process.kill();
  }

  /** Starts the engine again on the same ports and data; returns when it is ready. */
  public void restart() {
    process.start();
    try (var probe = new CamundaProbe(ports)) {
      Awaitility.await()
          .pollInSameThread()
          .atMost(PATIENCE)
          .failFast(process.log().tail(20), () -> !process.isAlive())
          .until(() -> probe.engineIsReady() && probe.clockIsReady());
    }
  }

  @Override
  public void close() {
    process.stop();
    try {
      FileSystemUtils.deleteRecursively(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
