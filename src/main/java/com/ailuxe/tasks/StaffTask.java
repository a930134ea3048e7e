package com.ailuxe.tasks;

import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits for somebody of an agency.
 *
 * @param taskId the task's id in its model: those of one kind have the same
 * @param name as the model calls it, for example Review reply
 * @param contact whom it is about; null where it is about nobody yet
 * @param why what makes it wait, in one line; may be empty
 * @param since since when it waits, also before it was escalated
 * @param dueAt until when; null where the model sets no time
 * @param groups the codes of the groups that it is offered to
 * @param holder whose it is; null for nobody's
 */
public record StaffTask(
    TaskKey key,
    String taskId,
    String name,
    @Nullable String contact,
    String why,
    Instant since,
    @Nullable Instant dueAt,
    List<String> groups,
    @Nullable Holder holder,
    @Nullable ConversationId conversation,
    @Nullable BookingId booking) {
  public StaffTask {
    groups = List.copyOf(groups);
  }

  /** Whether this person has it. */
  public boolean isOf(TaskPerson person) {
    return holder != null && holder.username().equals(person.username());
  }

  /**
   * The person who has a task.
   *
   * @param name of the person, or the username where nobody of the agency has it
   */
  public record Holder(String username, String name) {}
}
