package com.ailuxe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.servlet.Filter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

@SpringJUnitWebConfig({LocalClockConfiguration.class, LocalClockConfigurationTests.Web.class})
class LocalClockConfigurationTests {
  @Autowired Clock clock;
  private MockMvcTester http;

  @BeforeEach
  void setUp(WebApplicationContext context) {
    var security = context.getBean("springSecurityFilterChain", Filter.class);
    http = MockMvcTester.from(context, builder -> builder.addFilters(security).build());
  }

  @Test
  void simulatorMovesTheClockOfTheAppWithoutLogin() {
    assertThat(move("{\"offsetMilli\": 172800000}")).hasStatusOk();

    assertThat(clock.instant())
        .isCloseTo(Instant.now().plus(Duration.ofDays(2)), within(5, ChronoUnit.SECONDS));
    assertThat(http.get().uri("/local/clock"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("offsetMilli")
        .isEqualTo(172800000);
  }

  @Test
  void moveWithoutOffsetIsRefused() {
    assertThat(move("{}")).hasStatus(HttpStatus.BAD_REQUEST);
  }

  private MockMvcTester.MockMvcRequestBuilder move(String body) {
    return http.put().uri("/local/clock").contentType(MediaType.APPLICATION_JSON).content(body);
  }

  @EnableWebMvc
  @EnableWebSecurity
  static class Web {}
}
