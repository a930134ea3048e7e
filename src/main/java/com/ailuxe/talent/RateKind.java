package com.ailuxe.talent;

/** What a rate is for. */
public enum RateKind {
  HOUR,
  DAY,
  /** The whole event, however long. */
  EVENT
}
