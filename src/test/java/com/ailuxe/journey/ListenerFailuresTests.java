package com.ailuxe.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ailuxe.conversation.InboundMessageStored;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

@Isolated("Nobody else writes into the log meanwhile")
@ExtendWith(OutputCaptureExtension.class)
class ListenerFailuresTests {
  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  TaskExecutionAutoConfiguration.class, TaskSchedulingAutoConfiguration.class))
          .withPropertyValues("spring.threads.virtual.enabled=true")
          .withUserConfiguration(Asynchronous.class, ListenerFailures.class)
          .withBean(Listener.class);

  @Configuration(proxyBeanMethods = false)
  @EnableAsync
  @EnableScheduling
  static class Asynchronous {}

  static class Listener {
    @Async
    void on(InboundMessageStored event) {
      throw new IllegalStateException("The engine is busy: " + Thread.currentThread().isVirtual());
    }
  }

  @Test
  void aFailureIsOneLineThatSaysWhatHappensNext(CapturedOutput log) {
    var message = MessageId.next();
    application.run(
        context -> {
          var listener = context.getBean(Listener.class);
          listener.on(new InboundMessageStored(ConversationId.random(), message));

          await().until(() -> log.getOut().contains("announced again"));
        });

    assertThat(log.getOut().lines().filter(line -> line.contains(message.toString())))
        .singleElement()
        .asString()
        .contains(
            "WARN",
            "Listener did not take",
            "The engine is busy: true",
            "again by itself after 5 s");
    assertThat(log.getOut()).doesNotContain("ERROR", "\tat ");
  }
}
