package com.ailuxe.conversation;

/** How a promise ends. */
public enum PromiseEnd {
  /** A person wrote to the contact. */
  ANSWERED,
  /** It was done in another way. */
  ELSEWHERE,
  /** A person decided that nothing is owed any more. */
  NOT_NEEDED,
  /** The words that made it did not reach the contact. */
  WITHDRAWN,
  /** What did not get to the contact is on its way after all. */
  SENT
}
