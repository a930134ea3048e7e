package com.ailuxe.channel;

import static com.ailuxe.channel.ProviderJson.id;
import static com.ailuxe.channel.ProviderJson.text;

import com.ailuxe.channel.SendOutcome.Accepted;
import com.ailuxe.channel.SendOutcome.Refused;
import com.ailuxe.channel.SendOutcome.RetryLater;
import com.ailuxe.channel.SendOutcome.TemplateRefused;
import com.ailuxe.channel.SendOutcome.Unknown;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.Delivery;
import com.ailuxe.conversation.Delivery.Template;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Decides what came of a call to a provider. The rule behind all cases: a message is repeated only
 * when it certainly did not get through, and given up only when the provider said so.
 */
@Component("sendOutcomes")
class SendOutcomes {
  static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  static final Duration WAIT_FOR_NEW_CREDENTIALS = Duration.ofMinutes(1);

  private static final Logger log = LoggerFactory.getLogger(SendOutcomes.class);

  /** Too many calls: of the app, of the account, of the number, to this recipient. */
  private static final Set<String> WHATSAPP_THROTTLED = Set.of("4", "80007", "130429", "131056");

  private static final String WHATSAPP_TOKEN_INVALID = "190";

  /**
   * The template has other placeholders, is unknown in that language, breaks a rule, has another
   * format, is paused, or is disabled.
   */
  private static final Set<String> WHATSAPP_TEMPLATE_UNUSABLE =
      Set.of("132000", "132001", "132007", "132012", "132015", "132016");

  private final Masking masking;

  SendOutcomes(Masking masking) {
    this.masking = masking;
  }

  /** What the Cloud API's answer to {@code POST /messages} means. */
  public SendOutcome ofWhatsApp(
      @Header(Exchange.HTTP_RESPONSE_CODE) int status,
      @Body byte @Nullable [] body,
      @Variable("delivery") Delivery delivery) {
    return ofWhatsApp(
        status,
        body,
        delivery.attempt(),
        delivery.template(),
        answer -> id(answer.path("messages").path(0), "id"));
  }

  /**
   * The id that the Cloud API gave to an uploaded file.
   *
   * @throws NotSent when it gave none; nothing reached the contact, so no outcome is unknown
   */
  public String uploadedToWhatsApp(
      @Header(Exchange.HTTP_RESPONSE_CODE) int status,
      @Body byte @Nullable [] body,
      @Variable("delivery") Delivery delivery) {
    return switch (ofWhatsApp(
        status, body, delivery.attempt(), delivery.template(), answer -> id(answer, "id"))) {
      case Accepted accepted -> accepted.providerMessageId();
      case Unknown unclear ->
          throw new NotSent(
              new RetryLater(backOff(2, delivery.attempt()), "file upload: " + unclear.reason()));
      case SendOutcome other -> throw new NotSent(other);
    };
  }

  /** What the Bot API's answer to a {@code send} method means. */
  public SendOutcome ofTelegram(
      @Header(Exchange.HTTP_RESPONSE_CODE) int status,
      @Body byte @Nullable [] body,
      @Variable("delivery") Delivery delivery) {
    return ofTelegram(
        status, body, delivery.attempt(), answer -> id(answer.path("result"), "message_id"));
  }

  /**
   * What the Bot API's answer means.
   *
   * @param nameIn finds what the answer names
   */
  SendOutcome ofTelegram(
      int status,
      byte @Nullable [] body,
      int attempt,
      Function<JsonNode, @Nullable String> nameIn) {
    var answer = ProviderJson.read(body).orElseGet(ProviderJson::object);
    var reason = describe(status, answer, "error_code", "description");
    if (is2xx(status)) {
      return named(status, nameIn.apply(answer));
    }
    if (status == 429) {
      var seconds = answer.path("parameters").path("retry_after").asLong(0);
      return new RetryLater(
          seconds > 0 ? Duration.ofSeconds(seconds) : backOff(4, attempt), reason);
    }
    // An unknown bot is answered with 404, a revoked token with 401.
    if (status == 401 || status == 404) {
      return credentialsRefused(Channel.TELEGRAM, reason, "ailuxe.channel.telegram.bot-token");
    }
    return other(status, answer.path("ok").isBoolean(), reason, attempt);
  }

  /**
   * A call that ended without an answer.
   *
   * @param uploading whether the call was for a file only, which may be repeated at will
   */
  public SendOutcome ofBrokenCall(
      @ExchangeException Exception failure,
      @Variable("delivery") Delivery delivery,
      @Variable("uploading") @Nullable Boolean uploading) {
    var reason = BrokenCalls.words(failure);
    log.warn(
        "{} message {}: {}: {}",
        delivery.channel(),
        delivery.messageId(),
        reason,
        masking.mask(failure.toString()));
    if (neverLeft(failure) || Boolean.TRUE.equals(uploading)) {
      return new RetryLater(backOff(2, delivery.attempt()), reason);
    }
    return new Unknown(reason);
  }

  /**
   * What the Cloud API's answer means.
   *
   * @param template that the call is about, if any
   * @param nameIn finds what the answer names
   */
  SendOutcome ofWhatsApp(
      int status,
      byte @Nullable [] body,
      int attempt,
      @Nullable Template template,
      Function<JsonNode, @Nullable String> nameIn) {
    var answer = ProviderJson.read(body).orElseGet(ProviderJson::object);
    if (is2xx(status)) {
      return named(status, nameIn.apply(answer));
    }
    var error = answer.path("error");
    var code = Objects.requireNonNullElse(text(error, "code"), "");
    var reason = describe(status, error, "code", "message");
    if (status == 429 || WHATSAPP_THROTTLED.contains(code)) {
      return new RetryLater(backOff(4, attempt), reason);
    }
    if (status == 401 || code.equals(WHATSAPP_TOKEN_INVALID)) {
      return credentialsRefused(Channel.WHATSAPP, reason, "ailuxe.channel.whatsapp.access-token");
    }
    if (template != null && WHATSAPP_TEMPLATE_UNUSABLE.contains(code)) {
      log.error(
          "WhatsApp refuses the template {} ({}). Fix it there or in message_template, then set it"
              + " to APPROVED; its messages wait until then",
          template.name(),
          reason);
      return new TemplateRefused(reason);
    }
    return other(status, error.isObject(), reason, attempt);
  }

  private static SendOutcome named(int status, @Nullable String name) {
    return name == null ? new Unknown("HTTP " + status + " without an id") : new Accepted(name);
  }

  private static SendOutcome other(int status, boolean structured, String reason, int attempt) {
    if (status >= 500) {
      return structured ? new RetryLater(backOff(2, attempt), reason) : new Unknown(reason);
    }
    return status >= 400 ? new Refused(reason) : new Unknown(reason);
  }

  static RetryLater credentialsRefused(Channel channel, String reason, String key) {
    log.error(
        "{} refuses our credentials ({}). Set a valid {} and restart; messages wait until then",
        channel,
        reason,
        key);
    return new RetryLater(WAIT_FOR_NEW_CREDENTIALS, reason);
  }

  /** Failures that come before the first byte of the request is sent. */
  private static boolean neverLeft(Exception failure) {
    return failure instanceof ConnectException
        || failure instanceof ConnectTimeoutException
        || failure instanceof UnknownHostException
        || failure instanceof NoRouteToHostException
        || failure instanceof ConnectionRequestTimeoutException
        || failure instanceof SSLHandshakeException
        || failure instanceof SSLPeerUnverifiedException;
  }

  /** The base to the power of the attempt in seconds, at most {@link #LONGEST_WAIT}. */
  static Duration backOff(int base, int attempt) {
    var seconds = Math.pow(base, Math.min(attempt, 20));
    return Duration.ofSeconds((long) Math.min(seconds, LONGEST_WAIT.toSeconds()));
  }

  private static boolean is2xx(int status) {
    return status >= 200 && status < 300;
  }

  private String describe(int status, JsonNode error, String code, String message) {
    return masking.mask(
        Stream.of(
                "HTTP " + status,
                text(error, code),
                text(error, message),
                text(error.path("error_data"), "details"))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" ")));
  }
}
