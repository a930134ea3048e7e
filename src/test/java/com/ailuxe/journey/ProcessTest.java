package com.ailuxe.journey;

import com.ailuxe.WithJackson2;
import com.ailuxe.inmemory.InMemoryCamunda;
import io.camunda.client.spring.configuration.CamundaAutoConfiguration;
import io.camunda.client.spring.event.CamundaClientCreatedSpringEvent;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaSpringProcessTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.event.EventListener;

/**
 * A test of the path alone: everything in {@code bpmn/} is deployed to an engine, and the test
 * plays the workers. Starts no part of the application, so it needs no database.
 */
@Tag("engine")
@ResourceLock("engine")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CamundaSpringProcessTest
@ExtendWith({PathCoverage.class, NoLeftovers.class})
@SpringBootTest(classes = ProcessTest.Path.class, webEnvironment = WebEnvironment.NONE)
@interface ProcessTest {

  /** Not a component, so the application's own scan passes it by. */
  @WithJackson2
  @ImportAutoConfiguration(CamundaAutoConfiguration.class)
  final class Path {
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(10);

    /** Not {@code @Deployment}, which deploys once more with every test that shares the context. */
    @EventListener
    void deploy(CamundaClientCreatedSpringEvent created) {
      CamundaAssert.setAssertionInterval(LOOK_AGAIN_AFTER);
      InMemoryCamunda.deployOnce(
          () -> ModelDeployment.deploy(created.getClient(), ModelDeployment.models()));
    }
  }
}
