package com.ailuxe.staff;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the staff are written to. The mail server itself is {@code spring.mail.*}.
 *
 * @param mailFrom the sender of the notices
 */
@Validated
@ConfigurationProperties("ailuxe.staff")
record StaffProperties(@NotBlank @DefaultValue("ai-luxe@localhost") String mailFrom) {}
