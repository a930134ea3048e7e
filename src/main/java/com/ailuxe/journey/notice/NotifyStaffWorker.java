package com.ailuxe.journey.notice;

import com.ailuxe.journey.IncidentType;
import com.ailuxe.journey.JobFailed;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.staff.StaffGroup;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the staff about a case by e-mail; the task's header {@code template} says what, and whom
 * the variable {@code staffGroup} or, stronger, the header {@code group}. A booking is the case
 * where there is one, else the conversation.
 */
@Component
public class NotifyStaffWorker {
  private final CaseNotices notices;

  NotifyStaffWorker(CaseNotices notices) {
    this.notices = notices;
  }

  @JobWorker(type = JobTypes.NOTIFY_STAFF)
  public void handle(
      @Variable(optional = true) @Nullable String bookingId,
      @Variable(optional = true) @Nullable String conversationId,
      @Variable(optional = true) @Nullable String staffGroup,
      ActivatedJob job) {
    var template = TaskHeaders.required(job, "template", StaffTemplate::ofStem);
    var group = group(job, staffGroup);
    var key = "staff/" + job.getElementInstanceKey();
    if (template == StaffTemplate.DESK_WAITS || template == StaffTemplate.DESK_ESCALATED) {
      notices.aboutDesk(template, group, key);
    } else if (bookingId != null) {
      notices.about(BookingId.parse(bookingId), template, group, key);
    } else if (conversationId != null) {
      notices.about(ConversationId.parse(conversationId), template, group, key);
    } else {
      throw new JobFailed(
          IncidentType.MODEL_MISMATCH,
          job.getElementId() + " has neither a bookingId nor a conversationId");
    }
  }

  private static StaffGroup group(ActivatedJob job, @Nullable String staffGroup) {
    return staffGroup == null || job.getCustomHeaders().containsKey("group")
        ? TaskHeaders.required(job, "group", StaffGroup::ofCode)
        : StaffGroup.ofCode(staffGroup);
  }
}
