package com.ailuxe.channel;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The agency's bot at Telegram.
 *
 * @param baseUrl of the Bot API
 * @param botToken as BotFather gives it: the bot's id, a colon, a key
 * @param secretToken a word of our own that Telegram repeats on each webhook call
 * @param webhookUrl where Telegram reaches us; when set, the application registers it by itself
 * @param pollWait how long one call waits for an update
 */
@Validated
@ConfigurationProperties("ailuxe.channel.telegram")
record TelegramSettings(
    @DefaultValue("POLLING") Mode mode,
    @DefaultValue("https://api.telegram.org") URI baseUrl,
    @Nullable Secret botToken,
    @Nullable Secret secretToken,
    @Nullable URI webhookUrl,
    @DefaultValue("25s") Duration pollWait) {
  enum Mode {
    POLLING,
    WEBHOOK,
    OFF
  }

  TelegramSettings {
    if (botToken != null && !botToken.value().matches("[0-9]+:[A-Za-z0-9_-]+")) {
      throw new IllegalArgumentException(
          "ailuxe.channel.telegram.bot-token is a number, a colon and a key, as BotFather gives it");
    }
    if (secretToken != null && !secretToken.value().matches("[A-Za-z0-9_-]{1,256}")) {
      throw new IllegalArgumentException(
          "ailuxe.channel.telegram.secret-token has 1 to 256 of the characters A-Z a-z 0-9 _ -");
    }
    if (webhookUrl != null && webhookUrl.toString().isBlank()) {
      webhookUrl = null;
    }
  }

  /** The account by which Telegram and we know the bot; null without a token. */
  @Nullable String botId() {
    return botToken == null ? null : botToken.value().substring(0, botToken.value().indexOf(':'));
  }

  /** The keys without which the channel cannot run. */
  List<String> missing() {
    var missing = new ArrayList<String>();
    if (botToken == null) {
      missing.add("ailuxe.channel.telegram.bot-token");
    }
    if (mode == Mode.WEBHOOK && secretToken == null) {
      missing.add("ailuxe.channel.telegram.secret-token");
    }
    return missing;
  }
}
