package com.ailuxe.booking;

/** The state of a wish to change a booking. */
enum ChangeState {
  /** Waits for a person's decision. */
  PROPOSED,
  APPLIED,
  DECLINED,
  /** It cannot be had. */
  REFUSED,
  /** The booking was that way already. */
  UNCHANGED,
  /** A newer wish took its place, or the booking ended before. */
  OUTDATED,
  /** Its time had passed before it was agreed to. */
  TOO_LATE
}
