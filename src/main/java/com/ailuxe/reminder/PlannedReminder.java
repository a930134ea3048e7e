package com.ailuxe.reminder;

import java.time.Instant;

/** A reminder that is still to come. */
public record PlannedReminder(ReminderId id, Instant dueAt) {}
