package com.ailuxe.contract;

/** What became of an answer to a contract. */
public enum AnswerOutcome {
  /** This answer counts; said again when the same answer comes again. */
  RECORDED,
  /** An earlier answer accepted the contract; this one changed nothing. */
  ALREADY_ACCEPTED,
  /** An earlier answer declined the contract; this one changed nothing. */
  ALREADY_DECLINED,
  /** Another contract has taken its place; the answer changed nothing. */
  SUPERSEDED,
  /** The booking came to nothing before; the answer changed nothing. */
  WITHDRAWN,
  /** The time for an answer was over; the answer changed nothing. */
  EXPIRED,
  /** The contract is somebody else's, or there is none. */
  NOT_YOURS
}
