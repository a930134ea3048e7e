package com.ailuxe.conversation;

import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.local.WithPostgres;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

/**
 * A test of the conversation module on a real PostgreSQL with the demo agency. The ledger balances
 * after each.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, verifyAutomatically = false)
@TestPropertySource(
    properties = {
      DemoAgency.IN_DATABASE,
      "camunda.client.enabled=false",
      "camel.main.routes-include-pattern=false"
    })
@WithPostgres
@Import(ConversationModuleTest.MovableClock.class)
@ExtendWith(LedgerBalances.class)
@interface ConversationModuleTest {

  @TestConfiguration(proxyBeanMethods = false)
  class MovableClock {
    @Bean
    TestClock clock() {
      return new TestClock();
    }

    @Bean
    CommittedSends committedSends() {
      return new CommittedSends();
    }
  }
}
