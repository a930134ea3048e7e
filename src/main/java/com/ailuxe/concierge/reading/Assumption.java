package com.ailuxe.concierge.reading;

/** What was read one way though another way was possible; it is repeated to the contact. */
public enum Assumption {
  EVENING_HOUR(Topic.TIME),
  DAYTIME_HOURS(Topic.TIME),
  MIDNIGHT_AFTER_THE_DAY(Topic.TIME),
  CLOCK_TWICE(Topic.TIME),
  DAY_OR_MONTH_FIRST(Topic.TIME),
  WEEKDAY(Topic.TIME),
  CURRENCY(Topic.BUDGET),
  LARGER_NUMBER(Topic.GUESTS),
  ONE_OF_SEVERAL_AMOUNTS(Topic.BUDGET),
  CONTACT_ZONE(Topic.PLACE),
  SPELLING(Topic.TALENT);

  private final Topic topic;

  Assumption(Topic topic) {
    this.topic = topic;
  }

  public Topic topic() {
    return topic;
  }
}
