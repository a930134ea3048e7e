package com.ailuxe.reminder;

import java.time.Duration;

/**
 * One notice that a booking is to get.
 *
 * @param kind names it within the plan, for example 48h
 * @param before how long before the start it is due
 * @param template file stem of the message
 */
public record ReminderRule(String kind, Duration before, String template) {
  public ReminderRule {
    if (kind.isBlank() || template.isBlank()) {
      throw new IllegalArgumentException("A reminder has a kind and a template");
    }
    if (!before.isPositive()) {
      throw new IllegalArgumentException("A reminder is due before the event: " + before);
    }
  }
}
