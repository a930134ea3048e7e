package com.ailuxe.journey;

import com.ailuxe.conversation.Inbox;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Picks up what was accepted and not started: events that did not reach the engine, and messages
 * whose trigger got lost there. A trigger too many finds nothing to answer and ends.
 */
@Component
class Sweeper {
  private static final int CONVERSATIONS_PER_SWEEP = 200;
  private static final Duration PUBLICATION_AGE = Duration.ofSeconds(5);

  private final Inbox inbox;
  private final Journey journey;
  private final ModelDeployment models;
  private final IncompleteEventPublications publications;
  private final JourneyProperties properties;
  private final Clock clock;

  Sweeper(
      Inbox inbox,
      Journey journey,
      ModelDeployment models,
      IncompleteEventPublications publications,
      JourneyProperties properties,
      Clock clock) {
    this.inbox = inbox;
    this.journey = journey;
    this.models = models;
    this.publications = publications;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${ailuxe.journey.sweep-every:PT5S}")
  void sweep() {
    if (!models.isDeployed() || journey.isBusy()) {
      return;
    }
    publications.resubmitIncompletePublicationsOlderThan(PUBLICATION_AGE);
    var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    for (var waiting : inbox.waiting(properties.sweepAfter(), CONVERSATIONS_PER_SWEEP)) {
      journey.messageReceived(
          waiting.conversationId(), "sweep/" + waiting.messageId() + "/" + minute);
    }
  }
}
