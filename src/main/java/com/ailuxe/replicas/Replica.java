package com.ailuxe.replicas;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * This process among those that work on the same database. It says every two seconds that it lives,
 * over a connection and on a thread of its own, which no load keeps busy. One that has not said so
 * for six seconds is taken for dead: what it was sending counts as unknown, and its duties are
 * free. The times are those of the database.
 */
@Component
public class Replica implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Replica.class);
  private static final Duration ALIVE = Duration.ofSeconds(6);
  private static final int BEATS = 3;

  private final ReplicaId id = ReplicaId.random();
  private final Duration alive;
  private final Duration beat;
  private final HikariDataSource connection;
  private final JdbcClient jdbc;

  /**
   * The duties that were asked for, each with the {@link System#nanoTime()} until which it is ours.
   */
  private final Map<String, Long> duties = new ConcurrentHashMap<>();

  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("replica").daemon().factory());
  private volatile boolean running;

  @Autowired
  Replica(JdbcConnectionDetails database) {
    this(database, ALIVE);
  }

  /**
   * @param alive how long it is believed that it lives when it does not say so any more
   */
  Replica(JdbcConnectionDetails database, Duration alive) {
    this.alive = alive;
    this.beat = alive.dividedBy(BEATS);
    connection = new HikariDataSource();
    connection.setJdbcUrl(database.getJdbcUrl());
    connection.setUsername(database.getUsername());
    connection.setPassword(database.getPassword());
    connection.setPoolName("replica");
    connection.setMaximumPoolSize(1);
    connection.setMinimumIdle(1);
    connection.setConnectionTimeout(beat.toMillis());
    jdbc = JdbcClient.create(connection);
  }

  /** The id under which the others know this replica. */
  public ReplicaId id() {
    return id;
  }

  /**
   * Whether this replica is the one that has the duty now. Whoever asks applies for it; while its
   * holder lives, nobody else gets it.
   */
  public boolean holds(String duty) {
    if (duties.putIfAbsent(duty, System.nanoTime()) == null) {
      beat();
    }
    return System.nanoTime() - duties.get(duty) < 0;
  }

  @Override
  public void start() {
    running = true;
    log.info("This replica is {}", id);
    beat();
    heart.scheduleAtFixedRate(this::beat, beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      jdbc.sql(
              """
              insert into replica (id, alive_until) values (?, now() + make_interval(secs => ?))
              on conflict (id) do update set alive_until = excluded.alive_until""")
          .params(id.value(), alive.toMillis() / 1000.0)
          .update();
      duties.replaceAll((duty, until) -> apply(duty));
    } catch (DataAccessException e) {
      log.warn("The other replicas may take this one for dead: {}", e.getMessage());
    }
  }

  private long apply(String duty) {
    var asked = System.nanoTime();
    var granted =
        jdbc.sql(
                    """
                    insert into replica_duty as held (name, replica_id)
                    select ?, id from replica where id = ? and alive_until > now()
                    on conflict (name) do update set replica_id = excluded.replica_id
                    where held.replica_id = excluded.replica_id or not exists (
                      select from replica holder
                      where holder.id = held.replica_id and holder.alive_until > now())""")
                .params(duty, id.value())
                .update()
            == 1;
    return granted ? asked + alive.minus(beat).toNanos() : asked;
  }

  /** Stops after everything that sends or polls, so that what they left is free at once. */
  @Override
  public void stop() {
    heart.shutdownNow();
    running = false;
    try {
      jdbc.sql("delete from replica where id = ? or alive_until < now() - interval '1 day'")
          .param(id.value())
          .update();
    } catch (DataAccessException e) {
      log.warn("The other replicas take this one for dead a little later: {}", e.getMessage());
    } finally {
      connection.close();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
