package com.ailuxe.concierge;

/**
 * The language model did not answer, or not in a form that can be used. The message is for an
 * operator and holds no secret.
 */
public class ConciergeUnavailable extends RuntimeException {
  public ConciergeUnavailable(String message) {
    super(message);
  }

  public ConciergeUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
