package com.ailuxe.journey;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the path behaves where the models leave it open.
 *
 * @param quietTime a burst of messages is over when nothing came for so long
 * @param settleCap a burst is answered after so long at the latest
 * @param triggerTtl how long the engine keeps a trigger that nobody waits for
 * @param sweepAfter a message that nobody began to answer is triggered again after so long
 * @param holdAfter a contact who waits for a person reads so after so long
 * @param staffUrl where the staff's browsers reach the app, for links in forms
 * @param review when a person looks at a draft before it goes out
 */
@Validated
@ConfigurationProperties("ailuxe.journey")
public record JourneyProperties(
    @NotNull @DefaultValue("PT2S") Duration quietTime,
    @NotNull @DefaultValue("PT15S") Duration settleCap,
    @NotNull @DefaultValue("PT10M") Duration triggerTtl,
    @NotNull @DefaultValue("PT1M") Duration sweepAfter,
    @NotNull @DefaultValue("PT1M") Duration holdAfter,
    @NotNull @DefaultValue("http://localhost:8080") URI staffUrl,
    @NotNull @DefaultValue("POLICY") ReviewMode review) {}
