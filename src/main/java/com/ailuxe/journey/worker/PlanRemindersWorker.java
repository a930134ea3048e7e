package com.ailuxe.journey.worker;

import com.ailuxe.booking.BookingId;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.reminder.ReminderRule;
import com.ailuxe.reminder.Reminders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes the reminder ledger from the plan that the decision made; past ones never get a timer. */
@Component
public class PlanRemindersWorker {
  private final Reminders reminders;

  PlanRemindersWorker(Reminders reminders) {
    this.reminders = reminders;
  }

  public record Plan(String bookingId, List<Rule> reminderPlan) {}

  public record Rule(String kind, String before, String template) {}

  public record Planned(List<Due> reminders) {}

  public record Due(String reminderId, String dueAt) {}

  @JobWorker(type = JobTypes.PLAN_REMINDERS)
  public Planned handle(@VariablesAsType Plan plan) {
    var rules =
        plan.reminderPlan().stream()
            .map(
                rule ->
                    new ReminderRule(rule.kind(), Duration.parse(rule.before()), rule.template()))
            .toList();
    return new Planned(
        reminders.plan(BookingId.parse(plan.bookingId()), rules).stream()
            .map(planned -> new Due(planned.id().toString(), planned.dueAt().toString()))
            .toList());
  }
}
