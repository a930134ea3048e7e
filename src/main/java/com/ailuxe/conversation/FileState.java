package com.ailuxe.conversation;

/** How far a file of a message has got. */
public enum FileState {
  /** It is still with the provider, or waits for the virus scanner or the storage. */
  WAITING,
  STORED,
  /** We do not take it: too large, of another type than allowed or declared, or infected. */
  REFUSED,
  /** The provider does not give it out, or gave something else. */
  FAILED
}
