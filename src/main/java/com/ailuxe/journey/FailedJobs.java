package com.ailuxe.journey;

import com.ailuxe.contract.ContractTampered;
import com.ailuxe.conversation.TurnNotBegun;
import com.ailuxe.rendering.NoFontForLetter;
import com.ailuxe.rendering.TemplateFailed;
import com.ailuxe.shared.ConversationId;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.BpmnError;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.CommandWrapper;
import io.camunda.client.jobhandling.DefaultJobExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * What becomes of a job that threw: what may heal by itself is tried again with growing pauses,
 * everything else is an incident at once. Operate gets one sentence of what happened and one of
 * what to do; the exception itself, which may tell of people, stays in the log.
 */
@Component
class FailedJobs implements JobExceptionHandlingStrategy {
  private static final Logger log = LoggerFactory.getLogger(FailedJobs.class);
  private static final int MAX_RETRIES = 3;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  /** Classes of SQL states: no connection, no resources, stopped by an operator. */
  private static final Set<String> AWAY = Set.of("08", "53", "57");

  /** The variables by which an operator finds what the case is about. */
  private static final List<String> IDS =
      List.of(
          "bookingId",
          "changeId",
          "contractId",
          "deskRequestId",
          "reminderId",
          "sendAttempt",
          "turnId",
          "conversationId");

  private final DefaultJobExceptionHandlingStrategy bpmnErrors;
  private final CommandExceptionHandlingStrategy commandErrors;
  private final MetricsRecorder metrics;
  private final ApplicationEventPublisher events;

  FailedJobs(
      CommandExceptionHandlingStrategy commandErrors,
      MetricsRecorder metrics,
      ApplicationEventPublisher events) {
    this.bpmnErrors = new DefaultJobExceptionHandlingStrategy(commandErrors, metrics);
    this.commandErrors = commandErrors;
    this.metrics = metrics;
    this.events = events;
  }

  @Override
  public void handleException(Exception exception, ExceptionHandlingContext context)
      throws Exception {
    if (exception instanceof BpmnError) {
      bpmnErrors.handleException(exception, context);
      return;
    }
    var job = context.job();
    var type = type(exception);
    log.warn("Job {} of type {} failed: {}", job.getKey(), job.getType(), type, exception);
    if (job.getType().equals(JobTypes.COLLECT_TURN) && type != IncidentType.DATABASE_AWAY) {
      notBegun(job);
    }
    var fail =
        context
            .jobClient()
            .newFailCommand(job)
            .retries(type.healsByItself() ? Math.max(0, job.getRetries() - 1) : 0)
            .retryBackoff(pause(job.getRetries()))
            .errorMessage(type.text(detail(exception, job)));
    new CommandWrapper(fail, job, commandErrors, metrics, MAX_RETRIES)
        .executeAsyncWithMetrics(
            MetricsRecorder.METRIC_NAME_JOB, MetricsRecorder.ACTION_FAILED, job.getType());
  }

  private void notBegun(ActivatedJob job) {
    try {
      if (job.getVariablesAsMap().get("conversationId") instanceof String id) {
        events.publishEvent(new TurnNotBegun(ConversationId.parse(id)));
      }
    } catch (IllegalArgumentException noConversation) {
      // then none stands still
    }
  }

  /** Five times longer after each try: 2 s, 10 s, 50 s. */
  static Duration pause(int retriesLeft) {
    var triesBefore = Math.clamp(MAX_RETRIES - retriesLeft, 0, MAX_RETRIES);
    return FIRST_PAUSE.multipliedBy((long) Math.pow(5, triesBefore));
  }

  static IncidentType type(Exception exception) {
    return switch (exception) {
      case JobFailed failed -> failed.type();
      case NoFontForLetter noFont -> IncidentType.CONTRACT_FONT;
      case TemplateFailed failed -> IncidentType.TEMPLATE_BROKEN;
      case ContractTampered tampered -> IncidentType.CONTRACT_CHANGED;
      case NoSuchElementException missing -> IncidentType.DATA_MISSING;
      default ->
          isDatabaseAway(exception)
              ? IncidentType.DATABASE_AWAY
              : isBug(exception) ? IncidentType.PROGRAM_ERROR : IncidentType.UNFORESEEN;
    };
  }

  private static boolean isDatabaseAway(Exception exception) {
    return exception instanceof TransientDataAccessException
        || exception instanceof RecoverableDataAccessException
        || exception instanceof DataAccessResourceFailureException
        || exception instanceof CannotCreateTransactionException
        || causes(exception)
            .filter(SQLException.class::isInstance)
            .map(cause -> ((SQLException) cause).getSQLState())
            .filter(Objects::nonNull)
            .anyMatch(state -> state.length() == 5 && AWAY.contains(state.substring(0, 2)));
  }

  private static Stream<Throwable> causes(Throwable exception) {
    return Stream.iterate(exception, Objects::nonNull, Throwable::getCause);
  }

  /** An error of the virtual machine arrives in an exception that says nothing of it. */
  private static Throwable thrown(Exception exception) {
    return causes(exception).filter(Error.class::isInstance).findFirst().orElse(exception);
  }

  private static boolean isBug(Exception exception) {
    return exception instanceof IllegalArgumentException
        || exception instanceof IllegalStateException
        || exception instanceof NullPointerException
        || exception instanceof ClassCastException
        || exception instanceof DataIntegrityViolationException;
  }

  /** Names the kind of the problem, with its message where that is one of ours and names nobody. */
  private static String detail(Exception exception, ActivatedJob job) {
    var problem =
        switch (exception) {
          case JobFailed failed -> failed.getMessage();
          case NoFontForLetter noFont -> noFont.getMessage();
          case ContractTampered tampered -> tampered.getMessage();
          case NoSuchElementException missing -> missing.getMessage();
          default -> thrown(exception).getClass().getSimpleName();
        };
    var variables = job.getVariablesAsMap();
    var ids =
        IDS.stream()
            .filter(id -> variables.get(id) != null)
            .map(id -> id + " " + variables.get(id));
    return Stream.concat(Stream.of(problem, "job " + job.getKey()), ids)
        .collect(Collectors.joining(", "));
  }
}
