package com.ailuxe.past;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What time it is in the past, for the application and for the database: there {@code now()} is a
 * function of ours until the end of the transaction, of which nothing is left then.
 */
@Component
class Moment {
  private final PastClock clock;
  private final EntityManager entities;
  private final JdbcClient jdbc;

  Moment(PastClock clock, EntityManager entities, JdbcClient jdbc) {
    this.clock = clock;
    this.entities = entities;
    this.jdbc = jdbc;
  }

  Instant now() {
    return clock.instant();
  }

  Instant in(Duration time) {
    return now().plus(time);
  }

  /** The database asks this clock from here on, in this transaction. */
  void begin() {
    jdbc.sql("create schema past").update();
    jdbc.sql(
            """
            create function past.now() returns timestamptz language sql stable
            return current_setting('past.now')::timestamptz""")
        .update();
    jdbc.sql("select set_config('search_path', 'past, pg_catalog, public', true)")
        .query(String.class)
        .single();
    set(now());
  }

  /** Whatever was done before is written, and read anew by whoever needs it. */
  void set(Instant instant) {
    entities.flush();
    entities.clear();
    clock.set(instant);
    jdbc.sql("select set_config('past.now', ?, true)")
        .param(instant.toString())
        .query(String.class)
        .single();
  }

  void end() {
    entities.flush();
    entities.clear();
    jdbc.sql("select set_config('search_path', 'public', true)").query(String.class).single();
    jdbc.sql("drop schema past cascade").update();
  }
}
