package com.ailuxe.agency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit trail.
 *
 * @param actor a person's name, or {@code system}
 * @param action a past-tense fact, for example {@code booking.confirmed}
 */
public record AuditEntry(Instant at, String actor, String action, @Nullable String detail) {}
