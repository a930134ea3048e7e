package com.ailuxe.concierge;

/** One thing a booking needs to be complete, in the order in which it is asked for. */
enum Detail {
  TALENT,
  DAY,
  START_TIME,
  END,
  PLACE,
  GUESTS,
  BUDGET
}
