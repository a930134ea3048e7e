package com.ailuxe.tasks;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the tasks of people are kept beside the engine.
 *
 * @param pollEvery how often the engine is asked which tasks are open
 * @param longestPause between two questions while it does not answer
 * @param tasklist where the staff's browsers reach Tasklist, for example
 *     http://localhost:8080/tasklist; null for no links there
 */
@Validated
@ConfigurationProperties("ailuxe.tasks")
record StaffTaskProperties(
    @NotNull @DefaultValue("PT1S") Duration pollEvery,
    @NotNull @DefaultValue("PT10S") Duration longestPause,
    @Nullable URI tasklist) {}
