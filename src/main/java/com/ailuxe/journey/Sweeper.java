package com.ailuxe.journey;

import com.ailuxe.conversation.Promises;
import com.ailuxe.conversation.UnknownSends;
import java.time.Duration;
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

  /** What was promised before that has its case, or had one. */
  private static final Duration CASE_AGE = Duration.ofMinutes(10);

  private final MessageTriggers triggers;
  private final UnknownSends unknownSends;
  private final Promises promises;
  private final Journey journey;
  private final ModelDeployment models;
  private final IncompleteEventPublications publications;

  Sweeper(
      MessageTriggers triggers,
      UnknownSends unknownSends,
      Promises promises,
      Journey journey,
      ModelDeployment models,
      IncompleteEventPublications publications) {
    this.triggers = triggers;
    this.unknownSends = unknownSends;
    this.promises = promises;
    this.journey = journey;
    this.models = models;
    this.publications = publications;
  }

  @Scheduled(fixedDelayString = "${ailuxe.journey.sweep-every:PT5S}")
  void sweep() {
    if (!models.isDeployed() || journey.isBusy()) {
      return;
    }
    publications.resubmitIncompletePublicationsOlderThan(ListenerFailures.ANNOUNCED_WITHIN);
    unknownSends.announceTheRest(AT_ONCE);
    triggers.tellAgain(AT_ONCE);
  }

  /** Whoever ends the case of a promise in Operate does not keep the promise. */
  @Scheduled(
      initialDelayString = "${ailuxe.journey.owed-every:PT5M}",
      fixedDelayString = "${ailuxe.journey.owed-every:PT5M}")
  void sweepPromises() {
    if (!models.isDeployed() || journey.isBusy()) {
      return;
    }
    promises
        .owedFor(CASE_AGE, AT_ONCE)
        .forEach(
            promise ->
                journey.promiseIsOwed(promise.id(), promise.conversationId(), promise.dueAt()));
  }
}
