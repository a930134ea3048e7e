package com.ailuxe.endtoend;

import com.ailuxe.local.FreePorts;
import com.ailuxe.local.LocalPostgres;
import com.ailuxe.simulator.ChannelSimulator;
import com.ailuxe.simulator.SimulatorSettings;
import com.ailuxe.simulator.SimulatorSettings.ClockTargets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * The app as it runs in production: replicas of the jar beside a database and the messengers, each
 * of them a process of its own that can be killed, except the messengers, which live on in this
 * one, and an engine that somebody else has started. The app has less patience than by default, so
 * that a fault costs seconds.
 */
final class Installation implements AutoCloseable {
  private static final Path DEMO = Path.of("src", "local", "resources", "db", "demo");

  private final Path directory;
  private final int databasePort;
  private final ChannelSimulator simulator;
  private final Http http;
  private final LoadBalancer balancer;
  private final List<AppProcess> replicas = new ArrayList<>();
  private LocalPostgres database;

  private Installation(String name, int count, URI grpcAddress, URI restAddress) {
    directory = Path.of(".local", "end-to-end", name).toAbsolutePath();
    try {
      FileSystemUtils.deleteRecursively(directory);
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var ports = FreePorts.find(2 * count + 1);
    databasePort = ports.getLast();
    database = startDatabase();
    database.createDatabase("ailuxe");
    balancer = new LoadBalancer(ports.subList(0, count));
    simulator =
        ChannelSimulator.start(
            SimulatorSettings.local()
                .withPort(0)
                .withWebhook(balancer.address().resolve("/webhooks/whatsapp"))
                .withClockTargets(new ClockTargets(null, null)));
    http = new Http(URI.create("http://127.0.0.1:" + simulator.port()));
    for (var number = 0; number < count; number++) {
      replicas.add(
          new AppProcess(
              ports.get(number),
              ports.get(count + number),
              settings(grpcAddress, restAddress),
              directory.resolve("replica-%d.log".formatted(number))));
    }
  }

  /**
   * Returns when the app works.
   *
   * @param name of the folder for data and logs
   * @param grpcAddress of the engine, as the other one
   */
  static Installation start(String name, int replicas, URI grpcAddress, URI restAddress) {
    var installation = new Installation(name, replicas, grpcAddress, restAddress);
    try {
      installation.replicas.forEach(AppProcess::awaitReady);
      return installation;
    } catch (RuntimeException | AssertionError e) {
      installation.close();
      throw e;
    }
  }

  Http simulator() {
    return http;
  }

  JdbcClient database() {
    return JdbcClient.create(new DriverManagerDataSource(databaseUrl(), "ailuxe", "ailuxe"));
  }

  List<AppProcess> replicas() {
    return replicas;
  }

  /** One thing more that goes wrong; see the simulator's {@code Misbehaviour}. */
  void misbehave(Map<String, Object> fault) {
    simulator().post("/simulator/api/misbehaviour", fault);
  }

  /** Nothing goes wrong any more. */
  void behave() {
    simulator().put("/simulator/api/misbehaviour", Map.of("faults", List.of()));
  }

  void killDatabase() {
    LocalPostgres.kill(directory.resolve("postgres"));
  }

  /** The handle of the killed server still holds a lock on its folder. */
  void restartDatabase() {
    database.close();
    database = startDatabase();
  }

  private LocalPostgres startDatabase() {
    return LocalPostgres.start(directory.resolve("postgres"), directory, databasePort);
  }

  private String databaseUrl() {
    return "jdbc:postgresql://localhost:%d/ailuxe".formatted(databasePort);
  }

  private List<String> settings(URI grpcAddress, URI restAddress) {
    var provider = SimulatorSettings.local();
    var messengers = "http://127.0.0.1:" + simulator.port();
    return List.of(
        "server.address=127.0.0.1",
        "management.server.address=127.0.0.1",
        "spring.main.banner-mode=off",
        "spring.datasource.url=" + databaseUrl(),
        "spring.datasource.username=ailuxe",
        "spring.datasource.password=ailuxe",
        "spring.flyway.locations=classpath:db/migration,filesystem:" + DEMO.toAbsolutePath(),
        "camunda.client.mode=self-managed",
        "camunda.client.auth.method=none",
        "camunda.client.grpc-address=" + grpcAddress,
        "camunda.client.rest-address=" + restAddress,
        "camunda.client.worker.defaults.timeout=" + Duration.ofSeconds(30),
        "ailuxe.channel.whatsapp.base-url=" + messengers,
        "ailuxe.channel.whatsapp.media-hosts=127.0.0.1:" + simulator.port(),
        "ailuxe.channel.whatsapp.access-token=" + provider.whatsApp().accessToken(),
        "ailuxe.channel.whatsapp.app-secret=" + provider.whatsApp().appSecret(),
        "ailuxe.channel.whatsapp.verify-token=" + provider.whatsApp().verifyToken(),
        "ailuxe.channel.telegram.base-url=" + messengers,
        "ailuxe.channel.telegram.bot-token=" + provider.telegram().token(),
        "ailuxe.channel.outbound.response-timeout=5s",
        "ailuxe.channel.outbound.call-timeout=15s",
        "ailuxe.channel.outbound.lease=20s",
        "ailuxe.journey.sweep-after=20s",
        "ailuxe.journey.quiet-time=PT0.5S");
  }

  @Override
  public void close() {
    replicas.forEach(AppProcess::close);
    simulator.close();
    balancer.close();
    database.close();
  }
}
