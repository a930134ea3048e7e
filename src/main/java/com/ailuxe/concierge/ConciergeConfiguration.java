package com.ailuxe.concierge;

import com.ailuxe.concierge.model.DraftPrompt;
import com.ailuxe.concierge.model.LanguageModel;
import com.ailuxe.concierge.model.LanguageModelConcierge;
import com.ailuxe.concierge.reading.Tables;
import com.ailuxe.concierge.rules.NameTaker;
import com.ailuxe.concierge.rules.RuleBasedConcierge;
import com.ailuxe.rendering.Templates;
import io.micrometer.observation.ObservationRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses who drafts the answers: a language model where one is configured, else the rules. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConciergeProperties.class)
public class ConciergeConfiguration {
  private static final Logger log = LoggerFactory.getLogger(ConciergeConfiguration.class);

  @Bean
  Concierge concierge(
      ConciergeProperties properties,
      Templates templates,
      ObjectProvider<ObservationRegistry> observations) {
    return concierge(
        properties, templates, observations.getIfAvailable(() -> ObservationRegistry.NOOP));
  }

  public static Concierge concierge(
      ConciergeProperties properties, Templates templates, ObservationRegistry observations) {
    Tables.readAll();
    var baseUrl = properties.baseUrl();
    var model = properties.model();
    if (baseUrl == null || model == null) {
      log.info("Concierge: built-in rules, as no language model is configured");
      return new NameTaker(new RuleBasedConcierge(templates), templates);
    }
    log.info("Concierge: {}", properties);
    return new LanguageModelConcierge(
        LanguageModel.client(properties, baseUrl, model, observations),
        new DraftPrompt(templates),
        properties.timeout(),
        properties.apiKey());
  }
}
