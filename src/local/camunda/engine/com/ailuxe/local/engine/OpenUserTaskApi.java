package com.ailuxe.local.engine;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Opens the engine's REST API, as its gRPC API is. In Camunda 8.6.0 Tasklist guards {@code /v2} too
 * and so locks itself out: it could not assign or complete a task (camunda/camunda#21818). The
 * ports listen on the loopback interface only.
 */
@AutoConfiguration
@Profile("operate | tasklist")
public class OpenUserTaskApi {
  private static final int BEFORE_TASKLIST = -1000;

  @Bean
  @Order(BEFORE_TASKLIST)
  SecurityFilterChain openUserTaskApi(HttpSecurity http) throws Exception {
    return http.securityMatcher(request -> request.getRequestURI().startsWith("/v2/"))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .build();
  }
}
