package com.ailuxe.console.live;

import com.ailuxe.console.frame.Moments.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What waits in a chat for a person.
 *
 * @param version changes with all that is shown
 * @param due null without a deadline
 * @param holder who has it; empty for nobody, and for the person who looks
 * @param draft the words that wait for approval; null where the task is another one
 */
public record LiveTask(
    String key,
    String version,
    String name,
    String why,
    Moment since,
    @Nullable Moment due,
    boolean late,
    String holder,
    @Nullable String draft) {}
