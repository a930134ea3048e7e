package com.ailuxe.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.Answers.RETURNS_SELF;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.ailuxe.conversation.SendAttempt;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.PublishMessageCommandStep1.PublishMessageCommandStep3;
import io.camunda.client.api.response.PublishMessageResponse;
import io.grpc.Status;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JourneyTests {
  private static final int FACTS = 40;
  static final JourneyProperties PROPERTIES =
      new JourneyProperties(
          Duration.ZERO,
          Duration.ZERO,
          Duration.ofMinutes(1),
          Duration.ofMinutes(1),
          Duration.ofMinutes(1),
          URI.create("http://localhost:8080"),
          ReviewMode.POLICY);

  private final CamundaClient engine = mock(RETURNS_DEEP_STUBS);
  private final PublishMessageCommandStep3 command = mock(RETURNS_SELF);
  private final Journey journey = new Journey(engine, mock(ModelDeployment.class), PROPERTIES);

  @BeforeEach
  void everyMessageGoesThroughOneCommand() {
    when(engine.newPublishMessageCommand().messageName(any()).correlationKey(any()))
        .thenReturn(command);
    when(command.variables(anyMap())).thenReturn(command);
  }

  @Test
  void factsBeyondWhatTheEngineTakesAtOnceWaitForTheirTurn() {
    var begun = new AtomicInteger();
    var engineAnswers = new CountDownLatch(1);
    when(command.send()).thenAnswer(call -> slowly(begun, engineAnswers));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var fact = 0; fact < FACTS; fact++) {
        var trigger = "message-" + fact;
        threads.execute(() -> journey.messageReceived(ConversationId.random(), trigger));
      }
      await().until(() -> begun.get() == 16 && journey.isBusy());
      engineAnswers.countDown();
    }

    assertThat(begun).hasValue(FACTS);
    assertThat(journey.isBusy()).isFalse();
  }

  @Test
  void oneTriggerThatWaitsIsEnoughForAConversation() {
    var begun = new AtomicInteger();
    var engineAnswers = new CountDownLatch(1);
    when(command.send()).thenAnswer(call -> slowly(begun, engineAnswers));
    var conversation = ConversationId.random();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var other = 0; other < 16; other++) {
        threads.execute(() -> journey.messageReceived(ConversationId.random(), "other"));
      }
      await().until(() -> begun.get() == 16);
      threads.execute(() -> journey.messageReceived(conversation, "first"));
      await().until(journey::isBusy);
      journey.messageReceived(conversation, "second");
      engineAnswers.countDown();
    }
    assertThat(begun).hasValue(17);

    journey.messageReceived(conversation, "third");
    assertThat(begun).hasValue(18);
  }

  @Test
  void anEngineThatIsBusyIsAskedAgain() {
    when(command.send())
        .thenThrow(refusal(Status.RESOURCE_EXHAUSTED), refusal(Status.RESOURCE_EXHAUSTED))
        .thenReturn(mock());

    journey.messageReceived(ConversationId.random(), "message");

    verify(command, times(3)).send();
  }

  @Test
  void aTriggerThatTheEngineKnowsIsReportedAndAnotherErrorIsNotHidden() {
    when(command.send())
        .thenThrow(refusal(Status.ALREADY_EXISTS), refusal(Status.INVALID_ARGUMENT));

    journey.messageReceived(ConversationId.random(), "known");
    assertThatThrownBy(() -> journey.messageReceived(ConversationId.random(), "wrong"))
        .isInstanceOf(ClientStatusException.class);
    verify(command, times(2)).send();
  }

  @Test
  void aSendThatLeftUnknownIsAnnouncedUnderItsAttempt() {
    when(command.send()).thenReturn(mock());
    var conversation = ConversationId.random();
    var attempt = new SendAttempt(MessageId.next(), 2);
    Object variables =
        Map.of("conversationId", conversation.toString(), "sendAttempt", attempt.toString());

    journey.sendLeftUnknown(conversation, attempt);
    verify(command).messageId("unknown/" + attempt);
    verify(command).variables(variables);

    journey.unknownSendResolved(attempt);
    verify(command).messageId("resolved/" + attempt);
  }

  private static ClientStatusException refusal(Status status) {
    return new ClientStatusException(status, status.asRuntimeException());
  }

  private static CamundaFuture<PublishMessageResponse> slowly(
      AtomicInteger begun, CountDownLatch engineAnswers) throws InterruptedException {
    begun.incrementAndGet();
    engineAnswers.await();
    return mock();
  }
}
