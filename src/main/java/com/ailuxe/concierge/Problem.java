package com.ailuxe.concierge;

/**
 * Something the contact wrote that cannot be so. The detail stays open and is asked for again.
 *
 * @param text what is wrong with it, as the contact may read it within a sentence
 */
record Problem(Kind kind, String text) {
  enum Kind {
    PAST,
    FAR_AWAY,
    NO_SUCH_DATE,
    WEEKDAY_MISMATCH,
    END_BEFORE_START,
    SEVERAL_DAYS,
    SEVERAL_TIMES,
    NO_GUESTS,
    TOO_MANY_GUESTS,
    IMPOSSIBLE_AMOUNT,
    RATE,
    SEVERAL_TALENTS,
    OTHER_TALENT
  }
}
