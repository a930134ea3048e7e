package com.ailuxe.booking;

import java.util.List;

/** What became of a wish to change a booking. A request that comes again gets the same answer. */
public sealed interface ChangeReceipt {
  /** The booking is changed. */
  record Applied(ChangeId changeId) implements ChangeReceipt {}

  /** The booking stays as it is until a person has decided. */
  record Proposed(ChangeId changeId) implements ChangeReceipt {}

  /** The booking is that way already. */
  record Unchanged() implements ChangeReceipt {}

  /** The booking stays as it is. */
  record Refused(List<Refusal> reasons) implements ChangeReceipt {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
