package com.ailuxe.booking;

import java.time.Instant;
import java.util.List;

/** What became of the wish to hold a slot. */
public sealed interface HoldOutcome {
  /**
   * The slot is kept.
   *
   * @param endsAt the end of the event
   * @param expiresAt until when it is kept
   */
  record Held(Instant endsAt, Instant expiresAt) implements HoldOutcome {}

  /**
   * Somebody else was faster; the booking waits for other times or another talent.
   *
   * @param alternatives names of free talent of the same kind at that time
   */
  record SlotTaken(List<String> alternatives) implements HoldOutcome {
    public SlotTaken {
      alternatives = List.copyOf(alternatives);
    }
  }
}
