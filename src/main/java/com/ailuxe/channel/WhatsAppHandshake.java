package com.ailuxe.channel;

import com.ailuxe.channel.WebhookRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers the one call by which Meta makes sure that a webhook is ours. */
@Component("whatsAppHandshake")
class WhatsAppHandshake {
  private final WhatsAppSettings settings;

  WhatsAppHandshake(WhatsAppSettings settings) {
    this.settings = settings;
  }

  /**
   * @return the challenge, to be sent back as it is
   * @throws WebhookRefused unless the caller knows our verify token
   */
  public String challenge(
      @Header("hub.mode") @Nullable String mode,
      @Header("hub.verify_token") @Nullable String token,
      @Header("hub.challenge") @Nullable String challenge) {
    var expected = settings.verifyToken();
    if (expected == null
        || token == null
        || challenge == null
        || !"subscribe".equals(mode)
        || !MessageDigest.isEqual(bytes(expected.value()), bytes(token))) {
      throw new WebhookRefused(Reason.HANDSHAKE, "hub.mode or hub.verify_token is not as expected");
    }
    return challenge;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
