package com.ailuxe.journey;

/** What may come out of a job that the processes in {@code bpmn/} have a way for. */
public final class ErrorCodes {
  public static final String CONCIERGE_UNAVAILABLE = "CONCIERGE_UNAVAILABLE";
  public static final String PRICE_REFUSED = "PRICE_REFUSED";
  public static final String SLOT_TAKEN = "SLOT_TAKEN";

  private ErrorCodes() {}
}
