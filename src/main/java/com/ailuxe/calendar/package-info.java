/** Keeps a calendar of what is confirmed; the only home of iCalendar. */
@ApplicationModule(allowedDependencies = {"shared", "agency", "booking", "rendering", "staff"})
@NullMarked
package com.ailuxe.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
