package com.ailuxe.journey;

import com.ailuxe.conversation.InboundMessageStored;
import com.ailuxe.conversation.Inbox;
import com.ailuxe.shared.MessageId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the engine that a contact wrote. There are more of these events than of all others, and
 * each is in the database as the message itself: what is open, not begun and not marked as
 * announced is announced again. So nothing more is stored for the event, and a message that is
 * begun with at once costs no mark.
 */
@Component
class MessageTriggers {
  /** So long a turn may take to begin before it is worth a mark that its message was announced. */
  static final Duration MARK_AFTER = Duration.ofSeconds(3);

  private record Announced(MessageId message, Instant at) {}

  private final Inbox inbox;
  private final Journey journey;
  private final JourneyProperties properties;
  private final Clock clock;
  private final Queue<Announced> announced = new ConcurrentLinkedQueue<>();

  MessageTriggers(Inbox inbox, Journey journey, JourneyProperties properties, Clock clock) {
    this.inbox = inbox;
    this.journey = journey;
    this.properties = properties;
    this.clock = clock;
  }

  @EventListener
  void on(InboundMessageStored stored) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            Thread.ofVirtual()
                .name("message-trigger")
                .start(() -> tell(stored, stored.messageId().toString()));
          }
        });
  }

  /**
   * Announces again what was never announced, and what was announced and nobody begins with; until
   * the engine does not take one. One too many finds nothing to answer and ends.
   *
   * @param atMost so many of each
   */
  void tellAgain(int atMost) {
    for (var stored : inbox.notAnnounced(ListenerFailures.ANNOUNCED_WITHIN, atMost)) {
      if (!tell(stored, stored.messageId().toString())) {
        return;
      }
    }
    var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    for (var stored : inbox.waiting(properties.sweepAfter(), atMost)) {
      if (!tell(stored, "sweep/" + stored.messageId() + "/" + minute)) {
        return;
      }
    }
  }

  @Scheduled(fixedDelayString = "PT1S")
  void markAnnounced() {
    var before = clock.instant().minus(MARK_AFTER);
    List<MessageId> due = new ArrayList<>();
    for (var next = announced.peek();
        next != null && !next.at.isAfter(before);
        next = announced.peek()) {
      due.add(announced.remove().message);
    }
    if (!due.isEmpty()) {
      inbox.announced(due);
    }
  }

  private boolean tell(InboundMessageStored stored, String triggerId) {
    try {
      journey.messageReceived(stored.conversationId(), triggerId);
    } catch (RuntimeException e) {
      ListenerFailures.say(e, MessageTriggers.class, stored);
      return false;
    }
    announced.add(new Announced(stored.messageId(), clock.instant()));
    return true;
  }
}
