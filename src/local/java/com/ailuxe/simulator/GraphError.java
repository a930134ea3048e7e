package com.ailuxe.simulator;

import com.ailuxe.simulator.ProviderDesk.Declined;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The error bodies of Meta's Graph API. */
final class GraphError implements ProviderDesk.Manners {

  @Override
  public Answer tooManyRequests(int retryAfterSeconds) {
    return answer(
        429,
        "(#130429) Rate limit hit",
        130429,
        null,
        "Message failed to send because there were too many messages sent from this phone number in"
            + " a short period of time.");
  }

  @Override
  public Answer serverError(int status) {
    return answer(
        status, "(#131000) Something went wrong", 131000, null, "An unknown error has occurred.");
  }

  @Override
  public Answer expiredToken() {
    return answer(
        401,
        "Error validating access token: Session has expired. The current time is later.",
        190,
        463,
        null);
  }

  static Declined badToken() {
    return new Declined(
        answer(401, "Invalid OAuth access token - Cannot parse access token", 190, null, null));
  }

  static Declined badParameter(String message) {
    return new Declined(answer(400, "(#100) " + message, 100, null, message));
  }

  static Declined invalidParameter(String details) {
    return new Declined(answer(400, "(#100) Invalid parameter", 100, null, details));
  }

  static Declined badValue(String details) {
    return new Declined(
        answer(400, "(#131009) Parameter value is not valid", 131009, null, details));
  }

  static Declined noTemplate(String name, String language) {
    return new Declined(
        answer(
            404,
            "(#132001) Template name does not exist in the translation",
            132001,
            null,
            "template name (" + name + ") does not exist in " + language));
  }

  static Declined parameterCount(long given, long expected) {
    return new Declined(
        answer(
            400,
            "(#132000) Number of parameters does not match the expected number of params",
            132000,
            null,
            "body: number of localizable_params ("
                + given
                + ") does not match the expected number of params ("
                + expected
                + ")"));
  }

  static Declined templateFormat(String details) {
    return new Declined(
        answer(
            400,
            "(#132012) Parameter format does not match format in the created template",
            132012,
            null,
            details));
  }

  static Declined templateText() {
    return new Declined(
        answer(
            400,
            "(#132018) There's an issue with the parameters in your template",
            132018,
            null,
            "Param text cannot have new-line/tab characters or more than 4 consecutive spaces"));
  }

  static Declined unknownObject(String method, String id) {
    return new Declined(
        answer(
            400,
            "Unsupported "
                + method.toLowerCase(Locale.ROOT)
                + " request. Object with ID '"
                + id
                + "' does not exist, cannot be loaded due to missing permissions, or does not"
                + " support this operation",
            100,
            33,
            null));
  }

  static Declined unknownRecipient() {
    return new Declined(
        answer(
            400,
            "(#131030) Recipient phone number not in allowed list",
            131030,
            null,
            "Recipient phone number not in allowed list: Add recipient phone number to recipient"
                + " list and try again."));
  }

  private static Answer answer(
      int status, String message, int code, @Nullable Integer subcode, @Nullable String details) {
    var error = Json.object().put("message", message).put("type", "OAuthException");
    error.put("code", code);
    if (subcode != null) {
      error.put("error_subcode", subcode);
    }
    if (details != null) {
      error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
    }
    error.put("fbtrace_id", "A" + UUID.randomUUID().toString().replace("-", "").substring(0, 22));
    var body = Json.object();
    body.set("error", error);
    return new Answer(status, body);
  }
}
