package com.ailuxe.system;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long callers may take.
 *
 * @param headTime for all that stands before a request's body, from its first byte
 */
@ConfigurationProperties("ailuxe.system")
record WebServerSettings(@DefaultValue("15s") Duration headTime) {}
