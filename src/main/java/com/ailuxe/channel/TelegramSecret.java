package com.ailuxe.channel;

import com.ailuxe.channel.WebhookRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a webhook call pass only when it carries the word that we gave to Telegram alone. */
@Component("telegramSecret")
class TelegramSecret {
  private final TelegramSettings settings;

  TelegramSecret(TelegramSettings settings) {
    this.settings = settings;
  }

  /**
   * @throws WebhookRefused when the secret token is missing or another one
   */
  public void verify(@Header("X-Telegram-Bot-Api-Secret-Token") @Nullable String token) {
    var expected = settings.secretToken();
    if (expected == null
        || token == null
        || !MessageDigest.isEqual(
            expected.value().getBytes(StandardCharsets.UTF_8),
            token.getBytes(StandardCharsets.UTF_8))) {
      throw new WebhookRefused(
          Reason.SECRET, "X-Telegram-Bot-Api-Secret-Token is missing or another one");
    }
  }
}
