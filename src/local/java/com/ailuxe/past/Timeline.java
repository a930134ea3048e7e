package com.ailuxe.past;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * What happens, in the order in which it happens; what happens may bring more about. The present
 * cuts it off: what would come later is left to the real world.
 */
final class Timeline {
  /**
   * @param brings whether more may come of it
   */
  private record Step(Instant at, long number, Runnable deed, boolean brings) {}

  private final PriorityQueue<Step> steps =
      new PriorityQueue<>(Comparator.comparing(Step::at).thenComparing(Step::number));
  private long lastNumber;

  void at(Instant instant, Runnable deed) {
    steps.add(new Step(instant, ++lastNumber, deed, true));
  }

  /** Something of which nothing comes that would have to leave. */
  void quietlyAt(Instant instant, Runnable deed) {
    steps.add(new Step(instant, ++lastNumber, deed, false));
  }

  /**
   * @param before each deed, with its time
   * @param after each deed of which something may come
   */
  void runUntil(Instant present, Consumer<Instant> before, Runnable after) {
    for (var step = steps.poll();
        step != null && !step.at().isAfter(present);
        step = steps.poll()) {
      before.accept(step.at());
      step.deed().run();
      if (step.brings()) {
        after.run();
      }
    }
  }
}
