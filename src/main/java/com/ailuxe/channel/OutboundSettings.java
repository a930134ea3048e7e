package com.ailuxe.channel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages leave.
 *
 * @param parallelism messages under way at once, per channel
 * @param pollInterval how long a queued message waits when its event got lost
 * @param connectTimeout for a connection to the provider
 * @param responseTimeout for each silence of the provider
 * @param callTimeout for a whole delivery, file upload included, or any other call
 * @param lease how long a claimed message is ours; longer than any call, so that nobody takes a
 *     message whose call still runs
 * @param drainTimeout how long a stop waits for the messages under way
 */
@Validated
@ConfigurationProperties("ailuxe.channel.outbound")
record OutboundSettings(
    @DefaultValue("4") @Min(1) @Max(64) int parallelism,
    @DefaultValue("500ms") Duration pollInterval,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("15s") Duration responseTimeout,
    @DefaultValue("60s") Duration callTimeout,
    @DefaultValue("90s") Duration lease,
    @DefaultValue("20s") Duration drainTimeout) {
  OutboundSettings {
    if (lease.compareTo(callTimeout) <= 0) {
      throw new IllegalArgumentException(
          "ailuxe.channel.outbound.lease is longer than ailuxe.channel.outbound.call-timeout");
    }
    if (pollInterval.isZero() || pollInterval.isNegative()) {
      throw new IllegalArgumentException("ailuxe.channel.outbound.poll-interval is positive");
    }
  }
}
