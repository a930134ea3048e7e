package com.ailuxe.journey.reminders;

import com.ailuxe.journey.IncidentType;
import com.ailuxe.journey.JobFailed;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.reminder.QuietHours;
import com.ailuxe.reminder.QuietHours.Move;
import com.ailuxe.reminder.ReminderRule;
import com.ailuxe.reminder.ReminderRule.Until;
import com.ailuxe.reminder.Reminders;
import com.ailuxe.shared.BookingId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the reminder ledger from what the decisions say; past ones never get a timer. */
@Component
public class PlanRemindersWorker {
  private final Reminders reminders;

  PlanRemindersWorker(Reminders reminders) {
    this.reminders = reminders;
  }

  /**
   * @param reminderPlan null when the decision has no row
   * @param quietHours likewise
   */
  public record Plan(
      String bookingId, @Nullable List<Rule> reminderPlan, @Nullable List<Quiet> quietHours) {}

  public record Rule(String kind, String before, String template, String usefulUntil) {
    ReminderRule rule() {
      return new ReminderRule(
          kind,
          Duration.parse(before),
          template,
          Until.valueOf(usefulUntil.toUpperCase(Locale.ROOT)));
    }
  }

  public record Quiet(String kind, String quietFrom, String quietUntil, String move) {
    QuietHours hours() {
      return new QuietHours(
          kind,
          LocalTime.parse(quietFrom),
          LocalTime.parse(quietUntil),
          Move.valueOf(move.toUpperCase(Locale.ROOT)));
    }
  }

  public record Planned(List<Due> reminders) {}

  public record Due(String reminderId, String dueAt) {}

  @JobWorker(type = JobTypes.PLAN_REMINDERS)
  public Planned handle(@VariablesAsType Plan plan) {
    var rules = read("reminder-plan.dmn", plan.reminderPlan(), Rule::rule);
    var quiet = read("quiet-hours.dmn", plan.quietHours(), Quiet::hours);
    return new Planned(
        reminders.plan(BookingId.parse(plan.bookingId()), rules, quiet).stream()
            .map(planned -> new Due(planned.id().toString(), planned.dueAt().toString()))
            .toList());
  }

  private static <T, R> List<R> read(
      String model, @Nullable List<T> decided, Function<T, R> meaning) {
    try {
      return Objects.requireNonNullElse(decided, List.<T>of()).stream().map(meaning).toList();
    } catch (DateTimeParseException | IllegalArgumentException | NullPointerException e) {
      throw new JobFailed(IncidentType.MODEL_MISMATCH, model + ": " + e.getMessage());
    }
  }
}
