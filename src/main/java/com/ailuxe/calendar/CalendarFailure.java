package com.ailuxe.calendar;

/** The calendar did not take an entry. */
final class CalendarFailure extends RuntimeException {
  private final boolean refusal;

  /**
   * @param refusal whether the calendar answered that it will not, so that time alone heals nothing
   */
  CalendarFailure(String message, boolean refusal) {
    super(message);
    this.refusal = refusal;
  }

  /** There was no answer; the message is for staff, the cause for the log. */
  CalendarFailure(String message, Exception cause) {
    super(message, cause);
    this.refusal = false;
  }

  boolean isRefusal() {
    return refusal;
  }
}
