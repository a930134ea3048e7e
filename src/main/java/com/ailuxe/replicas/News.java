package com.ailuxe.replicas;

import com.ailuxe.shared.Identifier;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What has changed, for those who look at it on any replica. It is said after the commit, several
 * changes at once a few times a second, as PostgreSQL lets only one transaction at a time commit
 * that notifies. News may come twice, and those of a replica that dies may not come: whoever shows
 * something looks again from time to time.
 */
@Component
public class News implements SmartLifecycle {
  /** What stands for everything, after a time in which news may have been missed. */
  public static final Change ANYTHING = new Change("*", "*", "*");

  private static final Logger log = LoggerFactory.getLogger(News.class);
  private static final String CHANNEL = "ailuxe_news";
  private static final Duration GATHERED_FOR = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int SILENCE_MILLIS = 5_000;

  /** PostgreSQL takes less than 8,000 bytes; one change has at most a hundred. */
  private static final int MOST_AT_ONCE = 75;

  private final JdbcClient jdbc;
  private final JdbcConnectionDetails database;
  private final List<Consumer<List<Change>>> readers = new CopyOnWriteArrayList<>();
  private final Set<Change> gathered = new LinkedHashSet<>();
  private final ScheduledExecutorService sending =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("news-out").daemon().factory());
  private volatile boolean running;

  News(JdbcClient jdbc, JdbcConnectionDetails database) {
    this.jdbc = jdbc;
    this.database = database;
  }

  /**
   * One thing that is not as it was.
   *
   * @param topic what kind of thing, for example {@code conversation}
   * @param agency to which it belongs, as its id is written
   * @param subject its id as it is written
   */
  public record Change(String topic, String agency, String subject) {
    private static Change parse(String text) {
      var parts = text.split(":", 3);
      return parts.length == 3 ? new Change(parts[0], parts[1], parts[2]) : ANYTHING;
    }

    @Override
    public String toString() {
      return topic + ":" + agency + ":" + subject;
    }
  }

  /** Says so once the running transaction is committed; at once where there is none. */
  public void changed(String topic, Identifier agency, Identifier subject) {
    var change = new Change(topic, agency.value().toString(), subject.value().toString());
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              gather(change);
            }
          });
    } else {
      gather(change);
    }
  }

  /** Gives all news of all agencies to this reader, who must be quick. */
  public void subscribe(Consumer<List<Change>> reader) {
    readers.add(reader);
  }

  private void gather(Change change) {
    synchronized (gathered) {
      gathered.add(change);
    }
  }

  private void send() {
    List<Change> changes;
    synchronized (gathered) {
      if (gathered.isEmpty()) {
        return;
      }
      changes = List.copyOf(gathered);
      gathered.clear();
    }
    try {
      for (var from = 0; from < changes.size(); from += MOST_AT_ONCE) {
        var part = changes.subList(from, Math.min(from + MOST_AT_ONCE, changes.size()));
        jdbc.sql("select pg_notify(?, ?)")
            .params(CHANNEL, String.join(" ", part.stream().map(Change::toString).toList()))
            .query((row, index) -> true)
            .single();
      }
    } catch (DataAccessException e) {
      log.warn("Open pages show {} changes a little later: {}", changes.size(), e.getMessage());
    }
  }

  @Override
  public void start() {
    running = true;
    sending.scheduleWithFixedDelay(
        this::send, GATHERED_FOR.toMillis(), GATHERED_FOR.toMillis(), TimeUnit.MILLISECONDS);
    Thread.ofPlatform().name("news-in").daemon().start(this::listen);
  }

  private void listen() {
    var first = true;
    while (running) {
      try (var connection = connect()) {
        if (!first) {
          read(List.of(ANYTHING));
        }
        first = false;
        var source = connection.unwrap(PGConnection.class);
        while (running) {
          for (var notification : source.getNotifications(SILENCE_MILLIS)) {
            read(Arrays.stream(notification.getParameter().split(" ")).map(Change::parse).toList());
          }
          if (!connection.isValid(1)) {
            break;
          }
        }
      } catch (SQLException e) {
        if (running) {
          log.warn("Open pages hear no news for the moment: {}", e.getMessage());
          pause();
        }
      }
    }
  }

  private Connection connect() throws SQLException {
    var connection =
        DriverManager.getConnection(
            database.getJdbcUrl(), database.getUsername(), database.getPassword());
    try (var statement = connection.createStatement()) {
      statement.execute("listen " + CHANNEL);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private void read(List<Change> changes) {
    for (var reader : readers) {
      try {
        reader.accept(changes);
      } catch (RuntimeException e) {
        log.warn("A reader failed on news", e);
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  @Override
  public void stop() {
    running = false;
    sending.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
