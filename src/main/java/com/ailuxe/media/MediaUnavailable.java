package com.ailuxe.media;

/** The storage or the virus scanner is away; the same may work later. */
public class MediaUnavailable extends RuntimeException {
  MediaUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  MediaUnavailable(String message) {
    super(message);
  }
}
