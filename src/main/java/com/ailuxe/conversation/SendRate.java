package com.ailuxe.conversation;

import java.time.Duration;

/**
 * How fast a provider takes messages. WhatsApp: 80 a second from one business number, and to one
 * recipient one in six seconds after a burst of 45 (errors 130429 and 131056 of the Cloud API).
 * Telegram: about 30 a second from one bot, and one a second into one chat with short bursts (429
 * of the Bot API).
 *
 * @param perSecond messages from one account
 * @param inARow messages to one contact within the time of such a row
 */
record SendRate(int perSecond, int inARow, Duration row) {
  static SendRate of(Channel channel) {
    return switch (channel) {
      case WHATSAPP -> new SendRate(80, 45, Duration.ofSeconds(45 * 6));
      case TELEGRAM -> new SendRate(30, 3, Duration.ofSeconds(3));
    };
  }
}
