package com.ailuxe.staff;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a sign-in may cost us, and how often it may fail.
 *
 * @param accountPerMinute wrong passwords for one name, whoever tries it and whether it exists
 * @param accountPerHour the same over a longer time, so that the pauses grow
 * @param addressPerMinute failed sign-ins from one address, of IPv6 one network of 64 bits
 * @param addressPerHour the same over a longer time
 * @param refusalTakes every refused sign-in takes so long or a multiple of it, whatever was wrong
 *     with it
 * @param hashing passwords hashed at once, beside which the rest of the processors serves contacts
 * @param waiting sign-ins that may wait for that
 * @param provenFor how long a right password is not hashed again
 */
@Validated
@ConfigurationProperties("ailuxe.staff.sign-in")
record SignInProperties(
    @DefaultValue("5") @Min(1) int accountPerMinute,
    @DefaultValue("20") @Min(1) int accountPerHour,
    @DefaultValue("20") @Min(1) int addressPerMinute,
    @DefaultValue("100") @Min(1) int addressPerHour,
    @DefaultValue("1s") Duration refusalTakes,
    @DefaultValue("1") @Min(1) @Max(16) int hashing,
    @DefaultValue("16") @Min(1) @Max(1000) int waiting,
    @DefaultValue("5m") Duration provenFor) {}
