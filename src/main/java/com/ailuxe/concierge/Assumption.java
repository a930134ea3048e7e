package com.ailuxe.concierge;

/** What was read one way though another way was possible; it is repeated to the contact. */
enum Assumption {
  EVENING_HOUR,
  DAYTIME_HOURS,
  MIDNIGHT_AFTER_THE_DAY,
  DAY_OR_MONTH_FIRST,
  WEEKDAY,
  CURRENCY,
  LARGER_NUMBER,
  ONE_OF_SEVERAL_AMOUNTS,
  CONTACT_ZONE,
  SPELLING
}
