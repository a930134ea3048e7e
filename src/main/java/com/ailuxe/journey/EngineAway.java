package com.ailuxe.journey;

/** The engine does not answer now; nothing was changed, and the same may be tried again. */
public final class EngineAway extends RuntimeException {
  EngineAway(Throwable cause) {
    super("The engine does not answer", cause);
  }
}
