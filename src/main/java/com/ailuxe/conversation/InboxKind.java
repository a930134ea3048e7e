package com.ailuxe.conversation;

/** What an event of a provider is about. */
enum InboxKind {
  /** A contact wrote, or sent something. */
  MESSAGE,
  /** A person of the agency wrote on the business phone. */
  ECHO,
  /** How far a message of ours got. */
  STATUS,
  /** The contact stops what is not asked for, or wants it again. */
  CONSENT,
  /** What was written says something else now. */
  EDIT,
  /** What was written is gone from the phone. */
  TAKEN_BACK,
  /** What concerns no conversation. */
  OTHER
}
