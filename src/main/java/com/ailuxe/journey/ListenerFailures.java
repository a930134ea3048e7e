package com.ailuxe.journey;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.stereotype.Component;

/**
 * A listener that failed is no error: its event stays in the database, and the {@link Sweeper}
 * tells it again. So it is one line of the log, not a stack for each event under load.
 */
@Component
class ListenerFailures implements AsyncConfigurer {
  /** Events that are older, and messages that nobody began with, were not announced. */
  static final Duration ANNOUNCED_WITHIN = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(ListenerFailures.class);

  private final BeanFactory beans;

  ListenerFailures(BeanFactory beans) {
    this.beans = beans;
  }

  /** The application's own, as without this class. */
  @Override
  public Executor getAsyncExecutor() {
    return beans.getBean(
        TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME, Executor.class);
  }

  @Override
  public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
    return ListenerFailures::say;
  }

  private static void say(Throwable failure, Method listener, Object... event) {
    say(failure, listener.getDeclaringClass(), Arrays.toString(event));
  }

  static void say(Throwable failure, Class<?> listener, Object event) {
    log.warn(
        "{} did not take {}: {}. It is announced again by itself after {} s, once the engine has room",
        listener.getSimpleName(),
        event,
        failure.toString().lines().findFirst().orElse(""),
        ANNOUNCED_WITHIN.toSeconds());
  }
}
