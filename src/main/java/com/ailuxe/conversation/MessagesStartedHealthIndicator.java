package com.ailuxe.conversation;

import java.time.Clock;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Whether somebody begins to answer what was accepted. It is down while a message waits too long
 * for that: then the engine is away, refuses, or is overloaded. Messages are still taken, so it is
 * no part of readiness or liveness.
 */
@Component
class MessagesStartedHealthIndicator extends AbstractHealthIndicator {
  private final Ledger ledger;
  private final ConversationProperties properties;
  private final Clock clock;

  MessagesStartedHealthIndicator(Ledger ledger, ConversationProperties properties, Clock clock) {
    super("The oldest message that waits for an answer could not be read");
    this.ledger = ledger;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    var limit = clock.instant().minus(properties.startWithin());
    health.up().withDetail("startWithin", properties.startWithin());
    ledger
        .oldestNotStarted()
        .filter(receivedAt -> receivedAt.isBefore(limit))
        .ifPresent(receivedAt -> health.down().withDetail("waitsSince", receivedAt));
  }
}
