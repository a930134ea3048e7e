package com.ailuxe.booking;

import com.ailuxe.TestClock;
import com.ailuxe.WithJackson2;
import com.ailuxe.local.WithPostgres;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.jpa.test.autoconfigure.AutoConfigureDataJpa;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * The modules from agency to reminder on a real PostgreSQL, with a clock that a test moves. All
 * tests share one context and one database, so each one makes an agency of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithPostgres
@SpringBootTest(classes = BookingDatabaseTest.Modules.class, webEnvironment = WebEnvironment.NONE)
@AutoConfigureDataJpa
public @interface BookingDatabaseTest {

  /**
   * Nothing of the channels, the path and the concierge is started. Not a component, so the
   * application's own scan passes it by.
   */
  @ComponentScan({
    "com.ailuxe.agency",
    "com.ailuxe.contact",
    "com.ailuxe.conversation",
    "com.ailuxe.replicas",
    "com.ailuxe.talent",
    "com.ailuxe.booking",
    "com.ailuxe.reminder"
  })
  @EntityScan({
    "com.ailuxe.agency",
    "com.ailuxe.contact",
    "com.ailuxe.conversation",
    "com.ailuxe.talent",
    "com.ailuxe.booking",
    "com.ailuxe.reminder"
  })
  @EnableJpaRepositories({
    "com.ailuxe.agency",
    "com.ailuxe.contact",
    "com.ailuxe.conversation",
    "com.ailuxe.talent",
    "com.ailuxe.booking",
    "com.ailuxe.reminder"
  })
  @ConfigurationPropertiesScan({"com.ailuxe.booking", "com.ailuxe.conversation"})
  @WithJackson2
  @Import({TestClock.class, Given.class, CommittedEvents.class})
  class Modules {}
}
