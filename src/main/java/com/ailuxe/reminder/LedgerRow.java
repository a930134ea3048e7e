package com.ailuxe.reminder;

import com.ailuxe.conversation.MessageForm;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger.
 *
 * @param plan counts the plans of a booking from 1; a higher one replaced the lower
 * @param kind names it within the plan, for example 48h
 * @param shift why it is not due at just that time before the event, if so
 * @param form null until it leaves
 * @param reason why it does not go, waits or failed
 * @param acceptedAt when the provider took it
 */
public record LedgerRow(
    ReminderId id,
    int plan,
    String kind,
    Instant dueAt,
    @Nullable String shift,
    @Nullable MessageForm form,
    LedgerState state,
    @Nullable String reason,
    @Nullable Instant acceptedAt,
    @Nullable Instant sentAt,
    @Nullable Instant deliveredAt,
    @Nullable Instant readAt) {}
