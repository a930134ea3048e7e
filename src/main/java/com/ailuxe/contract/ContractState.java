package com.ailuxe.contract;

/** How far a contract got. */
public enum ContractState {
  /** Has its number and its file. */
  ISSUED,
  /** On its way to the contact, whose answer is awaited; how far, the outbox knows. */
  SENT,
  ACCEPTED,
  DECLINED;

  boolean isAnswered() {
    return this == ACCEPTED || this == DECLINED;
  }
}
