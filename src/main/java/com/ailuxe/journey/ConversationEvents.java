package com.ailuxe.journey;

import com.ailuxe.conversation.MessagesWaiting;
import com.ailuxe.conversation.PromiseKept;
import com.ailuxe.conversation.PromiseMade;
import com.ailuxe.conversation.SendLeftUnknown;
import com.ailuxe.conversation.TurnOutdated;
import com.ailuxe.conversation.UnknownSendResolved;
import org.springframework.stereotype.Component;

/** Tells the engine what happens in conversations, except that a message came. */
@Component
class ConversationEvents {
  private final Journey journey;

  ConversationEvents(Journey journey) {
    this.journey = journey;
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
  void on(PromiseMade promise) {
    journey.promiseMade(promise.id(), promise.conversationId(), promise.dueAt());
  }

  @EngineListener
  void on(PromiseKept promise) {
    journey.promiseKept(promise.id());
  }

  @EngineListener
  void on(UnknownSendResolved resolved) {
    journey.unknownSendResolved(resolved.attempt());
  }
}
