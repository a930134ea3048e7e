package com.ailuxe.channel;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Takes our secrets out of texts that come from elsewhere. Telegram's token is part of every
 * address, and so of many a message of an exception.
 */
@Component
class Masking {
  private final List<String> secrets;

  Masking(WhatsAppSettings whatsApp, TelegramSettings telegram) {
    secrets =
        Stream.of(
                whatsApp.accessToken(),
                whatsApp.appSecret(),
                whatsApp.verifyToken(),
                telegram.botToken(),
                telegram.secretToken())
            .filter(Objects::nonNull)
            .map(Secret::value)
            .toList();
  }

  String mask(String text) {
    var masked = text;
    for (var secret : secrets) {
      masked = masked.replace(secret, "***");
    }
    return masked;
  }
}
