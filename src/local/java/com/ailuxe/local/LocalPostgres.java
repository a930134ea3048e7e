package com.ailuxe.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL server from binaries that come as a Maven dependency. It writes durably, as a
 * production server does, so that crash tests and measurements mean something; only the one that is
 * thrown away with its tests does not wait for the disk.
 */
public final class LocalPostgres implements AutoCloseable {
  private static final Duration STARTUP_PATIENCE = Duration.ofSeconds(90);
  private static final String SUPERUSER = "postgres";
  private static final String OWNER = "ailuxe";

  private final EmbeddedPostgres server;

  private LocalPostgres(EmbeddedPostgres server) {
    this.server = server;
    createOwner();
  }

  /**
   * Starts the server of the local stack, whose data is kept. A server that an earlier run left
   * behind on the same data and port is taken over, not started a second time.
   */
  public static LocalPostgres start(Path directory, Path logs, int port) {
    try {
      var home = Files.createDirectories(directory.toAbsolutePath());
      var data = home.resolve("data");
      var initialized = home.resolve("initialized");
      Leftover.in(data).filter(server -> server.port() != port).ifPresent(Leftover::stop);
      if (!Files.exists(initialized)) {
        FileSystemUtils.deleteRecursively(data);
      }
      var postgres =
          start(
              EmbeddedPostgres.builder()
                  .setDataDirectory(data)
                  .setOverrideWorkingDirectory(
                      Files.createDirectories(home.resolve("binaries")).toFile())
                  .setCleanDataDirectory(false)
                  .setRegisterShutdownHook(false)
                  .setServerConfig(
                      "log_directory", data.relativize(logs.toAbsolutePath()).toString())
                  .setPort(port),
              home.resolve("start.log"),
              true);
      Files.writeString(initialized, "");
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the server on these data as {@code kill -9} does; returns when its children are gone. */
  public static void kill(Path directory) {
    Leftover.in(directory.resolve("data")).orElseThrow().kill();
  }

  /** Whether an earlier run left its server behind on this port. */
  static boolean isLeftover(Path directory, int port) {
    return Leftover.in(directory.resolve("data"))
        .filter(server -> server.port() == port)
        .isPresent();
  }

  /** The throw-away server that all tests of this JVM share, on a free port. */
  public static LocalPostgres forTests() {
    return TestServer.INSTANCE;
  }

  /** A throw-away server that writes durably, on a free port. Whoever starts it closes it. */
  public static LocalPostgres forMeasurements() {
    return throwAway(true);
  }

  private static LocalPostgres throwAway(boolean durable) {
    try {
      var log = Files.createTempFile("ailuxe-postgres", ".log");
      log.toFile().deleteOnExit();
      return start(EmbeddedPostgres.builder(), log, durable);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new empty database with a name of its own. */
  public Database createDatabase() {
    return createDatabase(newName());
  }

  /** The database of that name, created when it is missing. */
  public Database createDatabase(String name) {
    return exists("SELECT FROM pg_database WHERE datname = '%s'".formatted(name))
        ? database(name)
        : create(name, "");
  }

  private Database create(String name, String options) {
    execute("CREATE DATABASE %s OWNER %s %s".formatted(name, OWNER, options));
    return database(name);
  }

  private Database database(String name) {
    return new Database(
        "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), name), OWNER, OWNER);
  }

  private static String newName() {
    return "test_" + UUID.randomUUID().toString().replace("-", "");
  }

  /** A new database with all that is in another one, which nobody is connected to. */
  Database copyOf(Database original) {
    var template = original.url().substring(original.url().lastIndexOf('/') + 1);
    return create(newName(), "TEMPLATE " + template);
  }

  /** Returns when all that was written is in the files of the database, not only in its log. */
  public void checkpoint() {
    execute("CHECKPOINT");
  }

  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void createOwner() {
    if (!exists("SELECT FROM pg_roles WHERE rolname = '%s'".formatted(OWNER))) {
      execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(OWNER, OWNER));
    }
  }

  private boolean exists(String query) {
    try (var connection = administration().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String command) {
    try (var connection = administration().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(command);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private DataSource administration() {
    return server.getDatabase(SUPERUSER, "postgres");
  }

  private static LocalPostgres start(EmbeddedPostgres.Builder builder, Path log, boolean durable)
      throws IOException {
    var output = Redirect.appendTo(log.toFile());
    var waits = durable ? "on" : "off";
    builder
        .setServerConfig("fsync", waits)
        .setServerConfig("synchronous_commit", waits)
        .setServerConfig("full_page_writes", waits)
        .setServerConfig("logging_collector", "on")
        .setServerConfig("log_filename", "postgres-%a.log")
        .setServerConfig("log_truncate_on_rotation", "on")
        .setOutputRedirector(output)
        .setErrorRedirector(output)
        .setPGStartupWait(STARTUP_PATIENCE);
    try {
      return new LocalPostgres(builder.start());
    } catch (IOException | IllegalStateException e) {
      throw new IllegalStateException("PostgreSQL did not start, see " + log, e);
    }
  }

  /** Where a database is and who may write to it. */
  public record Database(String url, String username, String password) {}

  /** A server that outlived its parent, as its own pid file tells. */
  private record Leftover(ProcessHandle process, int port) {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    static Optional<Leftover> in(Path data) {
      try {
        var lines = Files.readAllLines(data.resolve("postmaster.pid"));
        var port = Integer.parseInt(lines.get(3));
        return ProcessHandle.of(Long.parseLong(lines.get(0)))
            .filter(process -> process.info().command().orElse("").contains("postgres"))
            .map(process -> new Leftover(process, port));
      } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
        return Optional.empty();
      }
    }

    /** The children end by themselves when they miss their parent. */
    void kill() {
      var children = process.descendants().toList();
      process.destroyForcibly();
      children.forEach(Leftover::awaitEnd);
    }

    private static void awaitEnd(ProcessHandle process) {
      process.onExit().orTimeout(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    void stop() {
      process.destroy();
      awaitEnd(process);
    }
  }

  /** Started by the first test that asks; stopped and removed when the JVM ends. */
  private static final class TestServer {
    static final LocalPostgres INSTANCE = throwAway(false);
  }
}
