package com.ailuxe.booking;

import java.util.List;

/** What became of a person's decision. The first decision counts. */
public sealed interface DecisionOutcome {
  record Confirmed() implements DecisionOutcome {}

  record Declined() implements DecisionOutcome {}

  /** The booking was called off before anybody decided. */
  record Overtaken() implements DecisionOutcome {}

  /**
   * The price cannot be agreed on like this; the booking still waits for a decision.
   *
   * @param problem for the approver, in a sentence
   */
  record PriceRefused(String problem) implements DecisionOutcome {}

  /**
   * The hold had run out and somebody else has the slot; the booking still waits for a decision.
   *
   * @param alternatives names of free talent of the same kind at that time
   */
  record SlotTaken(List<String> alternatives) implements DecisionOutcome {
    public SlotTaken {
      alternatives = List.copyOf(alternatives);
    }
  }
}
