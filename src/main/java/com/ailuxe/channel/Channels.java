package com.ailuxe.channel;

import com.ailuxe.conversation.Channel;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Which channels run. A channel that is switched off or lacks a credential is off as a whole; the
 * routes ask here whether they start.
 */
@Component("channels")
class Channels {
  private static final Logger log = LoggerFactory.getLogger(Channels.class);

  private final Set<Channel> on = EnumSet.noneOf(Channel.class);
  private final TelegramSettings telegram;

  Channels(WhatsAppSettings whatsApp, TelegramSettings telegram) {
    this.telegram = telegram;
    decide(Channel.WHATSAPP, whatsApp.enabled(), whatsApp.missing());
    decide(Channel.TELEGRAM, telegram.mode() != TelegramSettings.Mode.OFF, telegram.missing());
  }

  Set<Channel> on() {
    return Set.copyOf(on);
  }

  public boolean whatsAppOn() {
    return on.contains(Channel.WHATSAPP);
  }

  public boolean telegramOn() {
    return on.contains(Channel.TELEGRAM);
  }

  public boolean telegramPolls() {
    return telegramOn() && telegram.mode() == TelegramSettings.Mode.POLLING;
  }

  public boolean telegramWebhook() {
    return telegramOn() && telegram.mode() == TelegramSettings.Mode.WEBHOOK;
  }

  public boolean telegramRegisters() {
    return telegramWebhook() && telegram.webhookUrl() != null;
  }

  private void decide(Channel channel, boolean enabled, List<String> missing) {
    if (enabled && missing.isEmpty()) {
      on.add(channel);
      log.info("Channel {} is on", channel);
    } else {
      log.info(
          "Channel {} is off: {}",
          channel,
          enabled ? "not set: " + String.join(", ", missing) : "disabled by configuration");
    }
  }
}
