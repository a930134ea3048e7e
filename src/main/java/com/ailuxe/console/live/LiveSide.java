package com.ailuxe.console.live;

import com.ailuxe.console.frame.Moments.Moment;
import java.util.List;

/**
 * What stands beside a chat: who the contact is, and what is booked.
 *
 * @param facts of the contact, each with its name
 * @param topics whose news change this, as {@code data-news} takes them
 */
public record LiveSide(String contact, List<Fact> facts, List<Booking> bookings, String topics) {

  public record Fact(String name, String value) {}

  /**
   * @param kind of the tag of its state
   * @param steps of its way; none where it was called off
   */
  public record Booking(
      String reference,
      String state,
      String kind,
      List<Step> steps,
      List<Fact> facts,
      List<Reminder> reminders,
      List<Document> documents) {}

  /**
   * @param kind of the badge: ok, next, bad or nothing
   * @param why empty where nothing is to say
   */
  public record Reminder(String name, String kind, String state, Moment at, String why) {}

  /**
   * @param kind {@code done} or {@code here}; empty for what is still to come
   */
  public record Step(String name, String kind) {}

  public record Document(String number, String title, String state, String kind) {}
}
