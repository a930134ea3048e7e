package com.ailuxe.agency;

import java.time.Duration;
import java.util.Set;

/**
 * A decision of which it is not known who made it.
 *
 * @param openFor how long it has been known that somebody decided
 * @param otherRounds the tasks of other decisions in the same place, which are not the one
 */
public record OpenDecision(
    DecisionId id, Actor.TaskCompleter completer, Duration openFor, Set<Long> otherRounds) {}
