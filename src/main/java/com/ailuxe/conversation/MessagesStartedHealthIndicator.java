package com.ailuxe.conversation;

import com.ailuxe.shared.ConversationId;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Whether somebody begins to answer what was accepted. It is down while messages wait too long for
 * that in general: then the engine is away, refuses, or is overloaded. Messages are still taken, so
 * it is no part of readiness or liveness. A conversation whose own turn does not go on or fails at
 * its beginning, as after an incident, is named and nothing else: nobody outside may turn the app's
 * health by it.
 */
@Component
class MessagesStartedHealthIndicator extends AbstractHealthIndicator {
  private final Ledger ledger;
  private final ConversationProperties properties;

  MessagesStartedHealthIndicator(Ledger ledger, ConversationProperties properties) {
    super("The oldest message that waits for an answer could not be read");
    this.ledger = ledger;
    this.properties = properties;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    var late = ledger.lateStarts();
    health
        .up()
        .withDetail("startWithin", properties.startWithin())
        .withDetail(
            "standingStill", late.standingStill().stream().map(ConversationId::toString).toList());
    late.waitsSince().ifPresent(receivedAt -> health.down().withDetail("waitsSince", receivedAt));
  }
}
