package com.ailuxe.channel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How contacts' files are fetched.
 *
 * @param parallelism files under way at once
 * @param callTimeout for a whole file, scan and storage included
 * @param lease how long a claimed file is ours; longer than any call
 */
@Validated
@ConfigurationProperties("ailuxe.channel.media")
record MediaSettings(
    @DefaultValue("3") @Min(1) @Max(32) int parallelism,
    @DefaultValue("3m") Duration callTimeout,
    @DefaultValue("4m") Duration lease) {
  MediaSettings {
    if (lease.compareTo(callTimeout) <= 0) {
      throw new IllegalArgumentException(
          "ailuxe.channel.media.lease is longer than ailuxe.channel.media.call-timeout");
    }
  }
}
