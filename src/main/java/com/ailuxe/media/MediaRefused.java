package com.ailuxe.media;

/** A file that is not taken, whoever tries again; the message says why, for people. */
public class MediaRefused extends RuntimeException {
  /** What is wrong with it. */
  public enum Reason {
    TOO_LARGE,
    TYPE,
    INFECTED
  }

  private final Reason reason;

  MediaRefused(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
