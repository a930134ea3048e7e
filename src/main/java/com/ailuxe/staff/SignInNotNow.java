package com.ailuxe.staff;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A sign-in that was not looked at: there were too many. It may be tried again later. */
public class SignInNotNow extends AuthenticationException {
  /** What there was too much of. */
  public enum Reason {
    /** Failed sign-ins, of this name or from this address. */
    LIMIT,
    /** Sign-ins of everybody at this moment. */
    BUSY
  }

  private final Reason reason;
  private final Duration retryAfter;

  SignInNotNow(Reason reason, Duration retryAfter) {
    super("Not now: " + reason);
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  public Reason reason() {
    return reason;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
