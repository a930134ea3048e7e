package com.ailuxe.past;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Somebody writes, and is answered a little later; until then the same person writes nothing else.
 */
@Component
class Talks {
  private static final Duration LATER = Duration.ofMinutes(9);

  private final Timeline timeline;
  private final Set<Person> waiting = new HashSet<>();

  Talks(Timeline timeline) {
    this.timeline = timeline;
  }

  /**
   * @param at when the person writes, or somewhat later while an answer is awaited
   * @param until how long the answer takes
   */
  void at(Instant at, Person person, Runnable writes, Duration until, Runnable answer) {
    timeline.at(
        at,
        () -> {
          if (!waiting.add(person)) {
            at(at.plus(LATER), person, writes, until, answer);
            return;
          }
          writes.run();
          timeline.at(
              at.plus(until),
              () -> {
                answer.run();
                waiting.remove(person);
              });
        });
  }
}
