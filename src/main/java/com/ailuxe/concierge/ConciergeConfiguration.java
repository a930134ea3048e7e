package com.ailuxe.concierge;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses who drafts the answers. */
@Configuration(proxyBeanMethods = false)
class ConciergeConfiguration {
  @Bean
  Concierge concierge() {
    return new RuleBasedConcierge();
  }
}
