package com.ailuxe.channel;

import com.ailuxe.channel.WebhookRefused.Reason;
import com.ailuxe.shared.PlainJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Tells the caller of a webhook why its call failed, as a problem document (RFC 9457). */
@Component("webhookProblems")
class WebhookProblems {
  private static final Logger log = LoggerFactory.getLogger(WebhookProblems.class);

  /** Answers a call that is the caller's fault with the reason; nothing is stored. */
  public void refused(Exchange exchange, @ExchangeException WebhookRefused refused) {
    log.warn(
        "{}: {}: {}", exchange.getFromRouteId(), refused.reason().title(), refused.getMessage());
    answer(exchange, refused.reason(), String.valueOf(refused.getMessage()));
  }

  /** Our fault: the provider keeps the events and sends them again. */
  public void unavailable(Exchange exchange, @ExchangeException Exception failure) {
    log.error(
        "{}: events were not stored, the provider will send them again",
        exchange.getFromRouteId(),
        failure);
    answer(exchange, Reason.UNAVAILABLE, "The events could not be stored");
  }

  byte[] body(Reason reason, String detail) {
    return PlainJson.write(
            Map.of(
                "type", reason.type(),
                "title", reason.title(),
                "status", reason.status().value(),
                "detail", detail))
        .getBytes(StandardCharsets.UTF_8);
  }

  private void answer(Exchange exchange, Reason reason, String detail) {
    var answer = exchange.getMessage();
    answer.removeHeaders("*");
    answer.setHeader(Exchange.HTTP_RESPONSE_CODE, reason.status().value());
    answer.setHeader(Exchange.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    answer.setBody(body(reason, detail));
  }
}
