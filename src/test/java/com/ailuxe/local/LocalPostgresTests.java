package com.ailuxe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Tag("database")
@ResourceLock("database")
class LocalPostgresTests {
  /**
   * All servers of a JVM run the programs that the first one unpacked, even in a folder that is
   * gone.
   */
  @BeforeAll
  static void programsAreUnpackedWhereTheyStay() {
    assertThat(LocalPostgres.forTests().port()).isPositive();
  }

  @Test
  void commitsReachTheDiskBeforeTheyAreAcknowledged() {
    try (var postgres = LocalPostgres.forMeasurements()) {
      var database = postgres.createDatabase();

      for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        assertThat(query(database, "SHOW " + setting)).as(setting).isEqualTo("on");
      }
    }
  }

  @Test
  void eachCallerGetsAnEmptyDatabase() {
    var first = LocalPostgres.forTests().createDatabase();
    jdbc(first).sql("CREATE TABLE kept (id int)").update();

    var second = LocalPostgres.forTests().createDatabase();

    assertThat(query(second, "SELECT count(*) FROM pg_tables WHERE tablename = 'kept'"))
        .isEqualTo("0");
  }

  @Test
  void exclusionConstraintsOnKeyAndTimeRangeWork() {
    var jdbc = jdbc(LocalPostgres.forTests().createDatabase());
    jdbc.sql("CREATE EXTENSION btree_gist").update();
    jdbc.sql(
            "CREATE TABLE slot (talent uuid, during tstzrange,"
                + " EXCLUDE USING gist (talent WITH =, during WITH &&))")
        .update();
    var insert =
        "INSERT INTO slot VALUES ('00000000-0000-0000-0000-000000000001',"
            + " '[2026-01-01 10:00Z, 2026-01-01 12:00Z)')";
    jdbc.sql(insert).update();

    assertThatThrownBy(() -> jdbc.sql(insert).update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void dataOutlivesTheServer(@TempDir Path directory) {
    var port = FreePorts.find(1).getFirst();
    try (var postgres = LocalPostgres.start(directory, directory.resolve("logs"), port)) {
      jdbc(postgres.createDatabase("kept"))
          .sql("CREATE TABLE kept AS SELECT 42 AS answer")
          .update();
    }

    try (var postgres = LocalPostgres.start(directory, directory.resolve("logs"), port)) {
      assertThat(query(postgres.createDatabase("kept"), "SELECT answer FROM kept")).isEqualTo("42");
    }
  }

  private static String query(LocalPostgres.Database database, String sql) {
    return jdbc(database).sql(sql).query(String.class).single();
  }

  private static JdbcClient jdbc(LocalPostgres.Database database) {
    return JdbcClient.create(
        new DriverManagerDataSource(database.url(), database.username(), database.password()));
  }
}
