package com.ailuxe.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.Answers.RETURNS_SELF;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.ailuxe.conversation.TurnNotBegun;
import com.ailuxe.rendering.TemplateKind;
import com.ailuxe.rendering.Templates;
import com.ailuxe.shared.ConversationId;
import io.camunda.client.annotation.value.JobWorkerValue;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.FailJobCommandStep1;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.FailJobResponse;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.exception.CamundaError;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy.ExceptionHandlingContext;
import io.camunda.client.metrics.MetricsRecorder;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentCaptor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

class FailedJobsTests {
  private final JobClient jobs = mock(JobClient.class, RETURNS_DEEP_STUBS);
  private final ActivatedJob job = mock(ActivatedJob.class);
  private final FailJobCommandStep1 first = mock(FailJobCommandStep1.class);
  private final FailJobCommandStep1.FailJobCommandStep2 fail =
      mock(FailJobCommandStep1.FailJobCommandStep2.class, RETURNS_SELF);

  @SuppressWarnings("unchecked")
  private final CamundaFuture<FailJobResponse> answer =
      mock(CamundaFuture.class, RETURNS_DEEP_STUBS);

  private final ApplicationEventPublisher events = mock(ApplicationEventPublisher.class);

  private final FailedJobs failedJobs =
      new FailedJobs(
          mock(CommandExceptionHandlingStrategy.class), mock(MetricsRecorder.class), events);

  @ParameterizedTest
  @CsvSource({"3, PT2S", "2, PT10S", "1, PT50S", "7, PT2S"})
  void eachTryWaitsFiveTimesLonger(int retriesLeft, Duration pause) {
    assertThat(FailedJobs.pause(retriesLeft)).isEqualTo(pause);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        arguments(new DataAccessResourceFailureException("down"), IncidentType.DATABASE_AWAY, 2),
        arguments(new CannotCreateTransactionException("down"), IncidentType.DATABASE_AWAY, 2),
        arguments(new OptimisticLockingFailureException("late"), IncidentType.DATABASE_AWAY, 2),
        arguments(
            new UncategorizedSQLException("q", null, new SQLException("stopped", "57P01")),
            IncidentType.DATABASE_AWAY,
            2),
        arguments(
            new JobFailed(IncidentType.CASE_OVERTAKEN, "called off"),
            IncidentType.CASE_OVERTAKEN,
            2),
        arguments(new IOException("Ada is away"), IncidentType.UNFORESEEN, 2),
        arguments(
            catchException(
                () -> new Templates().render(TemplateKind.STAFF, "gone", Locale.ENGLISH, Map.of())),
            IncidentType.TEMPLATE_BROKEN,
            0),
        arguments(new NoSuchElementException("No turn 7"), IncidentType.DATA_MISSING, 0),
        arguments(new IllegalStateException("Ada"), IncidentType.PROGRAM_ERROR, 0),
        arguments(new NullPointerException("Ada"), IncidentType.PROGRAM_ERROR, 0),
        arguments(new DataIntegrityViolationException("Ada"), IncidentType.PROGRAM_ERROR, 0),
        arguments(
            new JobFailed(IncidentType.MODEL_MISMATCH, "no header"),
            IncidentType.MODEL_MISMATCH,
            0));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureReachesTheEngineWithItsCodeAndWithoutPeoplesData(
      Exception failure, IncidentType type, int retries) throws Exception {
    given(3);

    failedJobs.handleException(failure, context());

    verify(first).retries(retries);
    verify(fail).retryBackoff(Duration.ofSeconds(2));
    assertThat(reason())
        .startsWith(type + ": ")
        .contains("job 41", "bookingId 6b1f")
        .doesNotContain("Ada", "\n", "com.ailuxe", "\tat ");
  }

  @Test
  void aConversationWhoseBeginningFailsIsAnnounced() throws Exception {
    var id = UUID.randomUUID();
    given(3);
    when(job.getType()).thenReturn(JobTypes.COLLECT_TURN);
    when(job.getVariablesAsMap()).thenReturn(Map.of("conversationId", id.toString()));

    failedJobs.handleException(new CannotCreateTransactionException("down"), context());
    verify(events, never()).publishEvent(any());
    failedJobs.handleException(new IllegalStateException("Ada"), context());

    verify(events).publishEvent(new TurnNotBegun(new ConversationId(id)));
  }

  @Test
  void aJobThatNamesNoConversationFailsAsAnyOther() throws Exception {
    given(3);
    when(job.getType()).thenReturn(JobTypes.COLLECT_TURN);
    when(job.getVariablesAsMap()).thenReturn(Map.of("conversationId", "{{x}}"));

    failedJobs.handleException(new IllegalStateException("Ada"), context());

    verify(events, never()).publishEvent(any());
    verify(first).retries(0);
  }

  @Test
  void theLastTryLeavesNone() throws Exception {
    given(1);

    failedJobs.handleException(new DataAccessResourceFailureException("down"), context());

    verify(first).retries(0);
  }

  @Test
  void anErrorOfTheModelIsThrownAndNotFailed() throws Exception {
    given(3);

    failedJobs.handleException(CamundaError.bpmnError("SLOT_TAKEN", "taken"), context());

    verify(jobs).newThrowErrorCommand(41L);
    verify(jobs, never()).newFailCommand(job);
  }

  private void given(int retries) {
    when(job.getKey()).thenReturn(41L);
    when(job.getRetries()).thenReturn(retries);
    when(job.getType()).thenReturn("a.job");
    when(job.getVariablesAsMap()).thenReturn(Map.of("bookingId", "6b1f", "contactName", "Ada"));
    doReturn(first).when(jobs).newFailCommand(job);
    when(first.retries(anyInt())).thenReturn(fail);
    when(fail.send()).thenReturn(answer);
  }

  private ExceptionHandlingContext context() {
    var worker = new JobWorkerValue();
    worker.setMaxRetries(0);
    return new ExceptionHandlingContext(jobs, job, worker);
  }

  private String reason() {
    var text = ArgumentCaptor.forClass(String.class);
    verify(fail).errorMessage(text.capture());
    return text.getValue();
  }
}
