package com.ailuxe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Tag("database")
@ResourceLock(value = "database", mode = ResourceAccessMode.READ)
@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
class EarlierDataTests {
  private final LocalStackSettings settings =
      LocalStackSettings.read("--ailuxe.local.directory=target/kept");

  @Test
  void whoStartsOnTheDataOfAnEarlierVersionReadsWhatToDelete(CapturedOutput log) {
    assertThat(startFails(context -> LocalStack.makeKnown(settings, context)))
        .hasRootCauseInstanceOf(FlywayValidateException.class);

    assertThat(log.getAll())
        .contains("APPLICATION FAILED TO START")
        .contains("are of an earlier version")
        .contains("Delete the folder %s and start again.".formatted(settings.directory()));
  }

  @Test
  void nobodyIsToldToDeleteOtherData(CapturedOutput log) {
    assertThat(startFails(context -> {})).hasRootCauseInstanceOf(FlywayValidateException.class);

    assertThat(log.getAll()).contains("Validate failed").doesNotContain("Delete the folder");
  }

  private static Exception startFails(
      ApplicationContextInitializer<ConfigurableApplicationContext> local) {
    return catchException(
        () ->
            new SpringApplicationBuilder(OnEarlierData.class)
                .web(WebApplicationType.NONE)
                .initializers(local)
                .run());
  }

  /** All of the app that a start on earlier data gets to. */
  @Configuration(proxyBeanMethods = false)
  static class OnEarlierData {
    @Bean
    InitializingBean migrations() {
      return () -> {
        throw migrated();
      };
    }
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
