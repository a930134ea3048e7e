package com.ailuxe.channel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How webhooks are taken in.
 *
 * @param bodyTime for a whole body, from the end of its headers
 * @param bodiesInFlight memory for all bodies together that are under way, beside the first {@link
 *     WebhookBodies#ALWAYS} of each
 */
@Validated
@ConfigurationProperties("ailuxe.channel.webhook")
record WebhookSettings(
    @DefaultValue("10s") Duration bodyTime, @DefaultValue("32MB") DataSize bodiesInFlight) {
  /** The largest body that is read. */
  static final DataSize LIMIT = DataSize.ofMegabytes(3);

  WebhookSettings {
    if (bodyTime.isNegative() || bodyTime.isZero()) {
      throw new IllegalArgumentException("ailuxe.channel.webhook.body-time is positive");
    }
    if (bodiesInFlight.compareTo(LIMIT) < 0 || bodiesInFlight.toBytes() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "ailuxe.channel.webhook.bodies-in-flight is at least one body of 3 MB and less than 2 GB");
    }
  }
}
