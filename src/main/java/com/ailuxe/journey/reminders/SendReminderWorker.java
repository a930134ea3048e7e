package com.ailuxe.journey.reminders;

import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.notice.BookingNotices;
import com.ailuxe.journey.notice.MessageTemplate;
import com.ailuxe.reminder.ReminderId;
import com.ailuxe.reminder.Reminders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** Sends a reminder that is due, unless the ledger knows why not. */
@Component
public class SendReminderWorker {
  private final Reminders reminders;
  private final BookingNotices notices;

  SendReminderWorker(Reminders reminders, BookingNotices notices) {
    this.reminders = reminders;
    this.notices = notices;
  }

  @JobWorker(type = JobTypes.SEND_REMINDER)
  public void handle(@Variable String reminderId) {
    reminders.send(
        ReminderId.parse(reminderId),
        due ->
            notices.message(
                due.booking(), MessageTemplate.ofStem(due.template()), "reminder/" + due.id()));
  }
}
