package com.ailuxe.console.frame;

/** The pages that the console offers at its side, in this order. */
public enum Room {
  LIVE("/live", "Live", "chat-dots"),
  TASKS("/tasks", "Tasks", "check2-square"),
  BOOKINGS("/bookings", "Bookings", "calendar-week");

  private final String path;
  private final String title;
  private final String icon;

  Room(String path, String title, String icon) {
    this.path = path;
    this.title = title;
    this.icon = icon;
  }

  public String path() {
    return path;
  }

  public String title() {
    return title;
  }

  /** The name of its icon, as Bootstrap Icons has it. */
  public String icon() {
    return icon;
  }

  /** The part of the page's address by which the page names itself as the current one. */
  public String id() {
    return path.substring(1);
  }
}
