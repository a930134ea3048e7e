package com.ailuxe.journey.booking;

import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.notice.BookingNotices;
import com.ailuxe.journey.notice.MessageTemplate;
import com.ailuxe.journey.notice.TaskHeaders;
import com.ailuxe.shared.BookingId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes to the contact of a booking; the task's header {@code template} names the words. What has
 * the same {@code sayOnce} is said once of a booking, however often the task comes round.
 */
@Component
public class NotifyContactWorker {
  private final BookingNotices notices;

  NotifyContactWorker(BookingNotices notices) {
    this.notices = notices;
  }

  @JobWorker(type = JobTypes.NOTIFY_CONTACT)
  public void handle(
      @Variable String bookingId,
      @Variable(optional = true) @Nullable String sayOnce,
      ActivatedJob job) {
    notices.send(
        BookingId.parse(bookingId),
        TaskHeaders.required(job, "template", MessageTemplate::ofStem),
        "notice/" + (sayOnce == null ? job.getElementInstanceKey() : bookingId + "/" + sayOnce));
  }
}
