package com.ailuxe.local;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** What the local stack adds to the app: its database, a clock that can be moved, patience. */
@TestConfiguration(proxyBeanMethods = false)
class LocalStackConfiguration {
  private static final String CLOCK = "/local/clock";

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
  @Primary
  AdjustableClock adjustableClock() {
    return AdjustableClock.systemUtc();
  }

  @Bean
  RouterFunction<ServerResponse> clockEndpoint(AdjustableClock clock) {
    return RouterFunctions.route()
        .GET(CLOCK, request -> ServerResponse.ok().body(describe(clock)))
        .PUT(
            CLOCK,
            request -> {
              var offset = request.body(ClockOffset.class).offsetMilli();
              if (offset == null) {
                return ServerResponse.badRequest().body("offsetMilli is missing");
              }
              clock.moveTo(Duration.ofMillis(offset));
              return ServerResponse.ok().body(describe(clock));
            })
        .build();
  }

  /** The simulator moves the clock; it has no session and no login. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SecurityFilterChain clockSecurity(HttpSecurity http) throws Exception {
    return http.securityMatcher(CLOCK)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .build();
  }

  @Bean
  LocalSimulator localSimulator(LocalStackSettings settings) {
    return SimulatedProviders.start(settings);
  }

  @Bean
  EngineGate engineGate(LocalCamunda camunda) {
    return new EngineGate(camunda);
  }

  private static Map<String, Object> describe(AdjustableClock clock) {
    return Map.of("offsetMilli", clock.offset().toMillis(), "instant", clock.instant().toString());
  }

  record ClockOffset(@Nullable Long offsetMilli) {}

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
