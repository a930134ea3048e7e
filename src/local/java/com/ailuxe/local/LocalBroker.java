package com.ailuxe.local;

import com.ailuxe.local.ChildProcess.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A real Camunda engine for tests, in a process that can be killed: on free ports, with data that
 * outlive the process but not this object.
 */
public final class LocalBroker implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final CamundaPorts ports = CamundaPorts.free();
  private final Path home;
  private final ChildProcess process;
  private final @Nullable ChildProcess search;

  private LocalBroker(CamundaMode mode) {
    try {
      home = Files.createTempDirectory("local-broker");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var settings = LocalStackSettings.read();
    var distribution = new CamundaDistribution(settings.programs(), new Progress());
    var programs = new CamundaPrograms(distribution, ports, home);
    process = child(programs.engine(mode));
    search = mode == CamundaMode.FULL ? child(programs.search()) : null;
  }

  private ChildProcess child(Program program) {
    return new ChildProcess(program, home.resolve("run"), home.resolve("logs"));
  }

  /** Starts an engine without Operate and Tasklist. Returns when processes can be started. */
  public static LocalBroker forTests() {
    var broker = new LocalBroker(CamundaMode.BROKER);
    broker.restart();
    return broker;
  }

  /**
   * Starts an engine with Operate, Tasklist and their search store. Returns when processes can be
   * started.
   */
  public static LocalBroker withOperate() {
    var broker = new LocalBroker(CamundaMode.FULL);
    broker.restartSearch();
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

  /** Ends the search store as {@code kill -9} does. */
  public void killSearch() {
    Objects.requireNonNull(search).kill();
  }

  /** Starts the search store again on the same port and data; the engine waits for it. */
  public void restartSearch() {
    Objects.requireNonNull(search).start();
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
    if (search != null) {
      search.stop();
    }
    try {
      FileSystemUtils.deleteRecursively(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
