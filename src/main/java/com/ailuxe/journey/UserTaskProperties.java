package com.ailuxe.journey;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the engine is asked who completed a task.
 *
 * @param api of the engine; {@code AUTO} chooses by its version
 * @param tasklistUrl where Tasklist of 8.6 and 8.7 is, without {@code /v1}; null is where the
 *     engine's REST API is
 * @param username with which one signs in to Tasklist; null where it takes the credentials of the
 *     engine's client
 * @param password to that
 * @param timeout for one call
 * @param patience how long a step waits for a name that it needs, such as that of whoever is given
 *     the next task
 * @param longestPause between two questions about the same task
 * @param giveUpAfter a task that the engine does not know after so long has no name
 */
@Validated
@ConfigurationProperties("ailuxe.journey.tasks")
record UserTaskProperties(
    @NotNull @DefaultValue("AUTO") Api api,
    @Nullable URI tasklistUrl,
    @Nullable String username,
    @Nullable String password,
    @NotNull @DefaultValue("PT10S") Duration timeout,
    @NotNull @DefaultValue("PT12S") Duration patience,
    @NotNull @DefaultValue("PT5M") Duration longestPause,
    @NotNull @DefaultValue("P1D") Duration giveUpAfter) {

  enum Api {
    AUTO,
    /** Tasklist's, before 8.8. */
    V1,
    /** The engine's own, from 8.8 on. */
    V2
  }
}
