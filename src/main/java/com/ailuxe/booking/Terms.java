package com.ailuxe.booking;

import com.ailuxe.shared.Money;
import com.ailuxe.talent.TalentId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that a held or confirmed booking is about. */
record Terms(
    TalentId talent,
    Slot slot,
    @Nullable String place,
    @Nullable Integer guests,
    @Nullable Money budget) {

  /** Whether another person or another time is wanted: that needs a person's approval again. */
  boolean needsApprovalAfter(Terms before) {
    return !talent.equals(before.talent) || !slot.equals(before.slot);
  }

  /** Whether the price may be another one. */
  boolean needsPriceAfter(Terms before) {
    return needsApprovalAfter(before) || !Objects.equals(guests, before.guests);
  }
}
