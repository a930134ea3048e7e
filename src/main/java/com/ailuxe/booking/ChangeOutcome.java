package com.ailuxe.booking;

import java.util.List;

/** What became of a person's decision about a change. The first decision counts. */
public sealed interface ChangeOutcome {
  /** The booking is changed, its old slot is free. */
  record Applied() implements ChangeOutcome {}

  /** The booking stays as it was. */
  record Declined() implements ChangeOutcome {}

  /**
   * Somebody else has the new slot; the change still waits for a decision.
   *
   * @param alternatives names of free talent of the same kind at that time
   */
  record SlotTaken(List<String> alternatives) implements ChangeOutcome {
    public SlotTaken {
      alternatives = List.copyOf(alternatives);
    }
  }

  /**
   * The price cannot be agreed on like this; the change still waits for a decision.
   *
   * @param problem for the approver, in a sentence
   */
  record PriceRefused(String problem) implements ChangeOutcome {}

  /** The new time had passed when it was agreed to; the booking stays as it was. */
  record TooLate() implements ChangeOutcome {}

  /** A newer wish, or the end of the booking, has overtaken it. */
  record Outdated() implements ChangeOutcome {}
}
