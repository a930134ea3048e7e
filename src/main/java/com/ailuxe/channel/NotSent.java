package com.ailuxe.channel;

/** Ends a delivery before its message was sent, with the outcome to record. */
class NotSent extends RuntimeException {
  private final SendOutcome outcome;

  NotSent(SendOutcome outcome) {
    super(outcome.toString());
    this.outcome = outcome;
  }

  /** Read by the routes. */
  public SendOutcome outcome() {
    return outcome;
  }
}
