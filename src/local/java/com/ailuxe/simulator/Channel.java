package com.ailuxe.simulator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A provider that is played. */
enum Channel {
  WHATSAPP,
  TELEGRAM;

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static Channel of(String word) {
    for (var channel : values()) {
      if (channel.word().equals(word)) {
        return channel;
      }
    }
    throw new Refused(400, "there is no channel '" + word + "': use whatsapp or telegram");
  }
}
