package com.ailuxe.journey;

import com.ailuxe.conversation.InboundMessageStored;
import com.ailuxe.conversation.MessagesWaiting;
import com.ailuxe.conversation.SendLeftUnknown;
import com.ailuxe.conversation.TurnOutdated;
import com.ailuxe.conversation.UnknownSendResolved;
import org.springframework.stereotype.Component;

/** Tells the engine what happens in conversations. */
@Component
class ConversationEvents {
  private final Journey journey;

  ConversationEvents(Journey journey) {
    this.journey = journey;
  }

  @EngineListener
  void on(InboundMessageStored stored) {
    journey.messageReceived(stored.conversationId(), stored.messageId().toString());
  }

  @EngineListener
  void on(MessagesWaiting waiting) {
    journey.messageReceived(waiting.conversationId(), "after/" + waiting.endedTurnId());
  }

  /** Whatever waits for the contact starts over with what is still open, as when one writes. */
  @EngineListener
  void on(TurnOutdated turn) {
    journey.messageReceived(
        turn.conversationId(), "outdated/" + turn.conversationId() + "/" + turn.cause());
  }

  @EngineListener
  void on(SendLeftUnknown send) {
    journey.sendLeftUnknown(send.conversationId(), send.attempt());
  }

  @EngineListener
  void on(UnknownSendResolved resolved) {
    journey.unknownSendResolved(resolved.attempt());
  }
}
