package com.ailuxe.journey;

import io.camunda.client.exception.CamundaError;
import io.camunda.client.exception.JobError;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.DefaultJobExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * What becomes of a job that threw: a technical failure is tried again with growing pauses, a bug
 * becomes an incident at once, and both say in Operate what happened and what to do.
 */
@Component
class FailedJobs implements JobExceptionHandlingStrategy {
  private static final Logger LOG = LoggerFactory.getLogger(FailedJobs.class);
  private static final int MAX_RETRIES = 3;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  private final DefaultJobExceptionHandlingStrategy commands;

  FailedJobs(CommandExceptionHandlingStrategy commandErrors, MetricsRecorder metrics) {
    this.commands = new DefaultJobExceptionHandlingStrategy(commandErrors, metrics);
  }

  @Override
  public void handleException(Exception exception, ExceptionHandlingContext context)
      throws Exception {
    if (exception instanceof CamundaError) {
      commands.handleException(exception, context);
      return;
    }
    var job = context.job();
    LOG.warn("Job {} of type {} failed", job.getKey(), job.getType(), exception);
    var bug = isBug(exception);
    var retries = bug ? 0 : Math.max(0, job.getRetries() - 1);
    commands.handleException(
        new JobError(
            sentence(exception, bug), Map.of(), retries, pause(job.getRetries()), exception),
        context);
  }

  /** Five times longer after each try: 2 s, 10 s, 50 s. */
  static Duration pause(int retriesLeft) {
    var triesBefore = Math.clamp(MAX_RETRIES - retriesLeft, 0, MAX_RETRIES);
    return FIRST_PAUSE.multipliedBy((long) Math.pow(5, triesBefore));
  }

  static boolean isBug(Exception exception) {
    return exception instanceof IllegalArgumentException
        || exception instanceof IllegalStateException
        || exception instanceof NullPointerException
        || exception instanceof ClassCastException
        || exception instanceof DataIntegrityViolationException;
  }

  private static String sentence(Exception exception, boolean bug) {
    var advice =
        bug
            ? "This does not heal by itself: tell the developers, then retry the job here."
            : "It was tried again with pauses. Check the database and the providers, then retry"
                + " the job here.";
    return exception.getClass().getSimpleName() + ": " + exception.getMessage() + ". " + advice;
  }
}
