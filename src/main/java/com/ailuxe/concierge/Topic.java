package com.ailuxe.concierge;

/** What words about a booking are about. */
enum Topic {
  TALENT,
  PLACE,
  TIME,
  GUESTS,
  BUDGET
}
