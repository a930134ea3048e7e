package com.ailuxe.calendar;

/** Where people look up what is agreed with a talent. Both verbs may come twice. */
interface TalentCalendar {
  /**
   * Shows the entry as it is now, in place of what was under its uid.
   *
   * @throws CalendarFailure when that is not known to be done
   */
  void put(CalendarEntry entry);

  /**
   * Shows nothing under the entry's uid any more.
   *
   * @throws CalendarFailure when that is not known to be done
   */
  void remove(CalendarEntry entry);
}
