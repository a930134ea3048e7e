package com.ailuxe.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import com.ailuxe.TestClock;
import com.ailuxe.conversation.InboundMessageStored;
import com.ailuxe.conversation.Inbox;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
class MessageTriggersTests {
  private static final Duration SWEEP_AFTER = Duration.ofMinutes(1);

  private final Inbox inbox = mock();
  private final Journey journey = mock();
  private final TestClock clock = new TestClock();
  private final MessageTriggers triggers =
      new MessageTriggers(
          inbox,
          journey,
          new JourneyProperties(
              Duration.ZERO,
              Duration.ZERO,
              Duration.ZERO,
              SWEEP_AFTER,
              Duration.ZERO,
              URI.create("http://staff"),
              ReviewMode.POLICY),
          clock);

  @Test
  void theEngineIsToldAfterTheCommitOnly() {
    var stored = stored();
    TransactionSynchronizationManager.initSynchronization();
    try {
      triggers.on(stored);
      verifyNoInteractions(journey);
      TransactionSynchronizationManager.getSynchronizations()
          .forEach(TransactionSynchronization::afterCommit);
    } finally {
      TransactionSynchronizationManager.clearSynchronization();
    }

    await()
        .untilAsserted(
            () ->
                verify(journey)
                    .messageReceived(stored.conversationId(), stored.messageId().toString()));
  }

  @Test
  void whatWasNotAnnouncedIsAnnouncedUnderItsOwnName() {
    var waiting = stored();
    when(inbox.notAnnounced(ListenerFailures.ANNOUNCED_WITHIN, 200)).thenReturn(List.of(waiting));

    triggers.tellAgain(200);

    verify(journey).messageReceived(waiting.conversationId(), waiting.messageId().toString());
  }

  @Test
  void whatWasAnnouncedAndNobodyBeginsWithIsAnnouncedAnew() {
    var waiting = stored();
    when(inbox.waiting(SWEEP_AFTER, 200)).thenReturn(List.of(waiting));

    triggers.tellAgain(200);

    verify(journey)
        .messageReceived(
            eq(waiting.conversationId()), startsWith("sweep/" + waiting.messageId() + "/"));
  }

  @Test
  void anEngineThatDoesNotTakeOneIsNotAskedForTheOthers(CapturedOutput log) {
    var first = stored();
    when(inbox.notAnnounced(any(), anyInt())).thenReturn(List.of(first, stored()));
    when(inbox.waiting(any(), anyInt())).thenReturn(List.of(stored()));
    doThrow(new IllegalStateException("The engine is away\n  at length"))
        .when(journey)
        .messageReceived(any(), anyString());

    triggers.tellAgain(200);

    verify(journey).messageReceived(first.conversationId(), first.messageId().toString());
    verifyNoMoreInteractions(journey);
    assertThat(log.getOut().lines().filter(line -> line.contains("did not take")))
        .singleElement()
        .asString()
        .contains("WARN", first.messageId().toString(), "The engine is away", "announced again")
        .doesNotContain("at length");
  }

  @Test
  void whatWasAnnouncedIsMarkedWhenItHadTimeToBegin() {
    var waiting = stored();
    when(inbox.notAnnounced(any(), anyInt())).thenReturn(List.of(waiting));
    triggers.tellAgain(200);

    triggers.markAnnounced();
    verify(inbox, never()).announced(any());

    clock.advance(MessageTriggers.MARK_AFTER);
    triggers.markAnnounced();
    triggers.markAnnounced();
    verify(inbox).announced(List.of(waiting.messageId()));
  }

  @Test
  void whatTheEngineDidNotTakeIsNotMarked() {
    when(inbox.notAnnounced(any(), anyInt())).thenReturn(List.of(stored()));
    doThrow(IllegalStateException.class).when(journey).messageReceived(any(), anyString());
    triggers.tellAgain(200);

    clock.advance(MessageTriggers.MARK_AFTER);
    triggers.markAnnounced();

    verify(inbox, never()).announced(any());
  }

  private static InboundMessageStored stored() {
    return new InboundMessageStored(ConversationId.random(), MessageId.next());
  }
}
