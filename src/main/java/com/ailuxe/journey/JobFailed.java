package com.ailuxe.journey;

/** A job that cannot be done, and what kind of incident that is. */
public final class JobFailed extends RuntimeException {
  private final IncidentType type;

  /**
   * @param detail what was wrong, without people's data: operators read it
   */
  public JobFailed(IncidentType type, String detail) {
    super(detail);
    this.type = type;
  }

  IncidentType type() {
    return type;
  }
}
