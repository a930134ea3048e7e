package com.ailuxe.local;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do when the data of an earlier version were kept, which the migrations of this one
 * do not fit. Found by Spring Boot through {@code spring.factories}.
 */
final class EarlierData extends AbstractFailureAnalyzer<FlywayValidateException> {
  private final BeanFactory beans;

  EarlierData(BeanFactory beans) {
    this.beans = beans;
  }

  /** Null outside of the local stack, where no data may be thrown away. */
  @Override
  protected @Nullable FailureAnalysis analyze(Throwable failure, FlywayValidateException cause) {
    var settings = beans.getBeanProvider(LocalStackSettings.class).getIfAvailable();
    return settings == null
        ? null
        : new FailureAnalysis(
            "The data in %s are of an earlier version, which this one does not continue."
                .formatted(settings.directory()),
            "Delete the folder %s and start again.".formatted(settings.directory()),
            cause);
  }
}
