package com.ailuxe.conversation;

/** What became of an event of a provider. */
enum InboxState {
  /** A message that waits for its answer; all others are settled. */
  OPEN,
  /** The answer is in the outbox, or what was asked for was carried out. */
  ANSWERED,
  /** A person answers. */
  HANDED_OVER,
  /** It needs no answer; the reason says why. */
  IGNORED,
  /** What an event that is no message says is taken into account. */
  APPLIED
}
