package com.ailuxe.tasks;

import org.jspecify.annotations.Nullable;

/**
 * A task with all that is needed to decide.
 *
 * @param form with the facts and the fields; without a part where the task has no form
 * @param inTasklist the address of the same task in Tasklist; null where nobody said where that is
 */
public record TaskSheet(StaffTask task, TaskForm form, @Nullable String inTasklist) {}
