package com.ailuxe.concierge.reading;

/** What words about a booking are about. */
public enum Topic {
  TALENT,
  PLACE,
  TIME,
  GUESTS,
  BUDGET
}
