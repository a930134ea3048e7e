package com.ailuxe.journey.newbooking;

/** What the form gives back for whom a booking is, where it is no conversation. */
final class ContactChoice {
  static final String NEW = "new";
  static final String SOMEBODY_ELSE = "search";
  static final String NOTHING = "nothing";

  private ContactChoice() {}
}
