package com.ailuxe.conversation;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param promiseWithin what a contact was promised that one of us will do is due after so long
 * @param noticeWithin so long a reply waits for the notice of what came of the wish, to be one
 *     message with it
 * @param startWithin health is down while messages wait longer than this for somebody to begin
 */
@Validated
@ConfigurationProperties("ailuxe.conversation")
record ConversationProperties(
    @NotNull @DurationMin(seconds = 0) @DefaultValue("PT10S") Duration noticeWithin,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("PT2M") Duration startWithin,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("PT1H") Duration promiseWithin) {}
