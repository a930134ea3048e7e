package com.ailuxe.local;

/** The stack cannot start; the message tells the person at the console what to do about it. */
final class LocalStackException extends RuntimeException {
  LocalStackException(String message) {
    super(message);
  }

  LocalStackException(String message, Throwable cause) {
    super(message, cause);
  }
}
