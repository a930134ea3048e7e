package com.ailuxe.journey;

import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.booking.Given;
import com.ailuxe.local.WithPostgres;
import com.ailuxe.staff.StaffSessions;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** A test of the workers and the features behind them on a real PostgreSQL, without an engine. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithPostgres
@SpringBootTest(
    classes = WorkersTest.Workers.class,
    webEnvironment = WebEnvironment.NONE,
    properties = {
      DemoAgency.IN_DATABASE,
      "camunda.client.enabled=false",
      "camel.main.routes-include-pattern=false"
    })
public @interface WorkersTest {

  /** Not a component, so the application's own scan passes it by. */
  @EnableAutoConfiguration
  @AutoConfigurationPackage(basePackages = "com.ailuxe")
  @ComponentScan(
      basePackages = {
        "com.ailuxe.agency",
        "com.ailuxe.board",
        "com.ailuxe.booking",
        "com.ailuxe.concierge",
        "com.ailuxe.contact",
        "com.ailuxe.contract",
        "com.ailuxe.conversation",
        "com.ailuxe.replicas",
        "com.ailuxe.journey.booking",
        "com.ailuxe.journey.bookingdesk",
        "com.ailuxe.journey.clientturn",
        "com.ailuxe.journey.contract",
        "com.ailuxe.journey.form",
        "com.ailuxe.journey.newbooking",
        "com.ailuxe.journey.notice",
        "com.ailuxe.journey.party",
        "com.ailuxe.journey.pricing",
        "com.ailuxe.journey.promise",
        "com.ailuxe.journey.reminders",
        "com.ailuxe.tasks",
        "com.ailuxe.journey.unknownsend",
        "com.ailuxe.reminder",
        "com.ailuxe.rendering",
        "com.ailuxe.staff",
        "com.ailuxe.talent"
      },
      excludeFilters = {
        @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
        @Filter(type = FilterType.REGEX, pattern = ".*Test\\$.*"),
        @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = StaffSessions.class)
      })
  @ConfigurationPropertiesScan({
    "com.ailuxe.booking",
    "com.ailuxe.contract",
    "com.ailuxe.conversation",
    "com.ailuxe.tasks",
    "com.ailuxe.reminder",
    "com.ailuxe.staff"
  })
  @EnableConfigurationProperties(JourneyProperties.class)
  @Import({
    BookingDesk.class,
    CancellationRules.class,
    DecisionNames.class,
    FakeUserTasks.class,
    Given.class
  })
  class Workers {
    @Bean
    TestClock clock() {
      return new TestClock();
    }

    @Bean
    Decisions decisions() {
      return new ModelDecisions();
    }
  }
}
