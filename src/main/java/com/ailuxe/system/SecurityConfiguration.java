package com.ailuxe.system;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Who may call what. Staff sign in to {@code /api} with each call; providers prove themselves by
 * signature or secret in the routes; health and metrics are open on the port for operators;
 * everything else is closed.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  /**
   * The chain for the many calls that need nothing but the signature or secret that the routes look
   * at.
   */
  @Bean
  @Order(0)
  SecurityFilterChain providers(HttpSecurity http) throws Exception {
    return closed(
            http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/webhooks/**")))
        .headers(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .build();
  }

  /**
   * A browser that keeps the sign-in sends it along from pages of others, too: what changes
   * something therefore takes JSON, which such a page cannot send.
   */
  @Bean
  @Order(1)
  SecurityFilterChain staff(HttpSecurity http, SignInProblems problems) throws Exception {
    return closed(http.securityMatcher("/api/**"))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(HttpMethod.GET, "/api/**")
                    .hasAnyRole("CONCIERGE", "SUPERVISOR", "APPROVER")
                    .anyRequest()
                    .hasAnyRole("CONCIERGE", "SUPERVISOR"))
        .httpBasic(basic -> basic.authenticationEntryPoint(problems))
        .exceptionHandling(
            errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain machines(HttpSecurity http) throws Exception {
    return closed(http)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(EndpointRequest.to("health", "prometheus"))
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            errors ->
                errors.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
        .build();
  }

  /** One of each filter of each request costs as much as storing the message. */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  private static HttpSecurity closed(HttpSecurity http) throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }
}
