package com.ailuxe.simulator;

import com.ailuxe.simulator.ProviderDesk.Declined;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The error bodies of the Bot API. */
final class TelegramError implements ProviderDesk.Manners {

  @Override
  public Answer tooManyRequests(int retryAfterSeconds) {
    var answer = answer(429, "Too Many Requests: retry after " + retryAfterSeconds);
    var body = (ObjectNode) answer.body();
    body.putObject("parameters").put("retry_after", retryAfterSeconds);
    return answer;
  }

  @Override
  public Answer serverError(int status) {
    return answer(status, status == 502 ? "Bad Gateway" : "Internal Server Error");
  }

  @Override
  public Answer expiredToken() {
    return answer(401, "Unauthorized");
  }

  static Declined badRequest(String reason) {
    return new Declined(answer(400, "Bad Request: " + reason));
  }

  static Declined forbidden(String reason) {
    return new Declined(answer(403, "Forbidden: " + reason));
  }

  static Declined conflict(String reason) {
    return new Declined(answer(409, "Conflict: " + reason));
  }

  static Declined unauthorized() {
    return new Declined(answer(401, "Unauthorized"));
  }

  static Declined notFound() {
    return new Declined(answer(404, "Not Found"));
  }

  private static Answer answer(int status, String description) {
    return new Answer(
        status,
        Json.object().put("ok", false).put("error_code", status).put("description", description));
  }
}
