package com.ailuxe.journey;

import com.ailuxe.conversation.Inbox;
import com.ailuxe.conversation.UnknownSends;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Picks up what was accepted and not started: events that did not reach the engine, messages whose
 * trigger got lost there, and sends left unknown that have no case. A trigger too many finds
 * nothing to answer and ends.
 */
@Component
class Sweeper {
  private static final int AT_ONCE = 200;

  /** Events that are older were not told. */
  static final Duration PUBLICATION_AGE = Duration.ofSeconds(5);

  private final Inbox inbox;
  private final UnknownSends unknownSends;
  private final Journey journey;
  private final ModelDeployment models;
  private final IncompleteEventPublications publications;
  private final JourneyProperties properties;
  private final Clock clock;

  Sweeper(
      Inbox inbox,
      UnknownSends unknownSends,
      Journey journey,
      ModelDeployment models,
      IncompleteEventPublications publications,
      JourneyProperties properties,
      Clock clock) {
    this.inbox = inbox;
    this.unknownSends = unknownSends;
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
    unknownSends.tellOfUntold(AT_ONCE);
    var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    for (var waiting : inbox.waiting(properties.sweepAfter(), AT_ONCE)) {
      journey.messageReceived(
          waiting.conversationId(), "sweep/" + waiting.messageId() + "/" + minute);
    }
  }
}
