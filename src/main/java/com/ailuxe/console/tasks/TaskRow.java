package com.ailuxe.console.tasks;

import com.ailuxe.console.frame.Moments.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A task in the list.
 *
 * @param version differs when something of it looks different
 * @param what the kind of task
 * @param who whom it is about; empty where it is about nobody yet
 * @param why may be empty
 * @param due null where there is no time set
 * @param urgency of the time that is left: {@code bad} when it is over, {@code wait} when it soon
 *     is, else empty
 * @param holder whose it is; empty for nobody's
 */
public record TaskRow(
    String key,
    String version,
    String what,
    String who,
    String initials,
    String why,
    Moment since,
    @Nullable Moment due,
    String urgency,
    String holder,
    boolean mine,
    boolean chosen) {}
