package com.ailuxe.simulator;

/** The control API does not do what it was asked, and says why. */
final class Refused extends RuntimeException {
  private final int status;

  Refused(int status, String reason) {
    super(reason);
    this.status = status;
  }

  int status() {
    return status;
  }
}
