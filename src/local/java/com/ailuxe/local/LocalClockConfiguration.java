package com.ailuxe.local;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Time travel: the app's clock with an endpoint through which the simulator moves it. */
@TestConfiguration(proxyBeanMethods = false)
class LocalClockConfiguration {
  private static final String PATH = "/local/clock";

  @Bean
  @Primary
  AdjustableClock adjustableClock() {
    return AdjustableClock.systemUtc();
  }

  @Bean
  RouterFunction<ServerResponse> clockEndpoint(AdjustableClock clock) {
    return RouterFunctions.route()
        .GET(PATH, request -> tell(clock))
        .PUT(PATH, request -> move(clock, request))
        .build();
  }

  /** The simulator has no session and no login; the app listens on the loopback interface. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SecurityFilterChain clockSecurity(HttpSecurity http) throws Exception {
    return http.securityMatcher(PATH)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .build();
  }

  private static ServerResponse move(AdjustableClock clock, ServerRequest request)
      throws Exception {
    var offset = request.body(Move.class).offsetMilli();
    if (offset == null) {
      return ServerResponse.badRequest().body("offsetMilli is missing");
    }
    clock.moveTo(Duration.ofMillis(offset));
    return tell(clock);
  }

  private static ServerResponse tell(AdjustableClock clock) {
    return ServerResponse.ok()
        .body(
            Map.of(
                "offsetMilli", clock.offset().toMillis(), "instant", clock.instant().toString()));
  }

  record Move(@Nullable Long offsetMilli) {}
}
