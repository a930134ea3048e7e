package com.ailuxe.inmemory;

import io.camunda.process.test.api.CamundaSpringProcessTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Points every {@link CamundaSpringProcessTest} at the in-memory Camunda, so that no test names it.
 * Listed in {@code spring.factories}.
 */
public final class InMemoryRuntime implements ContextCustomizerFactory {
  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
    var processTest =
        TestContextAnnotationUtils.hasAnnotation(testClass, CamundaSpringProcessTest.class);
    return processTest && InMemoryCamunda.isEnabled() ? new RemoteAddresses() : null;
  }

  /** A record, so that equal test contexts stay equal and are cached as one. */
  private record RemoteAddresses() implements ContextCustomizer {
    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
      var camunda = InMemoryCamunda.shared();
      var remote = "camunda.process-test.remote.";
      TestPropertyValues.of(
              "camunda.process-test.runtime-mode=remote",
              remote + "camunda-monitoring-api-address=" + camunda.restAddress(),
              remote + "client.rest-address=" + camunda.restAddress(),
              remote + "client.grpc-address=" + camunda.grpcAddress())
          .applyTo(context);
    }
  }
}
