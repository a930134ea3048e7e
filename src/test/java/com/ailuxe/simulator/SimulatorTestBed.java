package com.ailuxe.simulator;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.ailuxe.simulator.SimulatorSettings.ClockTargets;
import com.ailuxe.simulator.SimulatorSettings.Pace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** A fresh simulator on a free port for each test, in a hurry, with a fake app behind it. */
final class SimulatorTestBed implements BeforeEachCallback, AfterEachCallback {
  static final Pace HURRIED =
      new Pace(Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(100), 4);

  static {
    quietLogs();
  }

  /** Without a Spring Boot application, the libraries would log every step. */
  static void quietLogs() {
    for (var name : List.of("org.springframework", "org.apache", "org.hibernate", "com.tngtech")) {
      ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.WARN);
    }
  }

  private @Nullable FakeApp app;
  private @Nullable ChannelSimulator simulator;
  private @Nullable SimulatorSettings settings;

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    var started = new FakeApp();
    app = started;
    settings = settings(started, null);
    simulator = ChannelSimulator.start(settings);
  }

  static SimulatorSettings settings(FakeApp app, @Nullable Path directory) {
    return SimulatorSettings.local()
        .withPort(0)
        .withDirectory(directory)
        .withWebhook(app.uri("/webhooks/whatsapp"))
        .withClockTargets(new ClockTargets(app.uri(""), app.uri("")))
        .withPace(HURRIED);
  }

  FakeApp app() {
    return Objects.requireNonNull(app);
  }

  Caller caller() {
    return new Caller(Objects.requireNonNull(settings), port());
  }

  int port() {
    return Objects.requireNonNull(simulator).port();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (simulator != null) {
      simulator.close();
    }
    if (app != null) {
      app.close();
    }
  }
}
