package com.ailuxe.concierge.reading;

/** One thing a booking needs to be complete, in the order in which it is asked for. */
public enum Detail {
  TALENT,
  DAY,
  START_TIME,
  END,
  PLACE,
  GUESTS,
  BUDGET
}
