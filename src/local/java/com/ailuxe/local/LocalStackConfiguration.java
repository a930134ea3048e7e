package com.ailuxe.local;

import com.ailuxe.agency.AuditTrail;
import com.ailuxe.past.Past;
import io.camunda.client.CamundaClient;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the local stack adds to the app: its database, its contacts' channels, a mail server,
 * patience.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import(LocalClockConfiguration.class)
class LocalStackConfiguration {
  @Bean
  LocalPostgres localPostgres(LocalStackSettings settings, Progress progress) {
    var postgres =
        LocalPostgres.start(settings.postgres(), settings.logs(), settings.postgresPort());
    progress.say("PostgreSQL: ready");
    return postgres;
  }

  @Bean
  JdbcConnectionDetails localDatabase(LocalPostgres postgres) {
    var database = postgres.createDatabase("ailuxe");
    return new JdbcConnectionDetails() {
      @Override
      public String getJdbcUrl() {
        return database.url();
      }

      @Override
      public String getUsername() {
        return database.username();
      }

      @Override
      public String getPassword() {
        return database.password();
      }
    };
  }

  @Bean
  SimulatedProviders simulatedProviders(LocalStackSettings settings) {
    return SimulatedProviders.start(settings);
  }

  @Bean
  LocalMail localMail(LocalStackSettings settings, Progress progress) {
    return LocalMail.start(settings.mailPort(), progress);
  }

  /** The past is made as soon as the database has its tables and the demo agency. */
  @Bean
  @DependsOnDatabaseInitialization
  @ConditionalOnBooleanProperty(name = "ailuxe.local.past", matchIfMissing = true)
  LocalPast localPast(
      JdbcConnectionDetails connection,
      ConfigurableEnvironment settings,
      CamundaClient engine,
      SimulatedProviders providers,
      AuditTrail audit,
      JdbcClient database,
      TransactionOperations transactions,
      AdjustableClock clock,
      Progress progress) {
    return new LocalPast(
        new Past(connection, settings),
        new LivingCases(engine, providers, audit, database, transactions),
        database,
        clock,
        progress);
  }

  @Bean
  EngineGate engineGate(LocalCamunda camunda) {
    return new EngineGate(camunda);
  }

  /**
   * Holds the Camunda client back until the engine is there: it deploys the processes in the last
   * phase of the app's start. The pages are served already.
   */
  static final class EngineGate implements SmartLifecycle {
    private final LocalCamunda camunda;
    private volatile boolean running;

    EngineGate(LocalCamunda camunda) {
      this.camunda = camunda;
    }

    @Override
    public int getPhase() {
      return DEFAULT_PHASE - 1;
    }

    @Override
    public void start() {
      camunda.awaitEngine();
      running = true;
    }

    @Override
    public void stop() {
      running = false;
    }

    @Override
    public boolean isRunning() {
      return running;
    }
  }
}
