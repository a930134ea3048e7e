package com.ailuxe.channel;

import static com.ailuxe.channel.ProviderJson.text;

import com.ailuxe.replicas.Replica;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.apache.camel.Variable;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks Telegram for updates, one call after the other. The offset, by which Telegram forgets what
 * came before it, moves only when the updates are stored; it need not survive a restart, because
 * Telegram then sends again whatever was not confirmed, and the inbox knows what it has.
 */
@Component("telegramPolling")
class TelegramPolling {
  private static final Logger log = LoggerFactory.getLogger(TelegramPolling.class);
  private static final int MOST_UPDATES = 100;

  private final TelegramSettings settings;
  private final TelegramCalls calls;
  private final CloseableHttpClient pollHttpClient;
  private final Masking masking;
  private final Replica replica;
  private final BackOff backOff = new BackOff();
  private volatile @Nullable Long offset;
  private volatile boolean stopped;

  TelegramPolling(
      TelegramSettings settings,
      TelegramCalls calls,
      CloseableHttpClient pollHttpClient,
      Masking masking,
      Replica replica) {
    this.settings = settings;
    this.calls = calls;
    this.pollHttpClient = pollHttpClient;
    this.masking = masking;
    this.replica = replica;
  }

  /** A bot has one reader: of several replicas one polls, and the next one when it is dead. */
  public boolean isDue() {
    return !stopped && backOff.isDue() && replica.holds("telegram-poll/" + settings.botId());
  }

  /** {@code getUpdates}, which Telegram answers when there is an update or the wait is over. */
  public void ask(Message call) {
    var parameters =
        ProviderJson.object()
            .put("timeout", settings.pollWait().toSeconds())
            .put("limit", MOST_UPDATES);
    var next = offset;
    if (next != null) {
      parameters.put("offset", next);
    }
    TelegramEvents.KINDS.forEach(parameters.putArray("allowed_updates")::add);
    calls.call(call, "getUpdates", parameters);
  }

  /**
   * @throws PollFailed when Telegram gave no updates
   */
  public List<JsonNode> updates(
      @Header(Exchange.HTTP_RESPONSE_CODE) int status, @Body byte @Nullable [] body) {
    var answer = ProviderJson.read(body).orElseGet(ProviderJson::object);
    if (status != 200 || !answer.path("result").isArray()) {
      throw new PollFailed(
          explain(status, text(answer, "description")),
          Duration.ofSeconds(answer.path("parameters").path("retry_after").asLong(0)));
    }
    var updates = new ArrayList<JsonNode>();
    answer.path("result").forEach(updates::add);
    return updates;
  }

  /**
   * The updates are stored. After an empty answer there is nothing left to forget, and the offset
   * is dropped: after a quiet week Telegram starts its numbering anew, maybe below it.
   */
  public void stored(@Variable("updates") List<JsonNode> updates) {
    offset =
        updates.stream()
            .map(update -> update.path("update_id"))
            .filter(JsonNode::isIntegralNumber)
            .map(JsonNode::longValue)
            .max(Long::compare)
            .map(last -> last + 1)
            .orElse(null);
    if (backOff.succeeded()) {
      log.info("Updates come in from Telegram again");
    }
  }

  /** Says why there are no updates: Telegram gives none, or we could not store them. */
  public void failed(@ExchangeException Exception failure) {
    if (stopped) {
      return;
    }
    var wait =
        backOff.failed(
            failure instanceof PollFailed refusal ? refusal.retryAfter() : Duration.ZERO);
    if (failure instanceof PollFailed || failure instanceof IOException) {
      log.warn(
          "No updates from Telegram, next try in {} s: {}",
          wait.toSeconds(),
          masking.mask(Objects.toString(failure.getMessage(), failure.toString())));
    } else {
      log.error(
          "Updates were not stored, Telegram keeps them, next try in {} s",
          wait.toSeconds(),
          failure);
    }
  }

  /** Hangs up, so that a stop does not wait for the end of the long poll. */
  @EventListener(ContextClosedEvent.class)
  void stop() {
    stopped = true;
    pollHttpClient.close(CloseMode.IMMEDIATE);
  }

  private static String explain(int status, @Nullable String description) {
    var hint =
        switch (status) {
          case 401, 404 -> ". Set a valid ailuxe.channel.telegram.bot-token and restart";
          case 409 ->
              ". A bot has one reader: stop the other program that polls with this token, or remove"
                  + " the webhook with deleteWebhook, or set ailuxe.channel.telegram.mode=webhook";
          default -> "";
        };
    return "HTTP " + status + " " + Objects.requireNonNullElse(description, "") + hint;
  }

  /** Telegram answered, but not with updates. */
  static final class PollFailed extends RuntimeException {
    private final Duration retryAfter;

    PollFailed(String reason, Duration retryAfter) {
      super(reason);
      this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
      return retryAfter;
    }
  }
}
