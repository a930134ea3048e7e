package com.ailuxe.journey;

import io.camunda.client.spring.configuration.CamundaAutoConfiguration;
import io.camunda.client.spring.event.CamundaClientCreatedSpringEvent;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaSpringProcessTest;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A test of the path alone: everything in {@code bpmn/} is deployed to an engine, and the test
 * plays the workers. Starts no part of the application, so it needs no database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CamundaSpringProcessTest
@ExtendWith(PathCoverage.class)
@SpringBootTest(classes = ProcessTest.Path.class, webEnvironment = WebEnvironment.NONE)
@interface ProcessTest {

  /** Not a component, so the application's own scan passes it by. */
  @ImportAutoConfiguration({JacksonAutoConfiguration.class, CamundaAutoConfiguration.class})
  final class Path {
    private static final String PATH = "classpath*:/bpmn/*.*";
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(10);

    /** Not {@code @Deployment}, which deploys once more with every test that shares the context. */
    @EventListener
    void deploy(CamundaClientCreatedSpringEvent created) throws IOException {
      CamundaAssert.setAssertionInterval(LOOK_AGAIN_AFTER);
      var files = new PathMatchingResourcePatternResolver().getResources(PATH);
      var first = files[0];
      var deployment =
          created
              .getClient()
              .newDeployResourceCommand()
              .addResourceBytes(first.getContentAsByteArray(), first.getFilename());
      for (var file : List.of(files).subList(1, files.length)) {
        deployment.addResourceBytes(file.getContentAsByteArray(), file.getFilename());
      }
      deployment.send().join();
    }
  }
}
