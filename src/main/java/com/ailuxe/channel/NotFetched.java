package com.ailuxe.channel;

/** Ends the fetching of a file before there was one, with the outcome to record. */
class NotFetched extends RuntimeException {
  private final MediaOutcome outcome;

  NotFetched(MediaOutcome outcome) {
    super(outcome.toString());
    this.outcome = outcome;
  }

  /** Read by the routes. */
  public MediaOutcome outcome() {
    return outcome;
  }
}
