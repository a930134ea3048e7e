package com.ailuxe.contract;

/** What became of an answer to a contract. */
public enum AnswerOutcome {
  /** This answer counts; said again when the same answer comes again. */
  RECORDED,
  /** An earlier answer accepted the contract; this one changed nothing. */
  ALREADY_ACCEPTED,
  /** An earlier answer declined the contract; this one changed nothing. */
  ALREADY_DECLINED,
  /** The contract is somebody else's. */
  NOT_YOURS
}
