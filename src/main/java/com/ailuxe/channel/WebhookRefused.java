package com.ailuxe.channel;

import org.springframework.http.HttpStatus;

/** A webhook call that we do not take, with the answer that its caller gets. */
class WebhookRefused extends RuntimeException {
  private final Reason reason;

  /** The stable part of the answer that a caller gets. */
  enum Reason {
    HANDSHAKE("handshake-refused", HttpStatus.FORBIDDEN, "The verify token does not match"),
    SIGNATURE("signature-refused", HttpStatus.UNAUTHORIZED, "The signature does not match"),
    SECRET("secret-refused", HttpStatus.UNAUTHORIZED, "The secret token does not match"),
    TOO_LARGE("body-too-large", HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    TOO_SLOW("body-too-slow", HttpStatus.REQUEST_TIMEOUT, "The body came too slowly"),
    BUSY("bodies-under-way", HttpStatus.SERVICE_UNAVAILABLE, "Not taken; please send it again"),
    MALFORMED("body-malformed", HttpStatus.BAD_REQUEST, "The body is no JSON object"),
    UNAVAILABLE(
        "store-unavailable", HttpStatus.SERVICE_UNAVAILABLE, "Not stored; please send it again");

    private final String type;
    private final HttpStatus status;
    private final String title;

    Reason(String type, HttpStatus status, String title) {
      this.type = type;
      this.status = status;
      this.title = title;
    }

    String type() {
      return "urn:ailuxe:webhook:" + type;
    }

    HttpStatus status() {
      return status;
    }

    String title() {
      return title;
    }
  }

  WebhookRefused(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
