package com.ailuxe.reminder;

/** Why a reminder does not go. */
public enum SkipReason {
  /** Its time was past when it was planned. */
  BOOKED_LATE("booked late"),
  OPTED_OUT("opted out"),
  CANCELLED("cancelled"),
  /** A plan for another time of the same booking took its place. */
  MOVED("moved"),
  /** The booking waits for an approval when the reminder is due. */
  NOT_CONFIRMED("not confirmed"),
  /** Its words were no longer true. */
  TOO_LATE("too late"),
  EVENT_BEGUN("event has begun");

  private final String text;

  SkipReason(String text) {
    this.text = text;
  }

  /** The reason as the ledger shows it. */
  public String text() {
    return text;
  }
}
