package com.ailuxe.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * One notice that a booking is to get.
 *
 * @param kind names it within the plan, for example 48h
 * @param before how long before the start it is due
 * @param template file stem of the message
 * @param until how long its words are true
 */
public record ReminderRule(String kind, Duration before, String template, Until until) {
  /** Until when a reminder that could not go yet may still go. */
  public enum Until {
    /**
     * It says "tomorrow" or the like: to the end of the day on which it is due, for the contact.
     */
    DAY,
    EVENT
  }

  public ReminderRule {
    if (kind.isBlank() || template.isBlank()) {
      throw new IllegalArgumentException("A reminder has a kind and a template");
    }
    if (!before.isPositive()) {
      throw new IllegalArgumentException("A reminder is due before the event: " + before);
    }
  }

  Instant usefulUntil(Instant due, ZoneId contact, Instant event) {
    var endOfDay = due.atZone(contact).toLocalDate().plusDays(1).atStartOfDay(contact).toInstant();
    return until == Until.DAY && endOfDay.isBefore(event) ? endOfDay : event;
  }
}
