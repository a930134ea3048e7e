package com.ailuxe.system;

import com.ailuxe.staff.SignInDetails;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may call what. Browsers have a session with the console; staff and machines sign in to {@code
 * /api} with each call; providers prove themselves by signature or secret in the routes; health and
 * metrics are open on the port for operators; everything else is closed.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  /** The pages, and what they call. */
  private static final List<String> CONSOLE =
      List.of(
          "/",
          "/assets/**",
          "/sign-in/**",
          "/sign-out",
          "/home/**",
          "/live/**",
          "/tasks/**",
          "/bookings/**",
          "/talent/**",
          "/contacts/**",
          "/bot/**",
          "/ledgers/**",
          "/search/**",
          "/staff/**",
          "/me/**",
          "/console/**");

  /** Nothing runs or shows in a page that did not come from here as a file of its own. */
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; "
          + "media-src 'self' blob:; connect-src 'self'; frame-src 'self'; frame-ancestors 'self'; "
          + "form-action 'self'; base-uri 'none'; manifest-src 'self'";

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

  /**
   * The chain for browsers: they sign in once, and say with each change that the page was ours. On
   * the port for operators there are no pages.
   */
  @Bean
  @Order(2)
  SecurityFilterChain console(
      HttpSecurity http, ConsoleDoor door, SessionOfStaff sessions, ServletContext world)
      throws Exception {
    var paths = PathPatternRequestMatcher.withDefaults();
    var pages = new OrRequestMatcher(CONSOLE.stream().<RequestMatcher>map(paths::matcher).toList());
    return http.securityMatcher(
            request -> request.getServletContext().equals(world) && pages.matches(request))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers("/assets/**", ConsoleDoor.SIGN_IN, "/sign-in/**")
                    .permitAll()
                    .anyRequest()
                    .hasAnyRole("CONCIERGE", "SUPERVISOR", "APPROVER", "OWNER"))
        .securityContext(context -> context.securityContextRepository(sessions))
        .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens()))
        .requestCache(AbstractHttpConfigurer::disable)
        .formLogin(
            form ->
                form.loginPage(ConsoleDoor.SIGN_IN)
                    .usernameParameter("name")
                    .passwordParameter("password")
                    .authenticationDetailsSource(SignInDetails::new)
                    .successHandler(door)
                    .failureHandler(door))
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl(ConsoleDoor.SIGN_IN))
        .exceptionHandling(errors -> errors.authenticationEntryPoint(door))
        .headers(
            headers ->
                headers
                    .frameOptions(frames -> frames.sameOrigin())
                    .addHeaderWriter(SecurityConfiguration::writePolicies))
        .build();
  }

  /** In the place of what the valve has said for every answer; Spring's own writers leave that. */
  private static void writePolicies(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", PAGE_POLICY);
    response.setHeader("Referrer-Policy", "same-origin");
  }

  private static CookieCsrfTokenRepository csrfTokens() {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
    return tokens;
  }

  @Bean
  @Order(3)
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
