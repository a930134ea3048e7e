package com.ailuxe.contract;

/** How far a contract got. */
public enum ContractState {
  /** Has its number and its file. */
  ISSUED,
  /** It is on its way to the contact, whose answer is awaited; how far, the outbox knows. */
  SENT,
  ACCEPTED,
  DECLINED,
  /** What was agreed has changed, and another document says the new. */
  SUPERSEDED,
  /** The booking came to nothing. */
  WITHDRAWN,
  /** Nobody answered in time. */
  EXPIRED;

  /** Whether it binds, or will when it is accepted. */
  public boolean isInForce() {
    return this == ISSUED || this == SENT || this == ACCEPTED;
  }
}
