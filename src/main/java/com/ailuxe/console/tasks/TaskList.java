package com.ailuxe.console.tasks;

import com.ailuxe.console.tasks.TaskChoices.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that are shown, and what may be chosen about them.
 *
 * @param kinds those that there are, in the order of their oldest task
 * @param away for how long the engine has not been heard of, in words; null while it is
 */
public record TaskList(
    List<TaskRow> rows, List<Choice> whose, List<Choice> kinds, @Nullable String away) {}
