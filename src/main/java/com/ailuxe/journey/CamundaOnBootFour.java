package com.ailuxe.journey;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Keeps out the one configuration of Camunda's starter that refers to classes that Spring Boot 4
 * has elsewhere; {@link EngineObservation} does its work. Found by {@code
 * META-INF/spring.factories}, as no property excludes what a starter imports itself.
 */
class CamundaOnBootFour implements AutoConfigurationImportFilter {
  private static final String BUILT_FOR_BOOT_3 =
      "io.camunda.client.spring.configuration.CamundaActuatorConfiguration";

  @Override
  public boolean[] match(
      @Nullable String[] autoConfigurationClasses, AutoConfigurationMetadata metadata) {
    var match = new boolean[autoConfigurationClasses.length];
    for (var i = 0; i < match.length; i++) {
      match[i] = !BUILT_FOR_BOOT_3.equals(autoConfigurationClasses[i]);
    }
    return match;
  }
}
