package com.ailuxe.channel;

import static com.ailuxe.channel.ProviderJson.text;

import java.time.Duration;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells Telegram where our webhook is, once per start, again and again until it knows. */
@Component("telegramRegistration")
class TelegramRegistration {
  private static final Logger log = LoggerFactory.getLogger(TelegramRegistration.class);

  private final TelegramSettings settings;
  private final TelegramCalls calls;
  private final Masking masking;
  private final BackOff backOff = new BackOff();
  private volatile boolean registered;

  TelegramRegistration(TelegramSettings settings, TelegramCalls calls, Masking masking) {
    this.settings = settings;
    this.calls = calls;
    this.masking = masking;
  }

  public boolean isDue() {
    return !registered && backOff.isDue();
  }

  /** {@code setWebhook}. */
  public void ask(Message call) {
    var secret = Objects.requireNonNull(settings.secretToken(), "The channel is off");
    var parameters =
        ProviderJson.object()
            .put("url", String.valueOf(settings.webhookUrl()))
            .put("secret_token", secret.value());
    TelegramEvents.KINDS.forEach(parameters.putArray("allowed_updates")::add);
    calls.call(call, "setWebhook", parameters);
  }

  public void answered(
      @Header(Exchange.HTTP_RESPONSE_CODE) int status, @Body byte @Nullable [] body) {
    var answer = ProviderJson.read(body).orElseGet(ProviderJson::object);
    if (status != 200 || !answer.path("ok").asBoolean()) {
      throw new IllegalStateException("HTTP " + status + " " + text(answer, "description"));
    }
    registered = true;
    log.info("Telegram sends updates to {}", settings.webhookUrl());
  }

  public void failed(@ExchangeException Exception failure) {
    var wait = backOff.failed(Duration.ZERO);
    log.warn(
        "Telegram does not know our webhook yet, next try in {} s: {}",
        wait.toSeconds(),
        masking.mask(Objects.toString(failure.getMessage(), failure.toString())));
  }
}
