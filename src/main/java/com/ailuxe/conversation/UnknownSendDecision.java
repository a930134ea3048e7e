package com.ailuxe.conversation;

/** What a person decides about a send of unknown outcome. */
public enum UnknownSendDecision {
  /** The contact has it. Only as far as sent: what the provider still reports is not lost on it. */
  RECEIVED(DeliveryState.SENT, UnknownSendOutcome.RECEIVED, "message.confirmed", "confirmed by "),
  /** It goes once more, and the contact may get it twice. */
  SEND_AGAIN(
      DeliveryState.QUEUED,
      UnknownSendOutcome.QUEUED_AGAIN,
      "message.queued-again",
      "queued again by "),
  /** It does not go any more. */
  DROP(DeliveryState.WITHDRAWN, UnknownSendOutcome.DROPPED, "message.dropped", "dropped by ");

  private final DeliveryState state;
  private final UnknownSendOutcome outcome;
  private final String fact;
  private final String reason;

  UnknownSendDecision(DeliveryState state, UnknownSendOutcome outcome, String fact, String reason) {
    this.state = state;
    this.outcome = outcome;
    this.fact = fact;
    this.reason = reason;
  }

  /** The state of the message once the decision is carried out. */
  DeliveryState state() {
    return state;
  }

  UnknownSendOutcome outcome() {
    return outcome;
  }

  /** The fact that the audit trail has. */
  String fact() {
    return fact;
  }

  String reason(String actor) {
    return reason + actor;
  }
}
