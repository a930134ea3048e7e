package com.ailuxe.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where and what the bot wants to hear; without URL it asks by {@code getUpdates}. */
record TelegramWebhook(
    @Nullable String url,
    @Nullable String secretToken,
    List<String> allowedUpdates,
    int maxConnections) {

  static final TelegramWebhook NONE = new TelegramWebhook(null, null, List.of(), 40);

  boolean wants(String kind) {
    return allowedUpdates.isEmpty() || allowedUpdates.contains(kind);
  }

  TelegramWebhook allowing(List<String> kinds) {
    return new TelegramWebhook(url, secretToken, List.copyOf(kinds), maxConnections);
  }
}
