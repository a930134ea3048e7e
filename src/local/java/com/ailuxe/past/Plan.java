package com.ailuxe.past;

import com.ailuxe.shared.EventTime;
import java.time.Duration;
import java.time.Instant;

/**
 * What somebody wishes, and what is to come of it.
 *
 * @param number of the story, by which its words and its people are varied
 * @param talent by name
 * @param budget in whole euros
 * @param wishedAt when the contact writes
 * @param decidedAfter how long the approver takes
 * @param answeredAfter how long the contact takes for each contract
 * @param stops whether the contact wants no reminders once the contract is accepted
 */
record Plan(
    int number,
    Ending ending,
    Person person,
    String talent,
    EventTime start,
    EventTime end,
    int guests,
    String place,
    int budget,
    Instant wishedAt,
    Duration decidedAfter,
    Duration answeredAfter,
    boolean stops) {

  Plan by(Person whoever) {
    return new Plan(
        number,
        ending,
        whoever,
        talent,
        start,
        end,
        guests,
        place,
        budget,
        wishedAt,
        decidedAfter,
        answeredAfter,
        stops);
  }

  enum Ending {
    COMPLETED,
    /** Moved to another hour when it was confirmed, and then completed. */
    MOVED,
    CANCELLED_BY_CONTACT,
    /** Too late for nothing to be due. */
    CANCELLED_LATE,
    CANCELLED_BY_AGENCY,
    CANCELLED_BY_TALENT,
    DECLINED,
    /** Nobody decided while the slot was held. */
    HOLD_EXPIRED,
    CONTRACT_EXPIRED,
    CONTRACT_DECLINED,
    /** The details that were missing never came. */
    REQUEST_LAPSED,
    REQUEST_CANCELLED
  }
}
