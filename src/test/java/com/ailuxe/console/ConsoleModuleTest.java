package com.ailuxe.console;

import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.journey.FakeUserTasks;
import com.ailuxe.journey.NoEngine;
import com.ailuxe.local.WithPostgres;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureTestRestTemplate;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

/** A test of what staff do over HTTP, on a real PostgreSQL with the demo agency. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(
    mode = BootstrapMode.ALL_DEPENDENCIES,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    extraIncludes = {"staff", "system"},
    verifyAutomatically = false)
@TestPropertySource(
    properties = {
      DemoAgency.IN_DATABASE,
      "camunda.client.enabled=false",
      "camel.main.routes-include-pattern=false",
      "management.server.port=0",
      "ailuxe.staff.sign-in.refusal-takes=0s",
      "ailuxe.staff.sign-in.address-per-minute=10000",
      "ailuxe.staff.sign-in.address-per-hour=10000",
      "ailuxe.tasks.poll-every=PT0.2S",
      "ailuxe.media.max-document=2KB",
      "spring.servlet.multipart.max-file-size=4KB"
    })
@AutoConfigureTestRestTemplate
@WithPostgres
@Import({ConsoleModuleTest.MovableClock.class, NoEngine.class})
@interface ConsoleModuleTest {

  @TestConfiguration(proxyBeanMethods = false)
  class MovableClock {
    @Bean
    TestClock clock() {
      return new TestClock();
    }

    @Bean
    FakeUserTasks engine() {
      return new FakeUserTasks();
    }
  }
}
