package com.ailuxe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Tag("database")
@ResourceLock(value = "database", mode = ResourceAccessMode.READ)
class EarlierDataTests {
  private final StaticListableBeanFactory beans = new StaticListableBeanFactory();

  @Test
  void whoStartsOnTheDataOfAnEarlierVersionReadsWhatToDelete() {
    var settings = LocalStackSettings.read("--ailuxe.local.directory=target/kept");
    beans.addBean("localStackSettings", settings);

    var analysis = Objects.requireNonNull(new EarlierData(beans).analyze(migrated()));

    assertThat(analysis.getDescription()).contains("earlier version");
    assertThat(analysis.getAction())
        .isEqualTo("Delete the folder %s and start again.".formatted(settings.directory()));
  }

  @Test
  void nobodyIsToldToDeleteOtherData() {
    assertThat(new EarlierData(beans).analyze(migrated())).isNull();
  }

  /** How the migrations fail on a database that one of before has made. */
  private static Exception migrated() {
    var database = LocalPostgres.forTests().createDatabase();
    var connections =
        new DriverManagerDataSource(database.url(), database.username(), database.password());
    var flyway = Flyway.configure().dataSource(connections).load();
    flyway.migrate();
    JdbcClient.create(connections)
        .sql("update flyway_schema_history set version = '202611221500' where installed_rank = 1")
        .update();
    return catchException(flyway::migrate);
  }
}
